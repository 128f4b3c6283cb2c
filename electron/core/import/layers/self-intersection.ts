import type { Geometry, Position } from 'geojson'

/** Longest ring that is looked at. */
const MOST_SEGMENTS = 100_000

/** Pairs of segments that are looked at in one geometry before it is left unchecked. */
const MOST_PAIRS = 2_000_000

/** Whether a ring of a polygon crosses itself; null where the polygon is too intricate to say, or no polygon. */
export function crossesItself(geometry: Geometry): boolean | null {
  const budget = { pairs: MOST_PAIRS }
  switch (geometry.type) {
    case 'Polygon':
      return anyRing(geometry.coordinates, budget)
    case 'MultiPolygon':
      return anyRing(geometry.coordinates.flat(), budget)
    default:
      return null
  }
}

function anyRing(rings: readonly Position[][], budget: { pairs: number }): boolean | null {
  for (const ring of rings) {
    const crosses = ringCrosses(ring, budget)
    if (crosses !== false) return crosses
  }
  return false
}

/** Sweeps along x, so that only segments that overlap there are compared. */
function ringCrosses(ring: readonly Position[], budget: { pairs: number }): boolean | null {
  const count = ring.length - 1
  if (count > MOST_SEGMENTS) return null
  const from = (segment: number) => Math.min(ring[segment]?.[0] ?? 0, ring[segment + 1]?.[0] ?? 0)
  const to = (segment: number) => Math.max(ring[segment]?.[0] ?? 0, ring[segment + 1]?.[0] ?? 0)
  const order = Uint32Array.from({ length: Math.max(0, count) }, (_, segment) => segment).sort(
    (a, b) => from(a) - from(b),
  )
  for (let i = 0; i < order.length; i += 1) {
    const one = order[i] ?? 0
    const end = to(one)
    for (let j = i + 1; j < order.length && from(order[j] ?? 0) <= end; j += 1) {
      budget.pairs -= 1
      if (budget.pairs < 0) return null
      const other = order[j] ?? 0
      const apart = Math.abs(one - other)
      if (apart > 1 && apart < count - 1 && segmentsCross(ring, one, other)) return true
    }
  }
  return false
}

function segmentsCross(ring: readonly Position[], one: number, other: number): boolean {
  const [a, b, c, d] = [ring[one], ring[one + 1], ring[other], ring[other + 1]]
  if (!a || !b || !c || !d) return false
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

function side(a: Position, b: Position, p: Position): number {
  return Math.sign(
    ((b[0] ?? 0) - (a[0] ?? 0)) * ((p[1] ?? 0) - (a[1] ?? 0)) -
      ((b[1] ?? 0) - (a[1] ?? 0)) * ((p[0] ?? 0) - (a[0] ?? 0)),
  )
}
