import type { LabelStyle } from '../../../shared/map/label-style.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import { drawLabelDot, drawLabelName, HALO_PX } from '../../../shared/map/picture/draw-labels.ts'
import type { PlacedLabel } from '../../../shared/map/place-labels.ts'
import { CanvasPictureSink } from '../snapshot/canvas-picture-sink.ts'

/** Pixels of the atlas: room for some thousand names. */
const SIZE_PX = 2_048

interface Picture {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** From the picture's corner to the left end of the text and its middle, or to the middle of the dot. */
  readonly anchorX: number
  readonly anchorY: number
}

/**
 * Pictures of names, drawn once and then copied: the outline of letters costs the most of a paint, and from one view
 * to the next most names stay the same. Pictures lie on whole pixels.
 */
export class LabelAtlas {
  readonly #fontFamily: string
  readonly #pictures = new Map<string, Picture>()
  readonly #canvas = document.createElement('canvas')
  #look = ''
  #rowX = 0
  #rowY = 0
  #rowHeight = 0

  constructor(fontFamily: string) {
    this.#fontFamily = fontFamily
  }

  /** A font has come: what was drawn before is no longer right. */
  clear(): void {
    this.#pictures.clear()
    this.#rowX = 0
    this.#rowY = 0
    this.#rowHeight = 0
    this.#canvas.width = SIZE_PX
    this.#canvas.height = SIZE_PX
  }

  /** Draws the labels on a canvas without a transform; `measure` gives widths in CSS pixels. */
  draw(
    context: CanvasRenderingContext2D,
    labels: readonly PlacedLabel[],
    { scheme, pixelRatio }: { readonly scheme: MapScheme; readonly pixelRatio: number },
    measure: (text: string, style: LabelStyle) => number,
  ): void {
    const look = `${scheme} ${pixelRatio}`
    if (look !== this.#look) this.clear()
    this.#look = look
    // All that is missing is drawn before the first copy: a browser copies the whole atlas when it is written to anew.
    const wanted = labels.map((label) => this.#picturesOf(label, scheme, pixelRatio, measure))
    if (wanted.some((pictures) => pictures === null)) {
      this.clear()
      wanted.splice(0, wanted.length, ...labels.map((label) => this.#picturesOf(label, scheme, pixelRatio, measure)))
    }
    const sink = new CanvasPictureSink(context, this.#fontFamily)
    labels.forEach((label, index) => {
      const pictures = wanted[index]
      if (!pictures) {
        // More names than the atlas holds, as on a very large screen of high density.
        context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
        drawLabelName(sink, label, scheme)
        drawLabelDot(sink, label, scheme)
        context.setTransform(1, 0, 0, 1, 0, 0)
        return
      }
      this.#copy(context, pictures.name, label.x * pixelRatio, label.y * pixelRatio)
      if (pictures.dot) this.#copy(context, pictures.dot, label.dotX * pixelRatio, label.dotY * pixelRatio)
    })
  }

  #copy(context: CanvasRenderingContext2D, picture: Picture, x: number, y: number): void {
    const { width, height } = picture
    const [left, top] = [Math.round(x - picture.anchorX), Math.round(y - picture.anchorY)]
    context.drawImage(this.#canvas, picture.x, picture.y, width, height, left, top, width, height)
  }

  #picturesOf(
    label: PlacedLabel,
    scheme: MapScheme,
    ratio: number,
    measure: (text: string, style: LabelStyle) => number,
  ): { name: Picture; dot: Picture | null } | null {
    const { text, style } = label
    const key = `${style.weight} ${style.sizePx} ${style.letterSpacingPx} ${style.tone}`
    const name = this.#picture(`${key} ${text}`, measure(text, style), style.sizePx * 1.5, ratio, (sink, x, y) =>
      drawLabelName(sink, { ...label, x, y }, scheme),
    )
    if (style.dotPx === 0) return name && { name, dot: null }
    const dotSize = style.dotPx * 2
    const dot = this.#picture(`dot ${style.dotPx} ${style.tone}`, dotSize, dotSize, ratio, (sink, x, y) =>
      drawLabelDot(sink, { ...label, dotX: x + style.dotPx, dotY: y }, scheme),
    )
    return name && dot && { name, dot: { ...dot, anchorX: dot.anchorX + Math.round(style.dotPx * ratio) } }
  }

  /** The picture under a key, drawn if it is new; null where there is no room for it. */
  #picture(
    key: string,
    widthPx: number,
    heightPx: number,
    ratio: number,
    draw: (sink: CanvasPictureSink, x: number, y: number) => void,
  ): Picture | null {
    const known = this.#pictures.get(key)
    if (known) return known
    const width = Math.ceil((widthPx + 2 * HALO_PX + 2) * ratio)
    const height = Math.ceil((heightPx + 2 * HALO_PX) * ratio)
    const corner = this.#room(width, height)
    const context = corner && this.#canvas.getContext('2d')
    if (!corner || !context) return null
    const [anchorX, anchorY] = [Math.round((HALO_PX + 1) * ratio), Math.round(height / 2)]
    context.setTransform(ratio, 0, 0, ratio, corner.x + anchorX, corner.y + anchorY)
    draw(new CanvasPictureSink(context, this.#fontFamily), 0, 0)
    const picture = { ...corner, width, height, anchorX, anchorY }
    this.#pictures.set(key, picture)
    return picture
  }

  #room(width: number, height: number): { x: number; y: number } | null {
    if (this.#rowX + width > SIZE_PX) {
      this.#rowX = 0
      this.#rowY += this.#rowHeight
      this.#rowHeight = 0
    }
    if (width > SIZE_PX || this.#rowY + height > SIZE_PX) return null
    const corner = { x: this.#rowX, y: this.#rowY }
    this.#rowX += width
    this.#rowHeight = Math.max(this.#rowHeight, height)
    return corner
  }
}
