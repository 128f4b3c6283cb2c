import { clipLine, clipRing, type Points, type Rect } from './clip.ts'
import type { PictureSink, PictureText } from './picture-sink.ts'
import { simplify } from './simplify.ts'

export interface SvgOptions {
  /** Size in CSS pixels, 96 of which are an inch. */
  readonly width: number
  readonly height: number
  readonly title: string
  readonly description: string
  readonly fontFamily: string
}

/** Detail finer than this is left out; a fifth of a printer's dot at 300 an inch. Pixels. */
const TOLERANCE_PX = 0.06
/** Tiles overlap by this much, so that no hairline of water shows between them. */
const OVERLAP_PX = 0.3
/** From the middle of a line of text down to its base, in its size. */
const BASELINE = 0.36

interface Look {
  readonly fill: string | null
  readonly stroke: { readonly color: string; readonly width: number; readonly dash: readonly number[] } | null
}

/**
 * Records a picture as SVG: paths, text that can be selected, and embedded pictures; no scripts, no styles, nothing
 * that is fetched. Paths are cut to the picture.
 */
export class SvgPictureSink implements PictureSink {
  readonly #options: SvgOptions
  readonly #whole: Rect
  readonly #parts: string[] = []
  #window: Rect
  #lines: number[][] = []
  /** Whether paths of one look may become one: between two tiles of a layer. */
  #isTiled = false
  #pending: { look: string; attributes: string; data: string[] } | null = null
  #texts = 0

  constructor(options: SvgOptions) {
    this.#options = options
    this.#whole = { minX: 0, minY: 0, maxX: options.width, maxY: options.height }
    this.#window = this.#whole
  }

  within(rect: Rect | null): void {
    this.#isTiled = rect !== null
    this.#window = rect ? meet(grown(rect, OVERLAP_PX), this.#whole) : this.#whole
  }

  endLayer(): void {
    if (!this.#pending) return
    this.#parts.push(`<path ${this.#pending.attributes} d="${this.#pending.data.join('')}"/>`)
    this.#pending = null
  }

  beginPath(): void {
    this.#lines = []
  }

  moveTo(x: number, y: number): void {
    this.#lines.push([x, y])
  }

  lineTo(x: number, y: number): void {
    this.#lines.at(-1)?.push(x, y)
  }

  closePath(): void {
    const line = this.#lines.at(-1)
    if (line) line.push(line[0]!, line[1]!)
  }

  fill(color: string): void {
    const rings = this.#lines
      .map((line) => clipRing(line, this.#window))
      .filter((ring) => ring.length >= 6)
      .map((ring) => pathData(simplify([...ring, ring[0]!, ring[1]!], TOLERANCE_PX), true))
    this.#add({ fill: color, stroke: null }, rings)
  }

  stroke(color: string, width: number, dash: readonly number[]): void {
    // Without a tile the stroke of a line along the edge must reach in with its whole width.
    const window = this.#isTiled ? this.#window : grown(this.#window, width)
    const stretches = this.#lines.flatMap((line) => clipLine(line, window))
    const data = stretches.map((line) => pathData(simplify(line, TOLERANCE_PX), false))
    this.#add({ fill: null, stroke: { color, width, dash } }, data)
  }

  text(text: string, x: number, y: number, look: PictureText): void {
    this.endLayer()
    const attributes = [
      `x="${rounded(x)}" y="${rounded(y + look.sizePx * BASELINE)}"`,
      `font-size="${rounded(look.sizePx)}" font-weight="${look.weight}"`,
      look.letterSpacingPx ? `letter-spacing="${rounded(look.letterSpacingPx)}"` : '',
      look.anchor && look.anchor !== 'start' ? `text-anchor="${look.anchor}"` : '',
      look.isItalic ? 'font-style="italic"' : '',
      paint('fill', look.color),
    ]
    if (!look.halo) {
      this.#parts.push(`<text ${spaced(attributes)}>${escaped(text)}</text>`)
      return
    }
    // The halo is a second use of the same text below it: programs that know no paint order draw it right as well.
    this.#texts += 1
    const id = `t${this.#texts}`
    const { color, widthPx, opacity } = look.halo
    const halo = `stroke="${escaped(color)}" stroke-width="${rounded(widthPx)}" stroke-opacity="${opacity}" stroke-linejoin="round"`
    this.#parts.push(`<use href="#${id}" ${halo}/>`)
    this.#parts.push(`<text id="${id}" ${spaced(attributes)}>${escaped(text)}</text>`)
  }

  async image(bytes: Uint8Array, mediaType: string, rect: Rect, opacity: number): Promise<void> {
    this.endLayer()
    const place = `x="${rounded(rect.minX)}" y="${rounded(rect.minY)}" width="${rounded(rect.maxX - rect.minX)}" height="${rounded(rect.maxY - rect.minY)}"`
    const shade = opacity < 1 ? ` opacity="${rounded(opacity)}"` : ''
    this.#parts.push(
      `<image ${place}${shade} preserveAspectRatio="none" href="data:${escaped(mediaType)};base64,${base64(bytes)}"/>`,
    )
  }

  /** The whole document. */
  done(): string {
    this.endLayer()
    const { width, height, title, description, fontFamily } = this.#options
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<svg xmlns="http://www.w3.org/2000/svg" width="${rounded(width / 96)}in" height="${rounded(height / 96)}in" viewBox="0 0 ${rounded(width)} ${rounded(height)}" role="img" aria-labelledby="title description" font-family="${escaped(fontFamily)}" stroke-linejoin="round">`,
      `<title id="title">${escaped(title)}</title>`,
      `<desc id="description">${escaped(description)}</desc>`,
      ...this.#parts,
      '</svg>',
      '',
    ].join('\n')
  }

  #add(look: Look, data: readonly string[]): void {
    const drawn = data.filter((each) => each !== '')
    if (drawn.length === 0) return
    const attributes = look.stroke
      ? spaced([
          'fill="none"',
          paint('stroke', look.stroke.color),
          `stroke-width="${rounded(look.stroke.width)}"`,
          look.stroke.dash.length > 0 ? `stroke-dasharray="${look.stroke.dash.map(rounded).join(' ')}"` : '',
        ])
      : paint('fill', look.fill!)
    if (this.#pending && (!this.#isTiled || this.#pending.look !== attributes)) this.endLayer()
    this.#pending ??= { look: attributes, attributes, data: [] }
    this.#pending.data.push(...drawn)
    if (!this.#isTiled) this.endLayer()
  }
}

function pathData(line: Points, isRing: boolean): string {
  const corners: string[] = []
  const end = isRing ? line.length - 2 : line.length
  for (let at = 0; at < end; at += 2) {
    const corner = `${rounded(line[at]!)} ${rounded(line[at + 1]!)}`
    if (corner !== corners.at(-1)) corners.push(corner)
  }
  if (corners.length < (isRing ? 3 : 2)) return ''
  return `M${corners.join('L')}${isRing ? 'Z' : ''}`
}

/** `#rrggbbaa` as a colour and an opacity, which more programs read. */
function paint(name: 'fill' | 'stroke', color: string): string {
  if (!/^#[0-9a-f]{8}$/i.test(color)) return `${name}="${escaped(color)}"`
  const opacity = Math.round((Number.parseInt(color.slice(7), 16) / 255) * 1_000) / 1_000
  return `${name}="${color.slice(0, 7)}" ${name}-opacity="${opacity}"`
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for XML 1.0, which has no control characters and no half of a surrogate pair. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (letter) => ESCAPES[letter]!)
}

function spaced(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

function grown({ minX, minY, maxX, maxY }: Rect, by: number): Rect {
  return { minX: minX - by, minY: minY - by, maxX: maxX + by, maxY: maxY + by }
}

function meet(a: Rect, b: Rect): Rect {
  return {
    minX: Math.max(a.minX, b.minX),
    minY: Math.max(a.minY, b.minY),
    maxX: Math.min(a.maxX, b.maxX),
    maxY: Math.min(a.maxY, b.maxY),
  }
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function base64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const group = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    parts.push(
      DIGITS[group >> 18]! +
        DIGITS[(group >> 12) & 63]! +
        (at + 1 < bytes.length ? DIGITS[(group >> 6) & 63]! : '=') +
        (at + 2 < bytes.length ? DIGITS[group & 63]! : '='),
    )
  }
  return parts.join('')
}
