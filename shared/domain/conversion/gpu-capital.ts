import { capitalRecoveryFactor } from '../finance/capital-recovery-factor.ts'

/** Yearly capital cost of one GPU with its share of the cluster, USD: recovery of its price less the present value of its residual. */
export function gpuCapitalUsdPerYear(
  capexUsd: number,
  residualShare: number,
  discountRate: number,
  lifeYears: number,
): number {
  const residual = (capexUsd * residualShare) / (1 + discountRate) ** lifeYears
  return capitalRecoveryFactor(discountRate, lifeYears) * (capexUsd - residual)
}
