import type { Map as LeafletMap } from 'leaflet'
import { type JSX, useEffect, useState } from 'react'
import { BASEMAP_ATTRIBUTION, SITES_ATTRIBUTION } from '../../../shared/map/basemap-layers.ts'

/** On a narrower map the credits would cover more of it than they are about, and fold into one word. */
const ROOM_FOR_CREDITS_PX = 760

export interface MapCreditProps {
  readonly map: LeafletMap | null
  /** The credits of what the user laid on it. */
  readonly more?: readonly string[] | undefined
}

/** Whose data the map shows. */
export function MapCredit({ map, more = [] }: MapCreditProps): JSX.Element {
  const [isNarrow, setNarrow] = useState(false)
  useEffect(() => {
    if (!map) return
    const update = () => setNarrow(map.getSize().x < ROOM_FOR_CREDITS_PX)
    update()
    map.on('resize', update)
    return () => {
      map.off('resize', update)
    }
  }, [map])
  const credits = [BASEMAP_ATTRIBUTION, SITES_ATTRIBUTION, ...more].join(' · ')
  if (!isNarrow) return <div className="map-credit">{credits}</div>
  return (
    <details className="map-credit">
      <summary>Credits</summary>
      <p>{credits}</p>
    </details>
  )
}
