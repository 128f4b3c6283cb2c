import { latLng, latLngBounds } from 'leaflet'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import type { MapWindow } from '../../../shared/map/tile-cover.ts'
import { CanvasOverlay } from '../map/canvas-overlay.ts'
import type { LandSlice } from '../stores/land-slice.ts'

const FILL: Readonly<Record<MapScheme, string>> = {
  light: 'rgb(28 112 68 / 30%)',
  dark: 'rgb(108 201 149 / 30%)',
  print: 'rgb(28 112 68 / 30%)',
}
const STROKE: Readonly<Record<MapScheme, string>> = { light: '#1c7044', dark: '#6cc995', print: '#1c7044' }

const NEAREST_ZOOM = 16

/** What can be built on at the selected site. */
export class LandLayer extends CanvasOverlay {
  #net: LandSlice['shownLand'] = null
  #scheme: MapScheme = 'light'

  constructor() {
    super('land', 454)
  }

  show(net: LandSlice['shownLand'], scheme: MapScheme): void {
    this.#net = net
    this.#scheme = scheme
    this.requestPaint()
  }

  reveal(): void {
    const places = (this.#net ?? []).flat(2).map(([longitude = 0, latitude = 0]) => latLng(latitude, longitude))
    if (places.length > 0)
      this._map.fitBounds(latLngBounds(places), { padding: [60, 60], maxZoom: NEAREST_ZOOM, animate: false })
  }

  protected override paint(canvas: HTMLCanvasElement, window: MapWindow, pixelRatio: number): void {
    const context = canvas.getContext('2d')
    if (context === null) return
    context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
    context.clearRect(0, 0, window.width, window.height)
    if (this.#net === null) return
    context.fillStyle = FILL[this.#scheme]
    context.strokeStyle = STROKE[this.#scheme]
    context.lineWidth = 1.5
    for (const rings of this.#net) {
      context.beginPath()
      for (const ring of rings) {
        ring.forEach(([longitude = 0, latitude = 0], index) => {
          const { x, y } = this._map.project([latitude, longitude], window.zoom)
          if (index === 0) context.moveTo(x - window.left, y - window.top)
          else context.lineTo(x - window.left, y - window.top)
        })
        context.closePath()
      }
      context.fill('evenodd')
      context.stroke()
    }
  }
}
