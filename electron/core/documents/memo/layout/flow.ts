import { CONTENT_BOTTOM, PAGE } from '../style.ts'
import type { Canvas } from './canvas.ts'
import type { Piece } from './piece.ts'

/** Lays pieces down the pages, breaking where it must and never between pieces that belong together. */
export class Flow {
  readonly #canvas: Canvas
  #y: number = PAGE.top
  #isPageEmpty = true

  constructor(canvas: Canvas) {
    this.#canvas = canvas
  }

  add(pieces: readonly Piece[]): void {
    let from = 0
    while (from < pieces.length) {
      let to = from
      while (to < pieces.length - 1 && pieces[to]?.keepWithNext) to += 1
      this.#addTogether(pieces.slice(from, to + 1))
      from = to + 1
    }
  }

  #addTogether(group: readonly Piece[]): void {
    const height = group.reduce(
      (sum, piece, index) => sum + piece.height + (index === 0 && this.#isPageEmpty ? 0 : piece.gapBefore),
      0,
    )
    if (!this.#isPageEmpty && this.#y + height > CONTENT_BOTTOM) this.#breakPage(group[0])
    for (const piece of group) this.#place(piece)
  }

  #place(piece: Piece): void {
    const gap = this.#isPageEmpty ? 0 : piece.gapBefore
    // A group taller than a page is broken after all: nothing may run off the sheet.
    if (!this.#isPageEmpty && this.#y + gap + piece.height > CONTENT_BOTTOM) this.#breakPage(piece)
    const top = this.#y + (this.#isPageEmpty ? 0 : piece.gapBefore)
    piece.draw(this.#canvas, PAGE.left, top)
    this.#y = top + piece.height
    this.#isPageEmpty = false
  }

  #breakPage(next: Piece | undefined): void {
    this.#canvas.addPage()
    this.#y = PAGE.top
    this.#isPageEmpty = true
    const head = next?.repeated
    if (!head) return
    head.draw(this.#canvas, PAGE.left, this.#y)
    this.#y += head.height
    // What follows a repeated head stands directly under it.
    this.#isPageEmpty = true
  }
}
