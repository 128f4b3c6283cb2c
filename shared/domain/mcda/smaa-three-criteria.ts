import { type AcceptabilityTally, acceptabilityTally } from './acceptability-tally.ts'
import { areaAndCentroid, clip, type Plane, type Polygon } from './polygon.ts'
import { sharedRanks } from './shared-ranks.ts'
import type { WeightSpace } from './weight-space.ts'

/** Smaller parts of the plane of weights are rounding, not weights. */
const LEAST_AREA = 1e-15

/**
 * Exact tally under three criteria: the lines on which two sites tie cut the plane of the first two weights into convex
 * parts, and inside a part no rank changes. The parts grow with the fourth power of the sites.
 */
export function tallyThreeCriteria(values: readonly (readonly number[])[], space: WeightSpace): AcceptabilityTally {
  let parts: Polygon[] = [region(space)]
  for (const [index, first] of values.entries()) {
    for (const second of values.slice(index + 1)) {
      const lead = leadOf(first, second)
      if (lead.constant === 0 && lead.atX === 0 && lead.atY === 0) continue
      parts = parts.flatMap((part) => cut(part, lead))
    }
  }
  const tally = acceptabilityTally(values.length, 3)
  for (const part of parts) {
    const { area, centroid } = areaAndCentroid(part)
    if (area < LEAST_AREA) continue
    const [x, y] = centroid
    const ranks = sharedRanks(values.map(([a = 0, b = 0, c = 0]) => x * a + y * b + (1 - x - y) * c))
    tally.add(ranks, [x, y, 1 - x - y], area)
  }
  return tally
}

/** The allowed weights as a polygon of the first two. */
function region([first, second, third]: WeightSpace): Polygon {
  const simplex: Polygon = [
    [0, 0],
    [1, 0],
    [0, 1],
  ]
  const limits: Plane[] = [
    { constant: -(first?.low ?? 0), atX: 1, atY: 0 },
    { constant: first?.high ?? 1, atX: -1, atY: 0 },
    { constant: -(second?.low ?? 0), atX: 0, atY: 1 },
    { constant: second?.high ?? 1, atX: 0, atY: -1 },
    { constant: 1 - (third?.low ?? 0), atX: -1, atY: -1 },
    { constant: (third?.high ?? 1) - 1, atX: 1, atY: 1 },
  ]
  return limits.reduce(clip, simplex)
}

function leadOf(first: readonly number[], second: readonly number[]): Plane {
  const [a, b, c] = [0, 1, 2].map((index) => (first[index] ?? 0) - (second[index] ?? 0)) as [number, number, number]
  return { constant: c, atX: a - c, atY: b - c }
}

function cut(part: Polygon, lead: Plane): readonly Polygon[] {
  const ahead = clip(part, lead)
  const behind = clip(part, { constant: -lead.constant, atX: -lead.atX, atY: -lead.atY })
  const isWhole = (side: Polygon) => areaAndCentroid(side).area < LEAST_AREA
  if (isWhole(behind)) return [part]
  return isWhole(ahead) ? [part] : [ahead, behind]
}
