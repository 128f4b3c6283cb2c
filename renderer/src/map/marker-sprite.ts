import { MARKER_SHAPES } from '../../../shared/map/kind-shapes.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import { canvasPathSink } from './canvas-path-sink.ts'
import { drawMarker, lookOfCodes, markerReachPx } from './marker-look.ts'
import { type Sprite, spriteOf } from './marker-raster.ts'
import type { SitePaint } from './site-paint.ts'

/** Radii are rounded to this many steps a pixel; finer differences cannot be seen. */
const STEPS_PER_PX = 2

/** More than any value has classes, and than there are marks. */
const MOST_CODES = 8
const MOST_MARKS = 4

/** A radius in CSS pixels as a whole number of steps, 1 to 255. */
export function radiusStep(radiusPx: number): number {
  return Math.min(255, Math.max(1, Math.round(radiusPx * STEPS_PER_PX)))
}

/** Pixels that a marker's picture reaches from its middle, up and down as well as left and right. */
export function spriteReachPx(step: number, pixelRatio: number): number {
  return Math.ceil(markerReachPx(step / STEPS_PER_PX) * pixelRatio)
}

/** Pictures of markers by shape, colour, marks and size, drawn when first asked for. */
export class MarkerSprites {
  readonly #sprites: (Sprite | undefined)[] = []
  readonly #paint: Pick<SitePaint, 'value' | 'unknownCode'>
  readonly #scheme: MapScheme
  readonly #pixelRatio: number
  readonly #context: CanvasRenderingContext2D

  constructor({ value, unknownCode }: SitePaint, scheme: MapScheme, pixelRatio: number) {
    // Not the paint itself, whose arrays are as long as the catalog and of the moment.
    this.#paint = { value, unknownCode }
    this.#scheme = scheme
    this.#pixelRatio = pixelRatio
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    if (!context) throw new Error('This browser gives no 2D canvas.')
    this.#context = context
  }

  /** @param shape index into MARKER_SHAPES; @param code and @param marks of a SitePaint; @param step from `radiusStep` */
  sprite(shape: number, code: number, marks: number, step: number): Sprite {
    const key = ((step * MOST_CODES + code) * MARKER_SHAPES.length + shape) * MOST_MARKS + marks
    let sprite = this.#sprites[key]
    if (!sprite) {
      sprite = this.#draw(shape, code, marks, step)
      this.#sprites[key] = sprite
    }
    return sprite
  }

  #draw(shape: number, code: number, marks: number, step: number): Sprite {
    const radiusPx = step / STEPS_PER_PX
    const half = spriteReachPx(step, this.#pixelRatio)
    const size = half * 2 + 1
    const { canvas } = this.#context
    canvas.width = size
    canvas.height = size
    // Centred on the middle of the middle pixel.
    this.#context.setTransform(this.#pixelRatio, 0, 0, this.#pixelRatio, half + 0.5, half + 0.5)
    const look = lookOfCodes(this.#paint, this.#scheme, shape, code, marks, radiusPx)
    drawMarker(canvasPathSink(this.#context), look, 0, 0, this.#scheme)
    const pixels = this.#context.getImageData(0, 0, size, size).data
    return spriteOf(pixels, size, radiusPx * this.#pixelRatio)
  }
}
