import type { Rect } from '../../../shared/map/picture/clip.ts'
import type { PictureSink, PictureText } from '../../../shared/map/picture/picture-sink.ts'

/** Tiles are cut this much outside of their edge, so that no hairline of the ground below shows between two of them. */
const OVERLAP_PX = 0.6

/** Draws a picture on a canvas, whose transform may give it any density. */
export class CanvasPictureSink implements PictureSink {
  readonly #context: CanvasRenderingContext2D
  readonly #fontFamily: string
  #isCut = false
  #font = ''
  #spacing = Number.NaN

  constructor(context: CanvasRenderingContext2D, fontFamily: string) {
    this.#context = context
    this.#fontFamily = fontFamily
    context.lineJoin = 'round'
    context.textBaseline = 'middle'
  }

  within(rect: Rect | null): void {
    const context = this.#context
    if (this.#isCut) context.restore()
    this.#isCut = rect !== null
    if (!rect) return
    context.save()
    context.beginPath()
    context.rect(
      rect.minX - OVERLAP_PX,
      rect.minY - OVERLAP_PX,
      rect.maxX - rect.minX + 2 * OVERLAP_PX,
      rect.maxY - rect.minY + 2 * OVERLAP_PX,
    )
    context.clip()
  }

  endLayer(): void {}

  beginPath(): void {
    this.#context.beginPath()
  }

  moveTo(x: number, y: number): void {
    this.#context.moveTo(x, y)
  }

  lineTo(x: number, y: number): void {
    this.#context.lineTo(x, y)
  }

  closePath(): void {
    this.#context.closePath()
  }

  fill(color: string): void {
    this.#context.fillStyle = color
    this.#context.fill('nonzero')
  }

  stroke(color: string, width: number, dash: readonly number[]): void {
    this.#context.strokeStyle = color
    this.#context.lineWidth = width
    this.#context.setLineDash([...dash])
    this.#context.stroke()
  }

  text(text: string, x: number, y: number, look: PictureText): void {
    const context = this.#context
    this.#setFont(look)
    context.textAlign = look.anchor === 'middle' ? 'center' : look.anchor === 'end' ? 'right' : 'left'
    if (look.halo) {
      context.setLineDash([])
      context.globalAlpha = look.halo.opacity
      context.strokeStyle = look.halo.color
      context.lineWidth = look.halo.widthPx
      context.strokeText(text, x, y)
      context.globalAlpha = 1
    }
    context.fillStyle = look.color
    context.fillText(text, x, y)
  }

  /** Width of a text in CSS pixels. */
  measure(text: string, look: PictureText): number {
    this.#setFont(look)
    return this.#context.measureText(text).width
  }

  async image(bytes: Uint8Array, mediaType: string, rect: Rect, opacity: number): Promise<void> {
    const bitmap = await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }))
    this.#context.globalAlpha = opacity
    this.#context.drawImage(bitmap, rect.minX, rect.minY, rect.maxX - rect.minX, rect.maxY - rect.minY)
    this.#context.globalAlpha = 1
    bitmap.close()
  }

  /** The browser parses a font each time it is set, so it is set when it changes alone. */
  #setFont({ sizePx, weight, letterSpacingPx = 0, isItalic = false }: PictureText): void {
    const font = `${isItalic ? 'italic ' : ''}${weight} ${sizePx}px ${this.#fontFamily}`
    if (font !== this.#font) this.#context.font = font
    if (letterSpacingPx !== this.#spacing) this.#context.letterSpacing = `${letterSpacingPx}px`
    this.#font = font
    this.#spacing = letterSpacingPx
  }
}
