import { lognormalMeanYears } from './discount-lognormal.ts'
import type { PowerStage } from './power-stage.ts'

/** What became of a request, which is what its network upgrades cost by. */
export type UpgradeGroup = 'complete' | 'active' | 'withdrawn'

export interface UpgradeCost {
  readonly medianUsdPerKw: number
  /** Log standard deviation of the spread, which is lognormal. */
  readonly sigma: number
}

/**
 * Network upgrade cost by what became of the request. Medians are published (LBNL, PJM projects of 2020-2022); the
 * spreads are such that the published means 84, 240 and 599 $/kW follow.
 */
export const UPGRADE_COSTS: Readonly<Record<UpgradeGroup, UpgradeCost>> = {
  complete: { medianUsdPerKw: 30, sigma: 1.435 },
  active: { medianUsdPerKw: 85, sigma: 1.441 },
  withdrawn: { medianUsdPerKw: 156, sigma: 1.64 },
}

/** Before an agreement a request costs as an active one, from the agreement on as a completed one; none is left when energized. */
export function upgradeCostAt(stage: PowerStage): UpgradeCost | null {
  switch (stage) {
    case 'energized':
      return null
    case 'agreement':
    case 'construction':
      return UPGRADE_COSTS.complete
    default:
      return UPGRADE_COSTS.active
  }
}

export function meanUpgradeUsdPerKw({ medianUsdPerKw, sigma }: UpgradeCost): number {
  return lognormalMeanYears(medianUsdPerKw, sigma)
}

/** Cost that is not exceeded with a probability of which `standardNormal` is the normal quantile. */
export function upgradeUsdPerKwAt({ medianUsdPerKw, sigma }: UpgradeCost, standardNormal: number): number {
  return medianUsdPerKw * Math.exp(sigma * standardNormal)
}
