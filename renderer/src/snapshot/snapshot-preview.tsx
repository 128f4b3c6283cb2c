import { useEffect, useRef } from 'react'
import { pictureSizePx } from './picture-size.ts'
import { type PictureOrder, paintPicture } from './take-picture.ts'

const MOST_WIDTH_PX = 640
const MOST_HEIGHT_PX = 320
const PAUSE_MS = 120

/** The picture as it will be, small. */
export function SnapshotPreview({ order }: { readonly order: PictureOrder }) {
  const holder = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let isStale = false
    const timer = setTimeout(() => {
      const { width, height } = pictureSizePx(order.size, order.map.getSize())
      const scale = Math.min(MOST_WIDTH_PX / width, MOST_HEIGHT_PX / height)
      paintPicture(order, scale * Math.min(2, window.devicePixelRatio || 1)).then(
        (canvas) => {
          if (isStale || !holder.current) return
          canvas.style.width = `${Math.round(width * scale)}px`
          canvas.style.height = `${Math.round(height * scale)}px`
          holder.current.replaceChildren(canvas)
        },
        // Saving says what is wrong; an empty preview is no reason to stop the user from trying.
        (error: unknown) => console.warn('The preview could not be drawn.', error),
      )
    }, PAUSE_MS)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [order])
  return <div className="snapshot__preview" ref={holder} role="img" aria-label="Preview of the picture" />
}
