import type { StrategyForm } from './strategy-form.ts'

/** Levels of the quantiles that are reported. */
export const LEVELS = [0.05, 0.1, 0.5, 0.9, 0.95] as const

/** What happens to one use of one site: its plan, its chances, and what is lost where no power comes. */
export interface UseAtSite {
  planned: number
  gain: number
  completion: number
  sunkUsdPerMw: number
}

/**
 * Chances of one use of one site over all draws. In a draw the use is worth `amount = plan + what the draw adds` when it
 * starts; a gain counts with its factor, a loss in full. Power comes with its probability whatever the draw, and where
 * it does not the studies are lost. Shares follow exactly; between nodes they are interpolated.
 */
export class Outcome {
  /** Probability of a positive value, the power included. */
  positive = 0
  /** At LEVELS. */
  readonly quantiles = new Float64Array(LEVELS.length)

  readQuantiles(form: StrategyForm, row: number, use: UseAtSite): void {
    const { planned, completion, sunkUsdPerMw } = use
    this.positive = completion * shareAbove(form, row, -planned)
    // Draws that turn out worse than losing the studies lie below the draws without power.
    const worse = completion === 1 ? 1 : completion * (1 - shareAbove(form, row, -sunkUsdPerMw - planned))
    for (const [index, level] of LEVELS.entries()) {
      if (completion === 1 || (level < worse && completion > 0))
        this.quantiles[index] = counted(form, row, use, level / completion)
      else if (level <= worse + 1 - completion) this.quantiles[index] = -sunkUsdPerMw
      else this.quantiles[index] = counted(form, row, use, (level - 1 + completion) / completion)
    }
  }
}

/** The value at a share of the draws in which the power comes. */
function counted(form: StrategyForm, row: number, { planned, gain }: UseAtSite, share: number): number {
  let amount = planned
  for (let corner = row * form.corners; corner < (row + 1) * form.corners; corner += 1) {
    const weight = form.weight[corner] ?? 0
    if (weight > 0) amount += weight * (form.nodes[form.node[corner] ?? 0]?.table.quantile(share) ?? 0)
  }
  return withGain(amount, gain)
}

/** A gain counts with its factor, a loss in full. */
export function withGain(amount: number, gain: number): number {
  return amount > 0 ? amount * gain : amount
}

function shareAbove(form: StrategyForm, row: number, offset: number): number {
  let share = 0
  for (let corner = row * form.corners; corner < (row + 1) * form.corners; corner += 1) {
    const weight = form.weight[corner] ?? 0
    const table = weight > 0 ? form.nodes[form.node[corner] ?? 0]?.table : undefined
    if (table !== undefined) share += weight * (1 - table.firstAbove(offset) / table.draws)
  }
  return share
}
