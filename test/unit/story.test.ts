import { describe, expect, it } from 'vitest'
import {
  indifferenceBitcoinPriceUsd,
  type MiningTerms,
} from '../../shared/domain/conversion/indifference-bitcoin-price.ts'
import { type LeaseTerms, leaseLevelisedUsdPerGrossMwYear } from '../../shared/domain/conversion/lease-levelised.ts'
import { leasePresentValueUsdPerGrossMw } from '../../shared/domain/conversion/lease-present-value.ts'
import { asicCostUsdPerMw } from '../../shared/domain/mining/asic-cost.ts'
import { rankSites } from '../../shared/domain/ranking/rank-sites.ts'
import { VERDICTS } from '../../shared/domain/site/strategies.ts'
import { buildColumns, SURVEYED_MINE } from './columns-builder.ts'
import { STORY, scenarioOf } from './scenarios.ts'

const STORY_PRICE = 99_660

/** A new mine of November 2024 in Texas. */
const NEW_MINE: MiningTerms = {
  difficulty: 102_289_407_543_324,
  subsidyBtc: 3.125,
  feeShare: 0.025,
  efficiencyJPerTh: 17.5,
  miningPue: 1.05,
  poolFeeShare: 0.01,
  powerUsdPerMwh: 45,
  opexUsdPerMwh: 8,
  availability: 0.95,
  asicUsdPerMw: asicCostUsdPerMw(16, 17.5, 1.05),
  asicDiscountRate: 0.15,
  asicLifeYears: 4,
  shellUsdPerMw: 750_000,
  shellDiscountRate: 0.12,
  shellLifeYears: 15,
  curtailmentIncomeUsdPerMwYear: 0,
}

const TRIPLE_NET: LeaseTerms = {
  rentUsdPerKwMonth: 128,
  noiMargin: 0.986,
  escalator: 0.03,
  termYears: 15,
  discountRate: 0.095,
  capexUsdPerItMw: 10_000_000,
  grossToIt: 1.43,
}

const GROSS_2024: LeaseTerms = {
  ...TRIPLE_NET,
  rentUsdPerKwMonth: 125,
  noiMargin: 0.7,
  escalator: 0,
  discountRate: 0.1,
  capexUsdPerItMw: 8_000_000,
}

function indifference(lease: LeaseTerms): number {
  return indifferenceBitcoinPriceUsd(leaseLevelisedUsdPerGrossMwYear(lease), NEW_MINE)
}

describe('November 2024, bitcoin at $99,660', () => {
  it('favours AI by a little on a triple-net lease, over one year', () => {
    expect(indifference(TRIPLE_NET)).toBeCloseTo(103_014, -1)
    expect(indifference(TRIPLE_NET)).toBeGreaterThan(STORY_PRICE)
  })

  it('favours mining on the gross leases of 2024, over one year', () => {
    expect(Math.abs(indifference(GROSS_2024) - 72_600)).toBeLessThan(10)
    expect(indifference(GROSS_2024)).toBeLessThan(STORY_PRICE)
  })

  it('makes a triple-net lease worth $2.8m a gross MW', () => {
    expect(leasePresentValueUsdPerGrossMw(TRIPLE_NET) / 1e6).toBeCloseTo(2.8, 1)
  })

  it('turns from mining to AI on a new site as the difficulty grows', () => {
    const newSite = { ...SURVEYED_MINE, kind: 'powered_land', status: 'idle' }
    const at = (difficultyGrowthPerYear: number) => {
      const ranking = rankSites(buildColumns([newSite]), scenarioOf(STORY, { difficultyGrowthPerYear }))
      const { mine, lease } = ranking.npvUsdPerMw
      return { verdict: VERDICTS[ranking.verdict[0] ?? 0], mineOverLease: (mine[0] ?? Number.NaN) - (lease[0] ?? 0) }
    }
    expect(at(-0.1).mineOverLease).toBeGreaterThan(0)
    // Mining as long as the machines last, with the AI hall after them.
    expect(at(-0.1).verdict).toBe('hybrid')
    expect(at(0.35).mineOverLease).toBeLessThan(0)
    expect(at(0.35).verdict).toBe('lease')
  })
})
