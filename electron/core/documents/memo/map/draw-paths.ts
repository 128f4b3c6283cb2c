import type { MemoPdf } from '../layout/memo-pdf.ts'
import type { PaintedPath } from './pdf-path-sink.ts'

/** Paints recorded paths; the caller has set origin and clip. */
export function drawPaths(pdf: MemoPdf, paths: readonly PaintedPath[]): void {
  pdf.lineJoin('round').lineCap('butt')
  for (const { operators, fill, stroke } of paths) {
    if (fill !== null) {
      pdf.fillColor(fill)
      pdf.addContent(operators)
    }
    if (stroke) {
      pdf.strokeColor(stroke.color).lineWidth(stroke.width)
      pdf.addContent(`[${stroke.dash.map((length) => Math.round(length * 100) / 100).join(' ')}] 0 d`)
      pdf.addContent(`${operators} S`)
    }
  }
}
