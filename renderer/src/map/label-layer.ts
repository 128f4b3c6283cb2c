import type { LabelIndex } from '../../../shared/map/label-index.ts'
import { LABEL_COLORS, type LabelColors, type LabelStyle } from '../../../shared/map/label-style.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import { type PlacedLabel, placeLabels } from '../../../shared/map/place-labels.ts'
import type { MapWindow } from '../../../shared/map/tile-cover.ts'
import { CanvasOverlay } from './canvas-overlay.ts'

const HALO_PX = 2.6

/** Place names over the ground and the sites. */
export class LabelLayer extends CanvasOverlay {
  readonly #index: LabelIndex
  readonly #fontFamily: string
  readonly #widths = new Map<string, number>()
  #scheme: MapScheme

  constructor(index: LabelIndex, scheme: MapScheme, fontFamily: string) {
    super('labels', 450)
    this.#index = index
    this.#scheme = scheme
    this.#fontFamily = fontFamily
  }

  setScheme(scheme: MapScheme): void {
    if (scheme === this.#scheme) return
    this.#scheme = scheme
    this.requestPaint()
  }

  /** A font has come since the names were measured. */
  fontsChanged(): void {
    this.#widths.clear()
    this.requestPaint()
  }

  protected override paint(canvas: HTMLCanvasElement, window: MapWindow, pixelRatio: number): void {
    const context = canvas.getContext('2d')
    if (!context) return
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, canvas.width, canvas.height)
    context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
    context.textBaseline = 'middle'
    context.lineJoin = 'round'
    const colors = LABEL_COLORS[this.#scheme]
    const placed = placeLabels(this.#index, window, (text, style) => this.#measure(context, text, style))
    for (const label of placed) this.#drawLabel(context, label, colors)
  }

  #drawLabel(context: CanvasRenderingContext2D, label: PlacedLabel, colors: LabelColors): void {
    const { style } = label
    this.#setFont(context, style)
    context.strokeStyle = colors.halo
    context.fillStyle = colors[style.tone]
    context.globalAlpha = 0.85
    context.lineWidth = HALO_PX
    context.strokeText(label.text, label.x, label.y)
    context.globalAlpha = 1
    context.fillText(label.text, label.x, label.y)
    if (style.dotPx === 0) return
    context.beginPath()
    context.arc(label.dotX, label.dotY, style.dotPx, 0, 2 * Math.PI)
    context.lineWidth = 1.6
    context.stroke()
    context.fill()
  }

  #measure(context: CanvasRenderingContext2D, text: string, style: LabelStyle): number {
    const key = `${style.weight} ${style.sizePx} ${style.letterSpacingPx} ${text}`
    let width = this.#widths.get(key)
    if (width === undefined) {
      this.#setFont(context, style)
      width = context.measureText(text).width
      this.#widths.set(key, width)
    }
    return width
  }

  #setFont(context: CanvasRenderingContext2D, style: LabelStyle): void {
    context.font = `${style.weight} ${style.sizePx}px ${this.#fontFamily}`
    context.letterSpacing = `${style.letterSpacingPx}px`
  }
}
