import { VERDICTS } from '../../../shared/domain/site/strategies.ts'
import { MARKER_SHAPES } from '../../../shared/map/kind-shapes.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import { canvasPathSink } from './canvas-path-sink.ts'
import { drawMarker, markerReachPx } from './marker-look.ts'
import { type Sprite, spriteOf } from './marker-raster.ts'

/** Radii are rounded to this many steps a pixel; finer differences cannot be seen. */
const STEPS_PER_PX = 2

/** A radius in CSS pixels as a whole number of steps, 1 to 255. */
export function radiusStep(radiusPx: number): number {
  return Math.min(255, Math.max(1, Math.round(radiusPx * STEPS_PER_PX)))
}

/** Pictures of markers by shape, verdict, size and solidity, drawn when first asked for. */
export class MarkerSprites {
  readonly #sprites: (Sprite | undefined)[] = []
  readonly #scheme: MapScheme
  readonly #pixelRatio: number
  readonly #context: CanvasRenderingContext2D

  constructor(scheme: MapScheme, pixelRatio: number) {
    this.#scheme = scheme
    this.#pixelRatio = pixelRatio
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    if (!context) throw new Error('This browser gives no 2D canvas.')
    this.#context = context
  }

  /** @param shape index into MARKER_SHAPES; @param verdict index into VERDICTS; @param step from `radiusStep` */
  sprite(shape: number, verdict: number, hollow: boolean, step: number): Sprite {
    const key = ((step * VERDICTS.length + verdict) * MARKER_SHAPES.length + shape) * 2 + (hollow ? 1 : 0)
    let sprite = this.#sprites[key]
    if (!sprite) {
      sprite = this.#draw(shape, verdict, hollow, step / STEPS_PER_PX)
      this.#sprites[key] = sprite
    }
    return sprite
  }

  #draw(shape: number, verdict: number, hollow: boolean, radiusPx: number): Sprite {
    const half = Math.ceil(markerReachPx(radiusPx) * this.#pixelRatio)
    const size = half * 2 + 1
    const { canvas } = this.#context
    canvas.width = size
    canvas.height = size
    // Centred on the middle of the middle pixel.
    this.#context.setTransform(this.#pixelRatio, 0, 0, this.#pixelRatio, half + 0.5, half + 0.5)
    const look = { shape: MARKER_SHAPES[shape] ?? 'circle', verdict, hollow, radiusPx } as const
    drawMarker(canvasPathSink(this.#context), look, 0, 0, this.#scheme)
    const pixels = this.#context.getImageData(0, 0, size, size).data
    return spriteOf(pixels, size, radiusPx * this.#pixelRatio)
  }
}
