import { latLng, latLngBounds } from 'leaflet'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import type { MapWindow } from '../../../shared/map/tile-cover.ts'
import { CanvasOverlay } from '../map/canvas-overlay.ts'
import type { NearbyLines } from '../stores/nearby-slice.ts'
import { milesText, windText } from './distance-text.ts'

const INK: Readonly<Record<MapScheme, string>> = { light: '#12151b', dark: '#ffffff', print: '#12151b' }
const CASING: Readonly<Record<MapScheme, string>> = { light: '#ffffff', dark: '#0b0f15', print: '#ffffff' }
const LINE_PX = 2
const DOT_PX = 4
/** A line that is shorter on the screen says nothing. */
const SHORTEST_PX = 60
const NEAREST_ZOOM = 14

/** Lines from a site to the nearest of its kinds, each with its length; above the labels, below what is drawn. */
export class NearbyLinesLayer extends CanvasOverlay {
  #lines: NearbyLines | null = null
  #scheme: MapScheme = 'light'

  constructor() {
    super('nearby', 455)
  }

  show(lines: NearbyLines | null, scheme: MapScheme): void {
    this.#lines = lines
    this.#scheme = scheme
    this.requestPaint()
  }

  /** Moves the map only where a line would end out of sight, or be too short to be seen. */
  reveal(lines: NearbyLines): void {
    const places = [lines.from, ...lines.figures.map(({ place }) => place)]
    const all = latLngBounds(places.map(({ latitude, longitude }) => latLng(latitude, longitude)))
    const map = this._map
    const size = map.latLngToContainerPoint(all.getSouthEast()).subtract(map.latLngToContainerPoint(all.getNorthWest()))
    const isSeen = map.getBounds().contains(all) && Math.max(size.x, size.y) >= SHORTEST_PX
    if (!isSeen) map.fitBounds(all, { padding: [70, 70], maxZoom: NEAREST_ZOOM, animate: false })
  }

  protected override paint(canvas: HTMLCanvasElement, window: MapWindow, pixelRatio: number): void {
    const context = canvas.getContext('2d')
    if (context === null) return
    context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
    context.clearRect(0, 0, window.width, window.height)
    if (this.#lines === null) return
    const at = ({ latitude, longitude }: { latitude: number; longitude: number }) => {
      const { x, y } = this._map.project([latitude, longitude], window.zoom)
      return { x: x - window.left, y: y - window.top }
    }
    const from = at(this.#lines.from)
    const ends = this.#lines.figures
      .filter(({ isInside }) => !isInside)
      .map((figure) => ({ figure, end: at(figure.place) }))
    for (const [color, width] of [
      [CASING[this.#scheme], LINE_PX + 3],
      [INK[this.#scheme], LINE_PX],
    ] as const) {
      context.strokeStyle = color
      context.lineWidth = width
      context.setLineDash(width === LINE_PX ? [7, 5] : [])
      for (const { end } of ends) {
        context.beginPath()
        context.moveTo(from.x, from.y)
        context.lineTo(end.x, end.y)
        context.stroke()
      }
    }
    context.setLineDash([])
    for (const { figure, end } of ends) {
      context.beginPath()
      context.arc(end.x, end.y, DOT_PX, 0, 2 * Math.PI)
      context.fillStyle = INK[this.#scheme]
      context.strokeStyle = CASING[this.#scheme]
      context.lineWidth = 2
      context.fill()
      context.stroke()
      const text = `${milesText(figure.miles)} ${windText(figure.bearingDegrees)}`
      // The map writes a town's name beside its dot.
      const side = end.y < from.y ? -1 : 1
      this.#label(context, text, end.x, end.y + side * (DOT_PX + 10))
    }
  }

  #label(context: CanvasRenderingContext2D, text: string, x: number, y: number): void {
    context.font = '600 12px "Inter Variable", system-ui, sans-serif'
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    context.lineJoin = 'round'
    context.lineWidth = 4
    context.strokeStyle = CASING[this.#scheme]
    context.fillStyle = INK[this.#scheme]
    context.strokeText(text, x, y)
    context.fillText(text, x, y)
  }
}
