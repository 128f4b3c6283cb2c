import type { Map as LeafletMap } from 'leaflet'
import { type JSX, useEffect, useState } from 'react'
import { metersPerPixel } from '../../../shared/map/mercator.ts'
import { roundKilometers, roundMiles, type ScaleLength } from '../../../shared/map/picture/scale-lengths.ts'
import type { GroundLook } from './ground-look.ts'

const WIDEST_PX = 100

/** Where north is, and how long a mile and a kilometre are at the middle of the map. */
export function MapScale({
  map,
  units,
}: {
  readonly map: LeafletMap
  readonly units: GroundLook['scaleUnits']
}): JSX.Element {
  const [perPixel, setPerPixel] = useState(() => metersPerPixel(map.getCenter().lat, map.getZoom()))
  useEffect(() => {
    const update = () => setPerPixel(metersPerPixel(map.getCenter().lat, map.getZoom()))
    map.on('moveend zoomend resize', update)
    return () => {
      map.off('moveend zoomend resize', update)
    }
  }, [map])
  return (
    <div className="map-scale">
      <svg className="map-scale__north" viewBox="0 0 14 26" role="img" aria-label="North is up">
        <path d="M7 9.5 11 20 7 17.6 3 20Z" />
        <text x="7" y="7.4">
          N
        </text>
      </svg>
      <div>
        {units === 'kilometers' ? null : <Bar length={roundMiles(WIDEST_PX * perPixel)} perPixel={perPixel} />}
        {units === 'miles' ? null : <Bar length={roundKilometers(WIDEST_PX * perPixel)} perPixel={perPixel} />}
      </div>
    </div>
  )
}

function Bar({ length, perPixel }: { readonly length: ScaleLength; readonly perPixel: number }): JSX.Element {
  return (
    <div className="map-scale__bar" style={{ width: Math.round(length.meters / perPixel) }}>
      {length.text}
    </div>
  )
}
