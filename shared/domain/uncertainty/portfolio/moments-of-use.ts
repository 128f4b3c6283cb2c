import { HIGHEST_Z, LOWEST_Z, momentGrid, STEPS, TAIL_POINTS } from './moment-grid.ts'
import type { OrderedUse } from './ordered-use.ts'
import type { StrategyForm } from './strategy-form.ts'

/** USD a gross MW, by row. */
export interface Moments {
  readonly mean: Float64Array
  readonly sd: Float64Array
}

/**
 * Mean and deviation of one use of the sites at the places from `first` to before `end`, over all draws of what the use is
 * worth when it starts, a gain counted with its factor and a loss in full, and over whether the power comes. Of the
 * draws, a site needs the mean, the mean square, and both of the part that is a gain; so it costs some look-ups however
 * many draws there are. Exact where the form is; else both moments are interpolated between nodes, and the part that is
 * a gain by the shape that the nodes around have on the scale of their deviations.
 */
export function momentsOfUse(
  form: StrategyForm,
  use: OrderedUse,
  sunkUsdPerMw: number,
  first: number,
  end: number,
  into: Moments,
): void {
  if (form.isExact) exactMoments(form, use, sunkUsdPerMw, first, end, into)
  else interpolatedMoments(form, use, sunkUsdPerMw, first, end, into)
}

function exactMoments(
  form: StrategyForm,
  use: OrderedUse,
  sunkUsdPerMw: number,
  first: number,
  end: number,
  into: Moments,
): void {
  const { rows, ends, planned: plans, lost: losts, stand, completions } = use
  const { mean: means, sd: sds } = into
  let place = first
  for (let cell = cellAt(ends, first); place < end; cell += 1) {
    const stop = Math.min(end, ends[cell]!)
    if (stop <= place) continue
    const { table } = form.nodes[form.cells[4 * cell]!]!
    const { sorted, draws, mean: tableMean, variance } = table
    const sums = table.runningSums()
    // The better a plan is, the more draws are a gain: whoever comes next looks on from there.
    let above = table.firstAbove(-plans[place]!)
    for (; place < stop; place += 1) {
      const planned = plans[place]!
      const amount = planned + tableMean
      const lost = losts[place]!
      let mean = amount
      let own = variance
      if (lost !== 0) {
        while (above > 0 && sorted[above - 1]! > -planned) above -= 1
        const count = draws - above
        const sum = sums[2 * above]!
        const share = lost / draws
        mean -= share * (sum + amount * count)
        own +=
          amount * amount -
          share * (2 - lost) * (sums[2 * above + 1]! + amount * (2 * sum + amount * count)) -
          mean * mean
        if (own < 0) own = 0
      }
      const powered = completions[stand[place]!]!
      const overLoss = mean + sunkUsdPerMw
      const row = rows[place]!
      means[row] = powered * overLoss - sunkUsdPerMw
      sds[row] = Math.sqrt(powered * (own + (1 - powered) * overLoss * overLoss))
    }
  }
}

function interpolatedMoments(
  form: StrategyForm,
  use: OrderedUse,
  sunkUsdPerMw: number,
  first: number,
  end: number,
  into: Moments,
): void {
  const { corners, tails } = momentGrid(form)
  const { rows, ends, x: xs, y: ys, scale: scales, planned: plans, lost: losts, stand, completions } = use
  const { mean: means, sd: sds } = into
  let place = first
  for (let cell = cellAt(ends, first); place < end; cell += 1) {
    const stop = Math.min(end, ends[cell]!)
    if (stop <= place) continue
    const at = 8 * cell
    const mean0 = corners[at]!
    const meanX = corners[at + 1]! - mean0
    const meanY = corners[at + 2]! - mean0
    const meanXY = corners[at + 3]! - mean0 - meanX - meanY
    const sd0 = corners[at + 4]!
    const sdX = corners[at + 5]! - sd0
    const sdY = corners[at + 6]! - sd0
    const sdXY = corners[at + 7]! - sd0 - sdX - sdY
    const shape = 2 * TAIL_POINTS * cell
    for (; place < stop; place += 1) {
      const x = xs[place]!
      const y = ys[place]!
      const times = scales[place]!
      const amount = plans[place]! + times * (mean0 + meanX * x + (meanY + meanXY * x) * y)
      const sd = times * (sd0 + sdX * x + (sdY + sdXY * x) * y)
      const lost = losts[place]!
      let mean = amount
      let own = sd * sd
      if (lost !== 0) {
        let excess = 0
        let squared = 0
        // Where nothing spreads, all draws are a gain or none is.
        const z = sd > 0 ? -amount / sd : amount > 0 ? LOWEST_Z - 1 : HIGHEST_Z
        if (z < LOWEST_Z) {
          excess = amount
          squared = own + amount * amount
        } else if (z < HIGHEST_Z) {
          const steps = (z - LOWEST_Z) * STEPS
          const point = steps | 0
          const part = steps - point
          const low = shape + 2 * point
          excess = sd * (tails[low]! + part * (tails[low + 2]! - tails[low]!))
          squared = own * (tails[low + 1]! + part * (tails[low + 3]! - tails[low + 1]!))
        }
        mean -= lost * excess
        own += amount * amount - lost * (2 - lost) * squared - mean * mean
        if (own < 0) own = 0
      }
      const powered = completions[stand[place]!]!
      const overLoss = mean + sunkUsdPerMw
      const row = rows[place]!
      means[row] = powered * overLoss - sunkUsdPerMw
      sds[row] = Math.sqrt(powered * (own + (1 - powered) * overLoss * overLoss))
    }
  }
}

/** The cell of the site at a place. */
function cellAt(ends: Uint32Array, place: number): number {
  let cell = 0
  while (ends[cell]! <= place) cell += 1
  return cell
}
