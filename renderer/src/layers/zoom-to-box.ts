import { type Map as LeafletMap, latLngBounds } from 'leaflet'
import { prefersStillness } from '../map/home-view.ts'

/** Nearer than this a single point has nothing around it to be seen. */
const MOST_ZOOM = 13
const MARGIN_PX = 40

/** Shows a box of degrees: west, south, east, north. */
export function zoomToBox(
  map: LeafletMap,
  [west, south, east, north]: readonly [number, number, number, number],
): void {
  const bounds = latLngBounds([south, west], [north, east])
  const { left, bottom } = covered(map)
  map.fitBounds(bounds, {
    maxZoom: MOST_ZOOM,
    paddingTopLeft: [MARGIN_PX + left, MARGIN_PX],
    paddingBottomRight: [MARGIN_PX, MARGIN_PX + bottom],
    animate: !prefersStillness(),
  })
}

/** What the Layers panel and the attribute table take of the map, unless they would leave too little to show anything. */
function covered(map: LeafletMap): { left: number; bottom: number } {
  const size = map.getSize()
  const view = map.getContainer().parentElement
  const panel = view?.querySelector<HTMLElement>('.layers-panel')?.offsetWidth ?? 0
  const table = view?.querySelector<HTMLElement>('.attribute-table')?.offsetHeight ?? 0
  return { left: panel < size.x / 2 ? panel : 0, bottom: table < size.y * 0.6 ? table : 0 }
}
