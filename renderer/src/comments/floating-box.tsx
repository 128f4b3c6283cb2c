import type { Map as LeafletMap } from 'leaflet'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useMapPoint } from './use-map-point.ts'

export interface FloatingBoxProps {
  readonly map: LeafletMap
  readonly latitude: number
  readonly longitude: number
  readonly className: string
  /** Between the place and the box. */
  readonly gapPx: number
  readonly children: ReactNode
}

const MARGIN_PX = 8

/** A box beside a place of the map that moves with it and stays whole within the map. */
export function FloatingBox(props: FloatingBoxProps) {
  const { map, latitude, longitude, className, gapPx, children } = props
  const box = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  const { x, y } = useMapPoint(map, latitude, longitude)

  useEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setSize({ width: element.offsetWidth, height: element.offsetHeight })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  useLayoutEffect(() => {
    const { current } = box
    if (current) setSize({ width: current.offsetWidth, height: current.offsetHeight })
  }, [])

  const { x: mapWidth, y: mapHeight } = map.getSize()
  const isRight = x + gapPx + size.width + MARGIN_PX <= mapWidth
  const isBeside = isRight || x - gapPx - size.width >= MARGIN_PX
  const beside = isRight ? x + gapPx : x - gapPx - size.width
  // On a narrow map the box goes below its place rather than over it.
  const left = within(isBeside ? beside : x - size.width / 2, mapWidth - size.width)
  const top = within(isBeside ? y - 24 : y + MARGIN_PX, mapHeight - size.height)
  return (
    <div
      ref={box}
      className={className}
      style={{ transform: `translate(${Math.round(left)}px, ${Math.round(top)}px)` }}
    >
      {children}
    </div>
  )
}

function within(offsetPx: number, mostPx: number): number {
  return Math.max(MARGIN_PX, Math.min(offsetPx, mostPx - MARGIN_PX))
}
