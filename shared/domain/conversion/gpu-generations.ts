import { capitalRecoveryFactor } from '../finance/capital-recovery-factor.ts'
import type { Assumptions } from '../scenario/assumption-defs.ts'

/** One fleet of GPUs after another in one shell. */
export interface GpuGeneration {
  /** Years of service before it, and its own. */
  readonly startYears: number
  readonly years: number
  /** Present value, at the start of the first generation, of one dollar a year while it runs. */
  readonly annuity: number
}

/**
 * The generations that a shell serves. The first runs its whole life; a later one ends with the shell, and its capital
 * is charged for the years it runs. Generations that would begin after the shell's life do not.
 */
export function gpuGenerations(a: Assumptions): readonly GpuGeneration[] {
  const { gpuLifeYears: life, shellLifeYears, gpuDiscountRate: rate } = a
  const generations: GpuGeneration[] = []
  for (let index = 0; index < Math.floor(a.gpuGenerations); index += 1) {
    const startYears = index * life
    const years = index === 0 ? life : Math.min(life, shellLifeYears - startYears)
    if (years <= 0) break
    generations.push({ startYears, years, annuity: (1 + rate) ** -startYears / capitalRecoveryFactor(rate, years) })
  }
  return generations
}
