import type { Map as LeafletMap, LeafletMouseEvent } from 'leaflet'
import { useEffect, useRef } from 'react'
import { mercatorX, mercatorY, worldSizePx } from '../../../shared/map/mercator.ts'
import { hitTest, TOUCH_REACH_PX } from './hit-test.ts'
import type { MarkerScene } from './marker-scene.ts'

export interface SitePointerHandlers {
  onSelect(row: number | null): void
  onHover(row: number | null): void
}

/** A finger that rests this long asks what is under it. */
const LONG_PRESS_MS = 450
/** A finger that moves farther than this drags the map. */
const LONG_PRESS_SLACK_PX = 10

/**
 * Tells which site the pointer is on and which is clicked; a click on empty ground selects none. A finger that rests
 * on a site does what a mouse does that hovers. While the desk to draw on is open the pointer is the desk's.
 */
export function useSitePointer(map: LeafletMap | null, scene: MarkerScene, handlers: SitePointerHandlers): void {
  // The listeners outlive a render: while a slider moves they must not be taken off and put on each frame.
  const latest = useRef({ scene, handlers })
  useEffect(() => {
    latest.current = { scene, handlers }
  })

  useEffect(() => {
    if (!map) return
    const container = map.getContainer()
    let hovered: number | null = null
    let press: { x: number; y: number; timer: number } | null = null
    const isDrawing = () => container.dataset['drawing'] !== undefined
    const rowAt = ({ latlng, originalEvent }: Pick<LeafletMouseEvent, 'latlng' | 'originalEvent'>) => {
      const size = worldSizePx(map.getZoom())
      const { lat, lng } = latlng.wrap()
      const reachPx = isTouch(originalEvent) ? TOUCH_REACH_PX : 0
      return hitTest(latest.current.scene, mercatorX(lng) * size, mercatorY(lat) * size, map.getZoom(), reachPx)
    }
    const hover = (row: number | null) => {
      if (row === hovered) return
      hovered = row
      container.classList.toggle('map-root--on-site', row !== null)
      latest.current.handlers.onHover(row)
    }
    const move = (event: LeafletMouseEvent) => hover(isDrawing() ? null : rowAt(event))
    const leave = () => hover(null)
    const click = (event: LeafletMouseEvent) => {
      if (isDrawing()) return
      const row = rowAt(event)
      // A look at a line or parcel beside the chosen site must not close that site.
      if (row === null && container.classList.contains('map-root--on-feature')) return
      latest.current.handlers.onSelect(row)
    }
    const endPress = () => {
      clearTimeout(press?.timer)
      press = null
    }
    const pointerdown = (event: PointerEvent) => {
      endPress()
      if (event.pointerType !== 'touch' || !event.isPrimary || isDrawing()) return
      const show = () => hover(rowAt({ latlng: map.mouseEventToLatLng(event), originalEvent: event }))
      press = { x: event.clientX, y: event.clientY, timer: window.setTimeout(show, LONG_PRESS_MS) }
    }
    const pointermove = (event: PointerEvent) => {
      if (press && Math.hypot(event.clientX - press.x, event.clientY - press.y) > LONG_PRESS_SLACK_PX) endPress()
    }
    map.on('mousemove', move)
    map.on('mouseout', leave)
    map.on('dragstart', leave)
    map.on('click', click)
    container.addEventListener('pointerdown', pointerdown)
    container.addEventListener('pointermove', pointermove)
    container.addEventListener('pointerup', endPress)
    container.addEventListener('pointercancel', endPress)
    return () => {
      endPress()
      container.removeEventListener('pointerdown', pointerdown)
      container.removeEventListener('pointermove', pointermove)
      container.removeEventListener('pointerup', endPress)
      container.removeEventListener('pointercancel', endPress)
      map.off('mousemove', move)
      map.off('mouseout', leave)
      map.off('dragstart', leave)
      map.off('click', click)
    }
  }, [map])
}

/** Clicks are pointer events in Chromium, though Leaflet's types do not know it. */
function isTouch(event: MouseEvent): boolean {
  return event instanceof PointerEvent && event.pointerType === 'touch'
}
