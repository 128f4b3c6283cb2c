import { capitalRecoveryFactor } from '../finance/capital-recovery-factor.ts'
import { gpuCapitalUsdPerYear } from './gpu-capital.ts'

export interface CloudTerms {
  readonly gpuCapexUsd: number
  readonly gpuResidualShare: number
  readonly gpuLifeYears: number
  readonly gpuDiscountRate: number
  readonly kwItPerGpu: number
  readonly gpuOpexShare: number
  readonly utilisation: number
  readonly pue: number
  readonly shellCapexUsdPerItMw: number
  readonly shellDiscountRate: number
  readonly shellLifeYears: number
}

/**
 * Yearly net of owning the GPUs and selling GPU-hours, USD an IT MW: hours sold, less operation, GPU capital,
 * power of the hall at the utilisation, and the recovery of the shell.
 */
export function cloudAnnualNetUsdPerItMw(terms: CloudTerms, gpuHourUsd: number, powerUsdPerMwh: number): number {
  const gpus = 1_000 / terms.kwItPerGpu
  const perGpu =
    8_760 * terms.utilisation * gpuHourUsd -
    terms.gpuOpexShare * terms.gpuCapexUsd -
    gpuCapitalUsdPerYear(terms.gpuCapexUsd, terms.gpuResidualShare, terms.gpuDiscountRate, terms.gpuLifeYears)
  const power = 8_760 * terms.pue * terms.utilisation * powerUsdPerMwh
  const shell = capitalRecoveryFactor(terms.shellDiscountRate, terms.shellLifeYears) * terms.shellCapexUsdPerItMw
  return gpus * perGpu - power - shell
}
