import { Icon, type LatLngExpression, Marker } from 'leaflet'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import { canvasPathSink } from './canvas-path-sink.ts'
import { canvasPixelRatio } from './canvas-pixels.ts'
import { drawMarker, type MarkerLook, markerReachPx } from './marker-look.ts'

export type RingKind = 'selected' | 'hovered'

const RING_COLORS: Readonly<Record<MapScheme, Readonly<Record<RingKind, string>>>> = {
  light: { selected: '#12151b', hovered: '#12151b' },
  dark: { selected: '#ffffff', hovered: '#e8ebef' },
  print: { selected: '#12151b', hovered: '#12151b' },
}

/** Under the ring, so that it shows over markers of any colour. */
const CASING_COLORS: Readonly<Record<MapScheme, string>> = { light: '#ffffff', dark: '#0b0f15', print: '#ffffff' }

/** A site's marker drawn again on top of all, in a ring: the selected or the hovered one. */
export class RingMarker extends Marker {
  constructor(position: LatLngExpression, look: MarkerLook, kind: RingKind, scheme: MapScheme) {
    super(position, {
      icon: new RingIcon(look, kind, scheme),
      pane: 'rings',
      interactive: false,
      keyboard: false,
      zIndexOffset: kind === 'selected' ? 1_000 : 0,
    })
  }
}

/** An icon that is a small canvas; Leaflet moves it along when the view zooms. */
class RingIcon extends Icon {
  readonly #draw: () => HTMLCanvasElement

  constructor(look: MarkerLook, kind: RingKind, scheme: MapScheme) {
    // Never fetched: the element is made below.
    super({ iconUrl: '' })
    this.#draw = () => ringCanvas(look, kind, scheme)
  }

  override createIcon(): HTMLElement {
    return this.#draw()
  }

  override createShadow(): HTMLElement {
    // Leaflet takes null for "no shadow"; its types do not say so.
    return null as unknown as HTMLElement
  }
}

function ringCanvas(look: MarkerLook, kind: RingKind, scheme: MapScheme): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  const ratio = canvasPixelRatio()
  const ringPx = look.radiusPx * 1.3 + (kind === 'selected' ? 5.5 : 4)
  const half = Math.ceil(Math.max(ringPx + 4, markerReachPx(look.radiusPx)))
  canvas.width = half * 2 * ratio
  canvas.height = canvas.width
  canvas.className = 'map-ring'
  canvas.dataset['kind'] = kind
  canvas.style.width = `${half * 2}px`
  canvas.style.height = `${half * 2}px`
  canvas.style.marginLeft = `${-half}px`
  canvas.style.marginTop = `${-half}px`
  const context = canvas.getContext('2d')
  if (!context) return canvas
  context.setTransform(ratio, 0, 0, ratio, half * ratio, half * ratio)
  drawMarker(canvasPathSink(context), look, 0, 0, scheme)
  const lineWidth = kind === 'selected' ? 2.4 : 1.5
  for (const [color, width] of [
    [CASING_COLORS[scheme], lineWidth + 2.4],
    [RING_COLORS[scheme][kind], lineWidth],
  ] as const) {
    context.beginPath()
    context.arc(0, 0, ringPx, 0, 2 * Math.PI)
    context.strokeStyle = color
    context.lineWidth = width
    context.stroke()
  }
  return canvas
}
