import type { Box } from '../layout/box.ts'
import type { Canvas } from '../layout/canvas.ts'
import { drawShapes } from './draw-shapes.ts'
import type { Shape } from './shape.ts'

/** A figure with the text that stands in for it where it cannot be seen. */
export function figureBox(
  width: number,
  height: number,
  alt: string,
  draw: (canvas: Canvas, x: number, y: number) => void,
): Box {
  return {
    width,
    height,
    draw(canvas, x, y) {
      const figure = canvas.element('Figure', { alt: alt.toWellFormed(), bbox: [x, y, x + width, y + height] })
      canvas.within(figure, () => draw(canvas, x, y))
    },
  }
}

export function shapesBox(width: number, height: number, alt: string, shapes: readonly Shape[]): Box {
  return figureBox(width, height, alt, (canvas, x, y) => drawShapes(canvas, shapes, x, y))
}
