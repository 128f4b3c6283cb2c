import type { Tail } from './draw-table.ts'
import type { StrategyForm } from './strategy-form.ts'
import { TAIL_CELLS, tailGrid } from './tail-grid.ts'

/** One use of many sites: their plans, their chances, and what is lost where no power comes. Arrays are by form row. */
export interface UseOfSites {
  readonly planned: Float64Array
  readonly gain: Float64Array
  readonly completion: Float64Array
  readonly sunkUsdPerMw: number
}

/** USD a gross MW, by row. */
export interface Moments {
  readonly mean: Float64Array
  readonly sd: Float64Array
}

/**
 * Mean and deviation of one use of the sites from `first` to before `end`, by what `Outcome` says of a draw. Of the
 * draws, a site needs the mean, the mean square, and both of the part that is a gain; so it costs some look-ups however
 * many draws there are. Exact where one node gives the form, else interpolated between nodes and their gains.
 */
export function momentsOfUse(form: StrategyForm, use: UseOfSites, first: number, end: number, into: Moments): void {
  if (form.corners === 1) exactMoments(form, use, first, end, into)
  else interpolatedMoments(form, use, first, end, into)
}

function exactMoments({ nodes, node }: StrategyForm, use: UseOfSites, first: number, end: number, into: Moments): void {
  const tail: Tail = { share: 0, excess: 0, squared: 0 }
  for (let row = first; row < end; row += 1) {
    const { table } = nodes[node[row]!]!
    const planned = use.planned[row]!
    const gain = use.gain[row]!
    if (gain === 1) {
      tail.excess = 0
      tail.squared = 0
    } else table.tail(-planned, tail)
    write(use, row, planned + table.mean, table.variance, gain, tail.excess, tail.squared, into)
  }
}

function interpolatedMoments(form: StrategyForm, use: UseOfSites, first: number, end: number, into: Moments): void {
  const { corners, node, weight } = form
  const { mean, sd, low, perCell, tails } = tailGrid(form)
  for (let row = first; row < end; row += 1) {
    const planned = use.planned[row]!
    const gain = use.gain[row]!
    let added = 0
    let deviation = 0
    let excess = 0
    let squared = 0
    for (let corner = row * corners; corner < (row + 1) * corners; corner += 1) {
      const share = weight[corner]!
      if (share === 0) continue
      const at = node[corner]!
      added += share * mean[at]!
      deviation += share * sd[at]!
      if (gain === 1) continue
      const cell = (-planned - low[at]!) * perCell[at]!
      if (cell >= TAIL_CELLS) continue
      if (cell >= 0) {
        const below = Math.floor(cell)
        const part = cell - below
        const from = 2 * (at * (TAIL_CELLS + 1) + below)
        excess += share * (tails[from]! + part * (tails[from + 2]! - tails[from]!))
        squared += share * (tails[from + 1]! + part * (tails[from + 3]! - tails[from + 1]!))
      } else {
        const amount = planned + mean[at]!
        excess += share * amount
        squared += share * (sd[at]! * sd[at]! + amount * amount)
      }
    }
    write(use, row, planned + added, deviation * deviation, gain, excess, squared, into)
  }
}

/** `excess` and `squared` are means over all draws of the gain and of its square. */
function write(
  { completion, sunkUsdPerMw }: UseOfSites,
  row: number,
  amount: number,
  variance: number,
  gain: number,
  excess: number,
  squared: number,
  into: Moments,
): void {
  const powered = completion[row]!
  const mean = amount - (1 - gain) * excess
  const own =
    gain === 1 ? variance : Math.max(0, variance + amount * amount - (1 - gain * gain) * squared - mean * mean)
  const overLoss = mean + sunkUsdPerMw
  into.mean[row] = powered * mean - (1 - powered) * sunkUsdPerMw
  into.sd[row] = Math.sqrt(powered * own + powered * (1 - powered) * overLoss * overLoss)
}
