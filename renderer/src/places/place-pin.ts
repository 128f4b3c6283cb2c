import { Icon, type Map as LeafletMap, Marker } from 'leaflet'
import type { Position } from '../../../shared/domain/site/site-value.ts'

const PANE = 'pin'
const SVG = 'http://www.w3.org/2000/svg'

/** A pin that shows where a jump has led; there is one at a time, and the next click or Escape takes it away. */
export class PlacePin {
  readonly #map: LeafletMap
  #marker: Marker | null = null

  constructor(map: LeafletMap) {
    this.#map = map
    const pane = map.getPane(PANE) ?? map.createPane(PANE)
    pane.style.zIndex = '495'
    pane.style.pointerEvents = 'none'
  }

  show({ latitude, longitude }: Position): void {
    this.hide()
    const options = { icon: new PinIcon(), pane: PANE, interactive: false, keyboard: false }
    this.#marker = new Marker([latitude, longitude], options).addTo(this.#map)
  }

  hide(): void {
    this.#marker?.remove()
    this.#marker = null
  }
}

class PinIcon extends Icon {
  constructor() {
    // Never fetched: the element is made below.
    super({ iconUrl: '' })
  }

  override createIcon(): HTMLElement {
    const holder = document.createElement('div')
    holder.className = 'place-pin'
    const svg = document.createElementNS(SVG, 'svg')
    svg.setAttribute('viewBox', '0 0 24 32')
    svg.setAttribute('aria-hidden', 'true')
    const drop = document.createElementNS(SVG, 'path')
    drop.setAttribute('d', 'M12 31C10 25 2 19.500 2 11.500a10 10 0 0 1 20 0C22 19.500 14 25 12 31Z')
    const eye = document.createElementNS(SVG, 'circle')
    for (const [name, value] of [
      ['cx', '12'],
      ['cy', '11.5'],
      ['r', '3.6'],
    ] as const)
      eye.setAttribute(name, value)
    svg.append(drop, eye)
    holder.append(svg)
    return holder
  }

  override createShadow(): HTMLElement {
    // Leaflet takes null for "no shadow"; its types do not say so.
    return null as unknown as HTMLElement
  }
}
