import { type MarkerShape, traceShape } from '../../../../../shared/map/kind-shapes.ts'

/** A marker's outline in SVG path syntax. */
export function markerPath(shape: MarkerShape, x: number, y: number, radius: number): string {
  const parts: string[] = []
  const put = (sign: string, px: number, py: number) =>
    parts.push(`${sign}${Math.round(px * 100) / 100} ${Math.round(py * 100) / 100}`)
  traceShape(
    {
      beginPath() {},
      moveTo: (px, py) => put('M', px, py),
      lineTo: (px, py) => put('L', px, py),
      closePath: () => parts.push('Z'),
      fill() {},
      stroke() {},
    },
    shape,
    x,
    y,
    radius,
  )
  return parts.join('')
}
