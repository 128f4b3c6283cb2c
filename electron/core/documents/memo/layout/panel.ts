import { COLORS } from '../style.ts'
import type { Box } from './box.ts'

const BAND = 3

/** A box on a tinted ground with a band of colour on its left. */
export function panel(inner: Box, width: number, padding: number, bandColor: string): Box {
  const height = inner.height + 2 * padding
  return {
    width,
    height,
    draw(canvas, x, y) {
      canvas.artifact(() => {
        canvas.rect(x, y, width, height, COLORS.panel)
        canvas.rect(x, y, BAND, height, bandColor)
      })
      inner.draw(canvas, x + padding + BAND, y + padding)
    },
  }
}

/** Room that a panel leaves to what is in it. */
export function panelRoom(width: number, padding: number): number {
  return width - 2 * padding - BAND
}
