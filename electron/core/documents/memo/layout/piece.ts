import type { Box } from './box.ts'
import type { Canvas } from './canvas.ts'

/** A part of the flow that no page break divides. */
export interface Piece {
  readonly height: number
  /** Room above; none at the top of a page. */
  readonly gapBefore: number
  /** True where the next piece must stand on the same page. */
  readonly keepWithNext: boolean
  /** Drawn again above this piece where a page break falls before it: the head of a table. */
  readonly repeated: Box | null
  draw(canvas: Canvas, x: number, y: number): void
}

export function pieceOf(box: Box, options: { gapBefore?: number; keepWithNext?: boolean } = {}): Piece {
  return {
    height: box.height,
    gapBefore: options.gapBefore ?? 0,
    keepWithNext: options.keepWithNext ?? false,
    repeated: null,
    draw: (canvas, x, y) => box.draw(canvas, x, y),
  }
}
