import type { Canvas } from '../layout/canvas.ts'
import { widthOf } from '../text/set-text.ts'
import type { Shape } from './shape.ts'

/** Draws shapes with their origin at x, y. */
export function drawShapes(canvas: Canvas, shapes: readonly Shape[], x: number, y: number): void {
  for (const shape of shapes) drawShape(canvas, shape, x, y)
}

function drawShape(canvas: Canvas, shape: Shape, x: number, y: number): void {
  const { pdf } = canvas
  switch (shape.kind) {
    case 'rect':
      pdf.rect(x + shape.x, y + shape.y, shape.width, shape.height)
      paint(canvas, shape)
      return
    case 'circle':
      pdf.circle(x + shape.x, y + shape.y, shape.radius)
      paint(canvas, shape)
      return
    case 'line':
      pdf.save()
      if (shape.dash) pdf.dash(shape.dash[0] ?? 1, { space: shape.dash[1] ?? 1 })
      pdf
        .moveTo(x + shape.x1, y + shape.y1)
        .lineTo(x + shape.x2, y + shape.y2)
        .lineWidth(shape.width)
        .strokeColor(shape.color)
        .stroke()
      pdf.restore()
      return
    case 'path':
      pdf.save().translate(x, y)
      if (shape.dash) pdf.dash(shape.dash[0] ?? 1, { space: shape.dash[1] ?? 1 })
      pdf.path(shape.data)
      paint(canvas, shape)
      pdf.restore()
      return
    case 'text': {
      const width = shape.align === 'left' ? 0 : widthOf(canvas.faces, shape.text, shape.style)
      const left = shape.align === 'left' ? 0 : shape.align === 'right' ? -width : -width / 2
      canvas.line(shape.text, x + shape.x + left, y + shape.y, shape.style)
    }
  }
}

interface Paint {
  readonly fill?: string
  readonly stroke?: string
  readonly strokeWidth?: number
}

function paint({ pdf }: Canvas, { fill, stroke, strokeWidth = 0.5 }: Paint): void {
  if (fill !== undefined && stroke !== undefined)
    pdf.fillColor(fill).strokeColor(stroke).lineWidth(strokeWidth).fillAndStroke()
  else if (fill !== undefined) pdf.fillColor(fill).fill()
  else if (stroke !== undefined) pdf.strokeColor(stroke).lineWidth(strokeWidth).stroke()
}
