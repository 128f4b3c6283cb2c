import type { Position } from 'geojson'

/** The roomiest place for a name in a polygon, and how wide it is there, in the polygon's units. */
export interface LabelPoint {
  readonly x: number
  readonly y: number
  readonly width: number
}

interface Cell {
  readonly x: number
  readonly y: number
  readonly half: number
  readonly distance: number
  /** The best that any point of the cell can have. */
  readonly reach: number
}

/** Names are wide and low: the search is for an ellipse of this proportion, not a circle. */
const ASPECT = 2

/**
 * Pole of inaccessibility (Garcia-Castellanos and Lombardo 2007; cell search after Mapbox's polylabel), stretched
 * in x for the shape of a name.
 */
export function labelPoint(rings: readonly Position[][]): LabelPoint {
  const squeezed = rings.map((ring) => ring.map(([x, y]): Position => [x! / ASPECT, y!]))
  const outer = squeezed[0] ?? []
  const xs = outer.map((point) => point[0]!)
  const ys = outer.map((point) => point[1]!)
  const [minX, maxX, minY, maxY] = [least(xs), most(xs), least(ys), most(ys)]
  const step = Math.min(maxX - minX, maxY - minY)
  if (!(step > 0)) return { x: minX * ASPECT, y: minY, width: 0 }
  const precision = Math.max(maxX - minX, maxY - minY) / 60

  const cell = (x: number, y: number, half: number): Cell => {
    const distance = signedDistance(squeezed, x, y)
    return { x, y, half, distance, reach: distance + half * Math.SQRT2 }
  }
  const queue: Cell[] = []
  for (let x = minX; x < maxX; x += step)
    for (let y = minY; y < maxY; y += step) queue.push(cell(x + step / 2, y + step / 2, step / 2))
  let best = cell((minX + maxX) / 2, (minY + maxY) / 2, 0)
  while (queue.length > 0) {
    queue.sort((a, b) => a.reach - b.reach)
    const next = queue.pop()!
    if (next.distance > best.distance) best = next
    if (next.reach - best.distance <= precision) continue
    const half = next.half / 2
    for (const [sideX, sideY] of [
      [-1, -1],
      [1, -1],
      [-1, 1],
      [1, 1],
    ] as const)
      queue.push(cell(next.x + sideX * half, next.y + sideY * half, half))
  }
  return { x: best.x * ASPECT, y: best.y, width: Math.max(0, best.distance) * 2 * ASPECT }
}

/** Distance to the nearest edge, negative outside. */
function signedDistance(rings: readonly Position[][], x: number, y: number): number {
  let inside = false
  let least = Infinity
  for (const ring of rings) {
    for (let index = 0, before = ring.length - 1; index < ring.length; before = index, index += 1) {
      const [ax, ay] = ring[index] as [number, number]
      const [bx, by] = ring[before] as [number, number]
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
      least = Math.min(least, squaredDistance(x, y, ax, ay, bx, by))
    }
  }
  return (inside ? 1 : -1) * Math.sqrt(least)
}

function squaredDistance(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length))
  return (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity)
}

function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity)
}
