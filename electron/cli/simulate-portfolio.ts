import { setImmediate } from 'node:timers/promises'
import type { SiteColumns } from '../../shared/columns/site-columns.ts'
import type { Ruler } from '../../shared/domain/ranking/ruler.ts'
import type { Scenario } from '../../shared/domain/scenario/resolve-scenario.ts'
import { PORTFOLIO_TOP_DRAWS, type Portfolio } from '../../shared/domain/uncertainty/portfolio/portfolio.ts'
import { simulatePortfolioInSteps } from '../../shared/domain/uncertainty/portfolio/simulate-portfolio-in-steps.ts'
import type { CommandContext } from './command.ts'

const LOOK_EVERY_MS = 100

/** The portfolio method for a catalog too large to draw site by site. @throws the signal's reason when it was cancelled. */
export async function simulatePortfolio(
  context: Pick<CommandContext, 'signal' | 'progress'>,
  columns: SiteColumns,
  scenario: Scenario,
  options: { readonly draws: number; readonly seed: number; readonly ruler?: Ruler; readonly places?: number },
): Promise<Portfolio> {
  const steps = simulatePortfolioInSteps(columns, scenario, { ...options, topDraws: PORTFOLIO_TOP_DRAWS })
  let looked = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) {
      context.progress('')
      return step.value
    }
    if (performance.now() - looked < LOOK_EVERY_MS) continue
    context.progress(`Drawing markets for all sites: ${Math.floor(100 * step.value)}%`)
    await setImmediate()
    context.signal.throwIfAborted()
    looked = performance.now()
  }
}
