import type { LatLng, Map as LeafletMap } from 'leaflet'

/** The mark in the middle of the map that keys draw with; it shows from the first key until the pointer moves again. */
export class Crosshair {
  readonly #map: LeafletMap
  readonly #element = document.createElement('div')

  constructor(map: LeafletMap) {
    this.#map = map
    this.#element.className = 'drawing-crosshair'
    this.#element.setAttribute('aria-hidden', 'true')
    this.#element.hidden = true
    map.getContainer().append(this.#element)
    map.getContainer().addEventListener('pointermove', this.#hide)
  }

  /** Where it is. */
  get at(): LatLng {
    return this.#map.getCenter()
  }

  show(): void {
    this.#element.hidden = false
  }

  /** Moves the map under it by so many pixels of the screen. */
  move(rightPx: number, downPx: number): void {
    this.show()
    this.#map.panBy([rightPx, downPx], { animate: false })
  }

  hide(): void {
    this.#element.hidden = true
  }

  remove(): void {
    this.#map.getContainer().removeEventListener('pointermove', this.#hide)
    this.#element.remove()
  }

  readonly #hide = (): void => this.hide()
}
