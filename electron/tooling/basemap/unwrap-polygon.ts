import type { Position } from 'geojson'

/**
 * Makes a polygon of the sphere planar. A ring that crosses the antimeridian runs on past ±180° instead of
 * jumping back across the map (the tiler wraps what lies outside), and a ring around a pole is closed along it.
 * Rings that do neither come back as they are.
 */
export function unwrapPolygon(rings: readonly Position[][]): Position[][] {
  const [outer, ...holes] = rings
  if (!outer || !rings.some(jumps)) return [...rings]
  const unwrapped = unwrapRing(outer)
  const [west, east] = span(unwrapped)
  return [unwrapped, ...holes.map((hole) => shiftInto(unwrapRing(hole), west, east))]
}

function jumps(ring: readonly Position[]): boolean {
  return ring.some((point, index) => index > 0 && Math.abs(point[0]! - ring[index - 1]![0]!) > 180)
}

function unwrapRing(ring: readonly Position[]): Position[] {
  let turns = 0
  const unwrapped = ring.map((point, index): Position => {
    const step = index === 0 ? 0 : point[0]! - ring[index - 1]![0]!
    if (step > 180) turns -= 1
    if (step < -180) turns += 1
    return [point[0]! + turns * 360, point[1]!]
  })
  if (turns !== 0) closeAlongPole(unwrapped)
  const [west, east] = span(unwrapped)
  const shift = -360 * Math.round((west + east) / 2 / 360)
  return unwrapped.map(([longitude, latitude]) => [longitude! + shift, latitude!])
}

/** The ring went once around: its ends are a turn apart and are joined by way of the pole's edge of the map. */
function closeAlongPole(ring: Position[]): void {
  const first = ring[0]!
  const last = ring.at(-1)!
  const pole = ring.reduce((sum, point) => sum + point[1]!, 0) < 0 ? -90 : 90
  ring.push([last[0]!, pole], [first[0]!, pole], first)
}

function shiftInto(ring: Position[], west: number, east: number): Position[] {
  const [ringWest, ringEast] = span(ring)
  const middle = (ringWest + ringEast) / 2
  const shift = middle < west ? 360 : middle > east ? -360 : 0
  return ring.map(([longitude, latitude]) => [longitude! + shift, latitude!])
}

function span(ring: readonly Position[]): [west: number, east: number] {
  let west = Infinity
  let east = -Infinity
  for (const [longitude] of ring) {
    west = Math.min(west, longitude!)
    east = Math.max(east, longitude!)
  }
  return [west, east]
}
