import type { StrategyForm } from './strategy-form.ts'

/** Steps from a node's worst draw to its best. One is some thirtieth of a deviation, which puts a mean less than a ten-thousandth of it off. */
export const TAIL_CELLS = 256

/** What the moments of a site need of all nodes of a form, in arrays that lie together. */
export interface TailGrid {
  /** By node. */
  readonly mean: Float64Array
  readonly sd: Float64Array
  readonly low: Float64Array
  readonly perCell: Float64Array
  /** Mean over all draws of the excess over each step, and of its square, in turn; TAIL_CELLS + 1 steps a node. */
  readonly tails: Float64Array
}

const cache = new WeakMap<StrategyForm, TailGrid>()

export function tailGrid(form: StrategyForm): TailGrid {
  let grid = cache.get(form)
  if (grid === undefined) {
    grid = readGrid(form)
    cache.set(form, grid)
  }
  return grid
}

function readGrid({ nodes }: StrategyForm): TailGrid {
  const column = () => new Float64Array(nodes.length)
  const grid = {
    mean: column(),
    sd: column(),
    low: column(),
    perCell: column(),
    tails: new Float64Array(2 * nodes.length * (TAIL_CELLS + 1)),
  }
  for (const [at, { table }] of nodes.entries()) {
    grid.mean[at] = table.mean
    grid.sd[at] = Math.sqrt(table.variance)
    grid.low[at] = table.least
    // Infinite for draws that are all alike, so that no site lies between two steps.
    grid.perCell[at] = TAIL_CELLS / table.span
    table.tails(TAIL_CELLS, grid.tails, 2 * at * (TAIL_CELLS + 1))
  }
  return grid
}
