import type { SiteColumns } from '../../columns/site-columns.ts'
import type { Scenario } from '../scenario/resolve-scenario.ts'
import { simulateInSteps } from './simulate-in-steps.ts'
import type { Uncertainty } from './uncertainty.ts'

export interface SimulationOptions {
  /** Rounded up to an even number, because draws come in antithetic pairs. */
  readonly draws: number
  /** A whole number of up to 32 bits; the same seed gives the same draws. */
  readonly seed: number
  isCancelled?(): boolean
  /** Share done, 0 to 1. */
  onProgress?(done: number): void
}

/** How sure the ranking is, in one go; null where it was cancelled. */
export function simulate(columns: SiteColumns, scenario: Scenario, options: SimulationOptions): Uncertainty | null {
  const steps = simulateInSteps(columns, scenario, options)
  for (;;) {
    if (options.isCancelled?.()) return null
    const step = steps.next()
    if (step.done) return step.value
    options.onProgress?.(step.value)
  }
}
