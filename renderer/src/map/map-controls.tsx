import type { Map as LeafletMap } from 'leaflet'
import { type JSX, type ReactNode, useEffect, useState } from 'react'
import { goHome } from './home-view.ts'

export interface MapButtonsProps {
  readonly map: LeafletMap
  /** Further buttons below these. */
  readonly children?: ReactNode
}

/** Zoom in, zoom out, the whole United States. */
export function MapButtons({ map, children }: MapButtonsProps): JSX.Element {
  const [zoom, setZoom] = useState(map.getZoom())
  useEffect(() => {
    const update = () => setZoom(map.getZoom())
    map.on('zoomend', update)
    return () => {
      map.off('zoomend', update)
    }
  }, [map])
  return (
    <div className="map-buttons">
      <button
        type="button"
        aria-label="Zoom in"
        title="Zoom in (+)"
        disabled={zoom >= map.getMaxZoom()}
        onClick={() => map.zoomIn()}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 3v10M3 8h10" />
        </svg>
      </button>
      <button
        type="button"
        aria-label="Zoom out"
        title="Zoom out (-)"
        disabled={zoom <= map.getMinZoom()}
        onClick={() => map.zoomOut()}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 8h10" />
        </svg>
      </button>
      <button
        type="button"
        aria-label="Whole United States"
        title="Whole United States (Home)"
        onClick={() => goHome(map)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" />
        </svg>
      </button>
      {children}
    </div>
  )
}
