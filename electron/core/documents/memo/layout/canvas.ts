import { PAGE, type TextStyle } from '../style.ts'
import type { Faces } from '../text/open-face.ts'
import { REPLACEMENT } from '../text/printable.ts'
import { type SetText, widthOf } from '../text/set-text.ts'
import type { MemoPdf } from './memo-pdf.ts'

export type StructElement = PDFKit.PDFStructureElement

export interface TagOptions {
  readonly alt?: string
  readonly actual?: string
  readonly scope?: 'Row' | 'Column'
  readonly bbox?: readonly [number, number, number, number]
}

export type Align = 'left' | 'right' | 'center'

interface PdfkitFont {
  readonly _font: { layoutCache: object }
}

/** The current page: draws text and shapes, and says of everything what it is in the document's structure. */
export class Canvas {
  readonly pdf: MemoPdf
  readonly faces: Faces
  /** The element that all others hang under. */
  readonly root: StructElement
  /** True once a sign stood in for a character without a glyph. */
  hasReplacements = false

  constructor(pdf: MemoPdf, faces: Faces) {
    this.pdf = pdf
    this.faces = faces
    for (const face of Object.values(faces)) {
      pdf.registerFont(face.name, face.font as unknown as string).font(face.name)
      // pdfkit shapes every word anew in each document; the words of one memo are most of the next one's.
      ;(pdf as unknown as PdfkitFont)._font.layoutCache = face.shapedWords()
    }
    this.root = pdf.struct('Document')
    pdf.addStructure(this.root)
    this.addPage()
  }

  get pageCount(): number {
    return this.pdf.bufferedPageRange().count
  }

  addPage(): void {
    this.pdf.addPage()
  }

  /** A new element of the structure, under `parent`. */
  element(type: string, options: TagOptions = {}, parent: StructElement = this.root): StructElement {
    const element = this.pdf.struct(type, options as object)
    parent.add(element)
    return element
  }

  /** Draws content that belongs to an element; an element may get content several times, also on later pages. */
  within(element: StructElement, draw: () => void): void {
    element.add(draw)
  }

  /** Draws what is no content: rules, grounds, running feet. */
  artifact(draw: () => void): void {
    this.pdf.markContent('Artifact', { type: 'Layout' })
    draw()
    this.pdf.endMarkedContent()
  }

  /** Draws one line of settable text with its baseline at y. */
  line(text: string, x: number, y: number, style: TextStyle, align: Align = 'left', width = 0): void {
    if (text === '') return
    const slack = align === 'left' ? 0 : width - widthOf(this.faces, text, style) + style.tracking
    const left = align === 'center' ? x + slack / 2 : x + slack
    this.pdf.font(style.face, style.size).fillColor(style.color)
    this.pdf.text(text, left, y, {
      lineBreak: false,
      baseline: 'alphabetic',
      ...(style.tracking > 0 ? { characterSpacing: style.tracking } : {}),
    })
  }

  /** Draws lines `from` to `to` of a set text, the first one's line box starting at y. */
  lines(text: SetText, x: number, y: number, align: Align, width: number, from = 0, to = text.lines.length): void {
    if (text.actual !== null) this.hasReplacements ||= text.lines.some((line) => line.includes(REPLACEMENT))
    for (let index = from; index < to; index += 1) {
      const line = text.lines[index] ?? ''
      this.line(line, x, y + baselineIn(text.style) + (index - from) * text.style.lineHeight, text.style, align, width)
    }
  }

  rule(x: number, y: number, width: number, color: string, thickness = 0.5): void {
    this.pdf
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(thickness)
      .strokeColor(color)
      .stroke()
  }

  rect(x: number, y: number, width: number, height: number, color: string): void {
    this.pdf.rect(x, y, width, height).fillColor(color).fill()
  }

  /** Draws on every page, last of all. */
  onEveryPage(draw: (page: number, of: number) => void): void {
    const { start, count } = this.pdf.bufferedPageRange()
    for (let page = 0; page < count; page += 1) {
      this.pdf.switchToPage(start + page)
      draw(page + 1, count)
    }
  }

  get bottom(): number {
    return PAGE.height - PAGE.bottom
  }
}

/** Distance of the baseline from the top of the line box: the capitals stand in its middle. */
export function baselineIn(style: TextStyle): number {
  return (style.lineHeight + style.size * 0.714) / 2
}
