import KDBush from 'kdbush'
import type { SiteColumns } from '../../../shared/columns/site-columns.ts'
import { MARKER_SHAPES, shapeOfKind } from '../../../shared/map/kind-shapes.ts'
import { mercatorX, mercatorY } from '../../../shared/map/mercator.ts'

/** What a site's marker keeps while scenarios come and go: its place and its shape. */
export interface SitePoints {
  readonly count: number
  /** World coordinates (unit square) by row, NaN where the position is unknown. */
  readonly x: Float64Array
  readonly y: Float64Array
  /** Index into MARKER_SHAPES by row. */
  readonly shape: Uint8Array
  /** Rows within a distance of a point of the unit square, in no order. */
  within(x: number, y: number, distance: number): number[]
}

export function sitePoints(columns: SiteColumns): SitePoints {
  const { count } = columns
  const x = Float64Array.from(columns.numbers.longitude, mercatorX)
  const y = Float64Array.from(columns.numbers.latitude, mercatorY)
  const shapeOfCode = columns.categories.kind.labels.map((kind) => MARKER_SHAPES.indexOf(shapeOfKind(kind)))
  const shape = Uint8Array.from(columns.categories.kind.codes, (code) => shapeOfCode[code] ?? 0)

  const placed: number[] = []
  for (let row = 0; row < count; row += 1) if (!Number.isNaN(x[row]! + y[row]!)) placed.push(row)
  const tree = new KDBush(placed.length)
  for (const row of placed) tree.add(x[row]!, y[row]!)
  tree.finish()
  return {
    count,
    x,
    y,
    shape,
    within: (atX, atY, distance) => tree.within(atX, atY, distance).map((index) => placed[index]!),
  }
}
