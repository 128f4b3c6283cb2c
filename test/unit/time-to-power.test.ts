import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ASSUMPTIONS } from '../../shared/domain/scenario/assumption-defs.ts'
import { completionProbability } from '../../shared/domain/time-to-power/completion-probability.ts'
import { costAtRisk, texasStudyFeeUsd } from '../../shared/domain/time-to-power/cost-at-risk.ts'
import { lognormalMeanYears } from '../../shared/domain/time-to-power/discount-lognormal.ts'
import { GRID_REGIONS, gridRegionOf } from '../../shared/domain/time-to-power/grid-region.ts'
import { POWER_STAGES } from '../../shared/domain/time-to-power/power-stage.ts'
import { REMAINING_TIME_SHARE } from '../../shared/domain/time-to-power/remaining-time-share.ts'
import {
  meanUpgradeUsdPerKw,
  UPGRADE_COSTS,
  upgradeCostAt,
  upgradeUsdPerKwAt,
} from '../../shared/domain/time-to-power/upgrade-cost.ts'
import { valueInQueueUsd, yearsToRevenue } from '../../shared/domain/time-to-power/value-in-queue.ts'
import { STORY, scenarioOf } from './scenarios.ts'

const { assumptions } = scenarioOf(STORY)

describe('stages of a request', () => {
  it('come nearer to power and surer of it, in every region', () => {
    for (const region of GRID_REGIONS) {
      const chances = POWER_STAGES.map((stage) => completionProbability(stage, region, assumptions))
      expect(chances).toEqual(chances.toSorted((one, other) => one - other))
      expect(chances.at(-1)).toBe(1)
    }
    const left = POWER_STAGES.map((stage) => REMAINING_TIME_SHARE[stage])
    expect(left).toEqual(left.toSorted((one, other) => other - one))
  })

  it('hold the published share of AEP Ohio: 5,642 of 30,000 MW signed', () => {
    expect(assumptions.completionApplication).toBeCloseTo(5_642 / 30_000, 2)
  })

  it('complete an agreement more often in ERCOT, CAISO and MISO than elsewhere', () => {
    const at = (operator: string) => {
      const region = GRID_REGIONS[gridRegionOf(operator)]
      if (!region) throw new Error(`No region ${operator}.`)
      return completionProbability('agreement', region, assumptions)
    }
    expect(['ERCOT', 'CAISO', 'MISO'].map(at)).toEqual([0.8, 0.8, 0.8])
    expect(['PJM', 'NYISO', 'SPP', 'ISO-NE'].map(at)).toEqual([0.65, 0.65, 0.65, 0.65])
  })

  it('slip by a median of 180 days and a mean of 220, as ERCOT found', () => {
    expect(lognormalMeanYears(ASSUMPTIONS.slipMedianDays.default, ASSUMPTIONS.slipSigma.default)).toBeCloseTo(220, 0)
  })
})

describe('network upgrade cost', () => {
  it('has the published means of PJM: $84, $240 and $599/kW', () => {
    expect(meanUpgradeUsdPerKw(UPGRADE_COSTS.complete)).toBeCloseTo(84, 0)
    expect(meanUpgradeUsdPerKw(UPGRADE_COSTS.active)).toBeCloseTo(240, 0)
    expect(meanUpgradeUsdPerKw(UPGRADE_COSTS.withdrawn)).toBeCloseTo(599, 0)
  })

  it('falls with an agreement, and is none when energized', () => {
    expect(upgradeCostAt('study')).toBe(UPGRADE_COSTS.active)
    expect(upgradeCostAt('agreement')).toBe(UPGRADE_COSTS.complete)
    expect(upgradeCostAt('energized')).toBeNull()
  })

  it('is $539/kW in one case of ten before an agreement', () => {
    expect(upgradeUsdPerKwAt(UPGRADE_COSTS.active, 1.2815515655)).toBeCloseTo(539, 0)
    expect(upgradeUsdPerKwAt(UPGRADE_COSTS.active, 0)).toBe(85)
  })
})

describe('money put down before power is certain', () => {
  const COMMITMENT = {
    megawatts: 200,
    studyUsd: 100_000,
    securityUsdPerMw: 50_000,
    forfeitedShare: 0.2,
    completion: 0.35,
  }

  it('is lost with the chance that power never comes', () => {
    const { lostUsd, expectedUsd, expectedUsdPerMw } = costAtRisk(COMMITMENT)
    expect(lostUsd).toBe(2_100_000)
    expect(expectedUsd).toBeCloseTo(1_365_000, 6)
    expect(expectedUsdPerMw).toBeCloseTo(6_825, 6)
    expect(costAtRisk({ ...COMMITMENT, completion: 1 }).expectedUsd).toBe(0)
  })

  it('is at least $100,000 for a study of 75 MW or more in Texas', () => {
    expect([74.9, 75, 1_000].map(texasStudyFeeUsd)).toEqual([0, 100_000, 100_000])
  })

  it('never helps: a higher chance of power never lowers the value of a request', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), chance, chance, chance, (value, p, q, discount) => {
        const [low, high] = [Math.min(p, q), Math.max(p, q)]
        expect(valueInQueueUsd(value, high, discount, 1e6)).toBeGreaterThanOrEqual(
          valueInQueueUsd(value, low, discount, 1e6) - 1e-6,
        )
      }),
    )
  })
})

describe('the first revenue', () => {
  it('waits for the later of power and equipment, then for what building is left', () => {
    expect(yearsToRevenue(3, 0.5, 2.5, 1.75, 0.5)).toBe(4.25)
    expect(yearsToRevenue(1, 0.5, 2.5, 1.75, 0.5)).toBe(4.25)
    expect(yearsToRevenue(0, 0, 0, 1, 0.5)).toBe(1)
    expect(yearsToRevenue(3, 0, 0, 0.25, 0.5)).toBe(3)
  })
})
