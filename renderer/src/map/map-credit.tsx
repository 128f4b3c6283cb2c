import type { JSX } from 'react'
import { BASEMAP_ATTRIBUTION, SITES_ATTRIBUTION } from '../../../shared/map/basemap-layers.ts'

/** Whose data the map shows. */
export function MapCredit(): JSX.Element {
  return (
    <div className="map-credit">
      {BASEMAP_ATTRIBUTION} · {SITES_ATTRIBUTION}
    </div>
  )
}
