import type { Map as LeafletMap, LeafletMouseEvent, Point } from 'leaflet'

/** From the pointer's tip, so that it covers nothing that is looked at. */
const OFFSET_PX = 18
const WIDEST_PX = 300

/** What is measured while something is drawn, beside the pointer. */
export class Readout {
  readonly #map: LeafletMap
  readonly #element = document.createElement('div')
  #at: Point | null = null

  constructor(map: LeafletMap) {
    this.#map = map
    this.#element.className = 'drawing-readout'
    this.#element.hidden = true
    // Told by the status line, not twice.
    this.#element.setAttribute('aria-hidden', 'true')
    map.getContainer().append(this.#element)
    map.on('mousemove', this.#onMove)
  }

  show(text: string | null): void {
    this.#element.hidden = text === null
    if (text === null) return
    this.#element.textContent = text
    this.#place()
  }

  remove(): void {
    this.#map.off('mousemove', this.#onMove)
    this.#element.remove()
  }

  readonly #onMove = ({ containerPoint }: LeafletMouseEvent): void => {
    this.#at = containerPoint
    if (!this.#element.hidden) this.#place()
  }

  #place(): void {
    const { x, y } = this.#at ?? this.#map.getSize().divideBy(2)
    const size = this.#map.getSize()
    const left = x + OFFSET_PX + WIDEST_PX > size.x ? x - OFFSET_PX - this.#element.offsetWidth : x + OFFSET_PX
    const top = Math.min(y + OFFSET_PX, size.y - 60)
    this.#element.style.transform = `translate(${Math.max(4, left)}px, ${top}px)`
  }
}
