import { type LatLng, type Map as LeafletMap, LineUtil, type PathOptions, type Point, Polyline } from 'leaflet'
import type { AnnotationFigure, LonLat } from '../../../shared/domain/annotations/annotation-figure.ts'
import { DRAWINGS_PANE } from './drawing-panes.ts'
import { inOneWorld } from './in-one-world.ts'
import type { ToolHandlers, ToolSession } from './tool-session.ts'

/** Wobbles below this are the hand's, not the line's. */
const TOLERANCE_PX = 1.5
/** A stroke that ends this near to where it began goes round an area. */
const CLOSING_PX = 14
const FEWEST_OF_AREA = 8

/** Draws along the pressed pointer; by keys, point by point. */
export class FreehandSession implements ToolSession {
  readonly #map: LeafletMap
  readonly #handlers: ToolHandlers
  readonly #line: Polyline
  readonly #wasDragging: boolean
  #places: LatLng[] = []
  #pointerId: number | null = null

  constructor(map: LeafletMap, style: PathOptions, handlers: ToolHandlers) {
    this.#map = map
    this.#handlers = handlers
    this.#line = new Polyline([], { ...style, fill: false, pane: DRAWINGS_PANE, interactive: false }).addTo(map)
    this.#wasDragging = map.dragging.enabled()
    map.dragging.disable()
    const container = map.getContainer()
    container.classList.add('geoman-draw-cursor')
    container.addEventListener('pointerdown', this.#onDown)
    container.addEventListener('pointermove', this.#onMove)
    container.addEventListener('pointerup', this.#onUp)
    container.addEventListener('pointercancel', this.#onCancel)
  }

  moveTo(at: LatLng): void {
    if (this.#places.length > 0) this.#show([...this.#places, at])
  }

  place(at: LatLng): void {
    this.#places.push(at)
    this.#show(this.#places)
    this.#handlers.onPoints(this.#places.length)
  }

  back(): void {
    this.#places.pop()
    this.#show(this.#places)
    this.#handlers.onPoints(this.#places.length)
  }

  finish(): string | null {
    const figure = this.#figure()
    if (!figure) return 'A line needs two points; set another one.'
    this.#clear()
    this.#handlers.onDrawn(inOneWorld(figure))
    return null
  }

  stop(): void {
    const container = this.#map.getContainer()
    container.classList.remove('geoman-draw-cursor')
    container.removeEventListener('pointerdown', this.#onDown)
    container.removeEventListener('pointermove', this.#onMove)
    container.removeEventListener('pointerup', this.#onUp)
    container.removeEventListener('pointercancel', this.#onCancel)
    this.#line.remove()
    if (this.#wasDragging) this.#map.dragging.enable()
  }

  readonly #onDown = (event: PointerEvent): void => {
    if (!event.isPrimary || event.button !== 0 || !isOnMap(event)) return
    this.#clear()
    this.#pointerId = event.pointerId
    this.#map.getContainer().setPointerCapture(event.pointerId)
    this.#places = [this.#map.mouseEventToLatLng(event)]
  }

  readonly #onMove = (event: PointerEvent): void => {
    if (event.pointerId !== this.#pointerId) return
    // A fast hand leaves several positions between two frames.
    const events = event.getCoalescedEvents?.() ?? []
    for (const each of events.length > 0 ? events : [event]) this.#places.push(this.#map.mouseEventToLatLng(each))
    this.#show(this.#places)
  }

  readonly #onUp = (event: PointerEvent): void => {
    if (event.pointerId !== this.#pointerId) return
    this.#pointerId = null
    // A mere click is no stroke.
    if (this.finish() !== null) this.#clear()
  }

  readonly #onCancel = (): void => {
    this.#pointerId = null
    this.#clear()
  }

  #show(places: readonly LatLng[]): void {
    this.#line.setLatLngs([...places])
    this.#handlers.onDraft(places.length > 1 ? lineOf(places) : null)
  }

  #clear(): void {
    this.#places = []
    this.#show([])
  }

  #figure(): AnnotationFigure | null {
    const points = this.#places.map((place) => this.#map.latLngToLayerPoint(place))
    const kept = new Set<Point>(LineUtil.simplify(points, TOLERANCE_PX))
    const places = this.#places.filter((_, at) => kept.has(points[at] as Point))
    const [first, last] = [points[0], points.at(-1)]
    if (!first || !last || places.length < 2) return null
    const isArea = places.length >= FEWEST_OF_AREA && first.distanceTo(last) < CLOSING_PX
    if (!isArea) return lineOf(places)
    const ring = places.map(lonLat)
    return {
      shape: 'freehand',
      geometry: { type: 'Polygon', coordinates: [[...ring.slice(0, -1), ring[0] as LonLat]] },
      radiusMetres: null,
    }
  }
}

function lineOf(places: readonly LatLng[]): AnnotationFigure {
  return {
    shape: 'freehand',
    geometry: { type: 'LineString', coordinates: places.map(lonLat) },
    radiusMetres: null,
  }
}

function lonLat({ lat, lng }: LatLng): LonLat {
  return [lng, lat]
}

/** The bars over the map are within its frame, but no place of it. */
function isOnMap({ target }: PointerEvent): boolean {
  return target instanceof Element && target.closest('.leaflet-map-pane, .leaflet-container') !== null
}
