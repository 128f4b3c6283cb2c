import type { JSX } from 'react'
import { BASEMAP_ATTRIBUTION, SITES_ATTRIBUTION } from '../../../shared/map/basemap-layers.ts'

/** Whose data the map shows; `more` are the credits of what the user laid on it. */
export function MapCredit({ more = [] }: { readonly more?: readonly string[] | undefined }): JSX.Element {
  return <div className="map-credit">{[BASEMAP_ATTRIBUTION, SITES_ATTRIBUTION, ...more].join(' · ')}</div>
}
