import type { Map as LeafletMap, LeafletMouseEvent } from 'leaflet'
import { useEffect, useRef } from 'react'
import { mercatorX, mercatorY, worldSizePx } from '../../../shared/map/mercator.ts'
import { hitTest } from './hit-test.ts'
import type { MarkerScene } from './marker-scene.ts'

export interface SitePointerHandlers {
  onSelect(row: number | null): void
  onHover(row: number | null): void
}

/** Tells which site the pointer is on and which is clicked; a click on empty ground selects none. */
export function useSitePointer(map: LeafletMap | null, scene: MarkerScene, handlers: SitePointerHandlers): void {
  // The listeners outlive a render: while a slider moves they must not be taken off and put on each frame.
  const latest = useRef({ scene, handlers })
  useEffect(() => {
    latest.current = { scene, handlers }
  })

  useEffect(() => {
    if (!map) return
    let hovered: number | null = null
    const rowAt = ({ latlng }: LeafletMouseEvent) => {
      const size = worldSizePx(map.getZoom())
      const { lat, lng } = latlng.wrap()
      return hitTest(latest.current.scene, mercatorX(lng) * size, mercatorY(lat) * size, map.getZoom())
    }
    const hover = (row: number | null) => {
      if (row === hovered) return
      hovered = row
      map.getContainer().classList.toggle('map-root--on-site', row !== null)
      latest.current.handlers.onHover(row)
    }
    const move = (event: LeafletMouseEvent) => hover(rowAt(event))
    const leave = () => hover(null)
    const click = (event: LeafletMouseEvent) => {
      // The desk to draw on takes the clicks while it is open.
      if (map.getContainer().dataset['drawing'] !== undefined) return
      const row = rowAt(event)
      // A look at a line or parcel beside the chosen site must not close that site.
      if (row === null && map.getContainer().classList.contains('map-root--on-feature')) return
      latest.current.handlers.onSelect(row)
    }
    map.on('mousemove', move)
    map.on('mouseout', leave)
    map.on('dragstart', leave)
    map.on('click', click)
    return () => {
      map.off('mousemove', move)
      map.off('mouseout', leave)
      map.off('dragstart', leave)
      map.off('click', click)
    }
  }, [map])
}
