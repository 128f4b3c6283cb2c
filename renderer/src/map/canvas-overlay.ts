import {
  type Bounds,
  bounds,
  DomUtil,
  type LatLng,
  Layer,
  type LeafletEventHandlerFnMap,
  type Map as LeafletMap,
  Util,
  type ZoomAnimEvent,
} from 'leaflet'
import type { MapWindow } from '../../../shared/map/tile-cover.ts'
import { canvasPixelRatio } from './canvas-pixels.ts'

/** Share of the view that the canvas reaches past each edge, so that a drag shows no empty rim. */
const PADDING = 0.2

/**
 * A canvas over the map that is painted anew when the view rests and moves, or is scaled by CSS, meanwhile.
 * It lets every pointer event through: the map hears them all.
 */
export abstract class CanvasOverlay extends Layer {
  readonly #canvas = document.createElement('canvas')
  readonly #paneName: string
  readonly #zIndex: number
  #placed: { bounds: Bounds; center: LatLng; zoom: number } | null = null
  #frame = 0

  constructor(paneName: string, zIndex: number) {
    super()
    this.#paneName = paneName
    this.#zIndex = zIndex
    Util.setOptions(this, { pane: paneName })
    this.#canvas.className = 'map-overlay leaflet-zoom-animated'
  }

  /** Paints the window; the canvas is `window.width * pixelRatio` pixels wide and keeps what was painted before. */
  protected abstract paint(canvas: HTMLCanvasElement, window: MapWindow, pixelRatio: number): void

  /** Canvas pixels for each CSS pixel of the next paint. */
  protected pixelRatio(): number {
    return canvasPixelRatio()
  }

  override onAdd(map: LeafletMap): this {
    // After a StrictMode remount the pane is there already.
    const pane = map.getPane(this.#paneName) ?? map.createPane(this.#paneName)
    pane.style.zIndex = String(this.#zIndex)
    pane.style.pointerEvents = 'none'
    pane.appendChild(this.#canvas)
    this.#rest()
    return this
  }

  override onRemove(): this {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    this.#placed = null
    this.#canvas.remove()
    return this
  }

  override getEvents(): ReturnType<NonNullable<Layer['getEvents']>> {
    const events: LeafletEventHandlerFnMap = {
      viewreset: () => this.#rest(),
      moveend: () => this.#rest(),
      resize: () => this.#rest(),
      zoom: () => this.#follow(this._map.getCenter(), this._map.getZoom()),
      zoomanim: (event: ZoomAnimEvent) => this.#follow(event.center, event.zoom),
    }
    // Leaflet's types know the handlers by event name for `on` but not for this hook.
    return events as ReturnType<NonNullable<Layer['getEvents']>>
  }

  /** Asks for a repaint in the next frame; any number of calls before it make one. */
  requestPaint(): void {
    if (this.#frame !== 0 || !this.#placed) return
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0
      this.#repaint()
    })
  }

  #rest(): void {
    const map = this._map
    const size = map.getSize()
    const min = map.containerPointToLayerPoint(size.multiplyBy(-PADDING)).round()
    this.#placed = {
      bounds: bounds(min, min.add(size.multiplyBy(1 + PADDING * 2)).round()),
      center: map.getCenter(),
      zoom: map.getZoom(),
    }
    DomUtil.setTransform(this.#canvas, min, 1)
    this.#repaint()
  }

  #repaint(): void {
    if (!this.#placed) return
    const { bounds: area, zoom } = this.#placed
    const { x: width, y: height } = area.getSize()
    const ratio = this.pixelRatio()
    const [pixelWidth, pixelHeight] = [Math.round(width * ratio), Math.round(height * ratio)]
    if (this.#canvas.width !== pixelWidth || this.#canvas.height !== pixelHeight) {
      this.#canvas.width = pixelWidth
      this.#canvas.height = pixelHeight
      this.#canvas.style.width = `${width}px`
      this.#canvas.style.height = `${height}px`
    }
    const origin = this._map.getPixelOrigin().add(area.getTopLeft())
    this.paint(this.#canvas, { zoom, left: origin.x, top: origin.y, width, height }, ratio)
  }

  /** Scales and moves the painted canvas to where it belongs in another view, as Leaflet does with its own. */
  #follow(center: LatLng, zoom: number): void {
    if (!this.#placed) return
    const map = this._map
    const scale = map.getZoomScale(zoom, this.#placed.zoom)
    const viewHalf = map.getSize().multiplyBy(0.5)
    const mapPaneAt = DomUtil.getPosition(map.getPane('mapPane')!)
    const newOrigin = map.project(center, zoom).subtract(viewHalf).add(mapPaneAt).round()
    const paintedOrigin = this.#placedOrigin().multiplyBy(scale)
    DomUtil.setTransform(this.#canvas, paintedOrigin.subtract(newOrigin), scale)
  }

  /** World pixels, at the painted zoom, of the canvas's top left corner. */
  #placedOrigin() {
    const { center, zoom } = this.#placed!
    const half = this._map.getSize().multiplyBy(0.5 + PADDING)
    return this._map.project(center, zoom).subtract(half)
  }
}
