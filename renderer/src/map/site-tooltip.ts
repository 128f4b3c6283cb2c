import { type Map as LeafletMap, Tooltip } from 'leaflet'
import type { SiteColumns } from '../../../shared/columns/site-columns.ts'
import { isShown, type MarkerScene, sceneRadiusPx } from './marker-scene.ts'
import { rowPosition } from './rings-layer.ts'
import { siteWords } from './site-words.ts'

/** Name, verdict, megawatts and rank of the hovered site beside its marker. */
export class SiteTooltip {
  readonly #map: LeafletMap
  #tooltip: Tooltip | null = null

  constructor(map: LeafletMap) {
    this.#map = map
  }

  show(scene: MarkerScene, columns: SiteColumns, row: number | null): void {
    this.hide()
    if (row === null || !isShown(scene, row)) return
    const position = rowPosition(scene, row)
    // A row hovered in the list may lie outside the view; its tooltip would be cut off at the edge.
    if (!this.#map.getBounds().contains(position)) return
    const reach = sceneRadiusPx(scene, row, this.#map.getZoom()) + 6
    this.#tooltip = new Tooltip({ direction: 'auto', offset: [reach, 0], opacity: 1, className: 'map-tooltip' })
      .setLatLng(position)
      .setContent(content(scene, columns, row))
      .addTo(this.#map)
  }

  hide(): void {
    this.#tooltip?.remove()
    this.#tooltip = null
  }
}

/** Elements, never HTML text: names come from imported files. */
function content(scene: MarkerScene, columns: SiteColumns, row: number): HTMLElement {
  const { name, verdict, verdictLabel, facts, more } = siteWords(scene, columns, row)
  const root = document.createElement('div')
  root.append(
    line('map-tooltip__name', name),
    line('map-tooltip__verdict', verdictLabel, verdict),
    line('map-tooltip__facts', facts),
    ...(more === '' ? [] : [line('map-tooltip__facts', more)]),
  )
  return root
}

function line(className: string, text: string, verdict?: string): HTMLElement {
  const element = document.createElement('div')
  element.className = className
  element.textContent = text
  if (verdict) element.dataset['verdict'] = verdict
  return element
}
