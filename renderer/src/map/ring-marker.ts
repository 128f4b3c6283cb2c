import { Icon, type LatLngExpression, Marker } from 'leaflet'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import type { PathSink } from '../../../shared/map/path-sink.ts'
import { canvasPathSink } from './canvas-path-sink.ts'
import { canvasPixelRatio } from './canvas-pixels.ts'
import { drawMarker, type MarkerLook, markerReachPx } from './marker-look.ts'

/** `focused` is the one that the keys are on. */
export type RingKind = 'selected' | 'hovered' | 'focused'

const RING_COLORS: Readonly<Record<MapScheme, Readonly<Record<RingKind, string>>>> = {
  light: { selected: '#12151b', hovered: '#12151b', focused: '#1d5cb8' },
  dark: { selected: '#ffffff', hovered: '#e8ebef', focused: '#74abf5' },
  print: { selected: '#12151b', hovered: '#12151b', focused: '#1d5cb8' },
}

/** Under the ring, so that it shows over markers of any colour. */
const CASING_COLORS: Readonly<Record<MapScheme, string>> = { light: '#ffffff', dark: '#0b0f15', print: '#ffffff' }

/** A site's marker drawn again on top of all, in a ring: the selected one, the hovered one or the one that the keys are on. */
export class RingMarker extends Marker {
  constructor(position: LatLngExpression, look: MarkerLook, kind: RingKind, scheme: MapScheme) {
    super(position, {
      icon: new RingIcon(look, kind, scheme),
      pane: 'rings',
      interactive: false,
      keyboard: false,
      zIndexOffset: Z_OFFSETS[kind],
    })
  }
}

const Z_OFFSETS: Readonly<Record<RingKind, number>> = { hovered: 0, selected: 1_000, focused: 2_000 }

/** Around the marker, in pixels; that of the keys leaves room for the one of the selection. */
const GAPS_PX: Readonly<Record<RingKind, number>> = { hovered: 4, selected: 5.5, focused: 10 }

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

/** A marker in its ring; the sink's units are CSS pixels. */
export function drawRing(
  sink: PathSink,
  look: MarkerLook,
  x: number,
  y: number,
  kind: RingKind,
  scheme: MapScheme,
): void {
  drawMarker(sink, look, x, y, scheme)
  const lineWidth = kind === 'hovered' ? 1.5 : 2.4
  for (const [color, width] of [
    [CASING_COLORS[scheme], lineWidth + 2.4],
    [RING_COLORS[scheme][kind], lineWidth],
  ] as const) {
    sink.beginPath()
    for (let side = 0; side < RING_SIDES; side += 1) {
      const angle = (side / RING_SIDES) * 2 * Math.PI
      const [atX, atY] = [
        x + ringRadiusPx(look, kind) * Math.cos(angle),
        y + ringRadiusPx(look, kind) * Math.sin(angle),
      ]
      if (side === 0) sink.moveTo(atX, atY)
      else sink.lineTo(atX, atY)
    }
    sink.closePath()
    sink.stroke(color, width, [])
  }
}

/** A sink knows no arcs; so many sides are round at the size of a ring. */
const RING_SIDES = 64

function ringRadiusPx(look: MarkerLook, kind: RingKind): number {
  return look.radiusPx * 1.3 + GAPS_PX[kind]
}

function ringCanvas(look: MarkerLook, kind: RingKind, scheme: MapScheme): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  const ratio = canvasPixelRatio()
  const half = Math.ceil(Math.max(ringRadiusPx(look, kind) + 4, markerReachPx(look.radiusPx)))
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
  drawRing(canvasPathSink(context), look, 0, 0, kind, scheme)
  return canvas
}
