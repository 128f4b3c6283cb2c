import { type Map as LeafletMap, latLngBounds } from 'leaflet'
import { prefersStillness } from '../map/home-view.ts'

/** Nearer than this a single point has nothing around it to be seen. */
const MOST_ZOOM = 13

/** Shows a box of degrees: west, south, east, north. */
export function zoomToBox(
  map: LeafletMap,
  [west, south, east, north]: readonly [number, number, number, number],
): void {
  const bounds = latLngBounds([south, west], [north, east])
  map.fitBounds(bounds, { maxZoom: MOST_ZOOM, padding: [40, 40], animate: !prefersStillness() })
}
