import { cornerNode, cornerWeight, type StrategyForm } from './strategy-form.ts'
import { withGain } from './with-gain.ts'

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
  let added = 0
  for (let corner = 0; corner < 4; corner += 1) {
    const weight = cornerWeight(form, row, corner)
    if (weight > 0) added += weight * cornerNode(form, row, corner).table.quantile(share)
  }
  return withGain(planned + added * (form.scale?.[row] ?? 1), gain)
}

function shareAbove(form: StrategyForm, row: number, offset: number): number {
  const scale = form.scale?.[row] ?? 1
  if (scale === 0) return offset < 0 ? 1 : 0
  let share = 0
  for (let corner = 0; corner < 4; corner += 1) {
    const weight = cornerWeight(form, row, corner)
    if (weight === 0) continue
    const { table } = cornerNode(form, row, corner)
    share += weight * (1 - table.firstAbove(offset / scale) / table.draws)
  }
  return share
}
