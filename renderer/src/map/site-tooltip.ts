import { type Map as LeafletMap, Tooltip } from 'leaflet'
import type { SiteColumns } from '../../../shared/columns/site-columns.ts'
import { VERDICT_LABELS, VERDICTS } from '../../../shared/domain/site/strategies.ts'
import { isHollow } from './marker-look.ts'
import { isShown, type MarkerScene, sceneRadiusPx } from './marker-scene.ts'
import { rowPosition } from './rings-layer.ts'

const MEGAWATTS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })

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
  const { ranking } = scene
  const verdict = VERDICTS[ranking.verdict[row]!] ?? 'none'
  const mw = ranking.mw[row]!
  const size = Number.isNaN(mw) ? 'MW unknown' : `${MEGAWATTS.format(mw)} MW${isHollow(ranking, row) ? ' claimed' : ''}`
  const root = document.createElement('div')
  root.append(
    line('map-tooltip__name', columns.names[row] ?? ''),
    line('map-tooltip__verdict', VERDICT_LABELS[verdict], verdict),
    line('map-tooltip__facts', `${size} · rank ${ranking.rank[row]} of ${ranking.count}`),
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
