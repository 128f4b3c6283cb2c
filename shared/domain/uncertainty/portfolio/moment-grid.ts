import type { SpreadNode } from './spread-node.ts'
import type { StrategyForm } from './strategy-form.ts'

/** Partial moments are tabled from this many deviations below the mean to this many above, in steps of 1/STEPS. */
export const LOWEST_Z = -4
export const HIGHEST_Z = 10
export const STEPS = 16
export const TAIL_POINTS = (HIGHEST_Z - LOWEST_Z) * STEPS + 1

/** What the moments of a site need of the nodes around it, in arrays that lie together. */
export interface MomentGrid {
  /** Eight numbers a cell: the means of its corners, then their deviations. */
  readonly corners: Float64Array
  /**
   * By cell, TAIL_POINTS of two numbers: means over all draws of the excess over so many deviations above the mean, and of
   * its square, both in deviations. They are those of the mean of the corners, because shapes differ less from corner to
   * corner than they can be read.
   */
  readonly tails: Float64Array
}

const cache = new WeakMap<StrategyForm, MomentGrid>()

export function momentGrid(form: StrategyForm): MomentGrid {
  let grid = cache.get(form)
  if (grid === undefined) {
    grid = readGrid(form)
    cache.set(form, grid)
  }
  return grid
}

function readGrid({ nodes, cells }: StrategyForm): MomentGrid {
  const corners = new Float64Array(2 * cells.length)
  for (let at = 0; at < cells.length; at += 1) {
    const node = nodes[cells[at]!]!
    const to = 8 * (at >> 2) + (at & 3)
    corners[to] = node.mean
    corners[to + 4] = Math.sqrt(node.variance)
  }
  const shapes = nodes.map(tailsOf)
  const tails = new Float64Array((cells.length / 2) * TAIL_POINTS)
  for (let at = 0; at < cells.length; at += 1) {
    const shape = shapes[cells[at]!]!
    const to = 2 * TAIL_POINTS * (at >> 2)
    for (let point = 0; point < shape.length; point += 1) tails[to + point]! += shape[point]! / 4
  }
  return { corners, tails }
}

const counts = new Float64Array(TAIL_POINTS)
const sums = new Float64Array(TAIL_POINTS)
const squares = new Float64Array(TAIL_POINTS)

function tailsOf({ added, mean, variance }: SpreadNode): Float64Array {
  const into = new Float64Array(2 * TAIL_POINTS)
  const perSd = variance > 0 ? 1 / Math.sqrt(variance) : 0
  counts.fill(0)
  sums.fill(0)
  squares.fill(0)
  for (let draw = 0; draw < added.length; draw += 1) {
    const z = (added[draw]! - mean) * perSd
    const place = (z - LOWEST_Z) * STEPS
    // What lies below all points is above none of them; what lies beyond the last is above them all.
    if (place < 0) continue
    const point = place >= TAIL_POINTS ? TAIL_POINTS - 1 : Math.floor(place)
    counts[point]! += 1
    sums[point]! += z
    squares[point]! += z * z
  }
  let [count, sum, square] = [0, 0, 0]
  for (let point = TAIL_POINTS - 1; point >= 0; point -= 1) {
    count += counts[point]!
    sum += sums[point]!
    square += squares[point]!
    const z = LOWEST_Z + point / STEPS
    into[2 * point] = (sum - z * count) / added.length
    into[2 * point + 1] = (square - 2 * z * sum + z * z * count) / added.length
  }
  return into
}
