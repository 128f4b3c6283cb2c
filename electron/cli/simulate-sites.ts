import { setImmediate } from 'node:timers/promises'
import type { SiteColumns } from '../../shared/columns/site-columns.ts'
import type { Ruler } from '../../shared/domain/ranking/ruler.ts'
import type { Scenario } from '../../shared/domain/scenario/resolve-scenario.ts'
import { simulateInSteps } from '../../shared/domain/uncertainty/simulate-in-steps.ts'
import { simulateUntilSure } from '../../shared/domain/uncertainty/simulate-until-sure.ts'
import type { Uncertainty } from '../../shared/domain/uncertainty/uncertainty.ts'
import type { CommandContext } from './command.ts'

const LOOK_EVERY_MS = 100

/** How sure the ranking is; looks up for Ctrl-C and tells how far it is. @throws the signal's reason when it was cancelled. */
export async function simulateSites(
  context: Pick<CommandContext, 'signal' | 'progress'>,
  columns: SiteColumns,
  scenario: Scenario,
  options: {
    readonly draws: number
    /** Stops before `draws` once it is known who is first. */
    readonly isUntilSure: boolean
    readonly seed: number
    readonly ruler?: Ruler
  },
): Promise<Uncertainty> {
  const steps = (options.isUntilSure ? simulateUntilSure : simulateInSteps)(columns, scenario, options)
  let looked = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) {
      context.progress('')
      return step.value
    }
    if (performance.now() - looked < LOOK_EVERY_MS) continue
    context.progress(`Drawing markets and sites: ${Math.floor(100 * step.value)}%`)
    await setImmediate()
    context.signal.throwIfAborted()
    looked = performance.now()
  }
}
