import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainSite } from '../../shared/domain/ranking/explain-site.ts'
import { rankSites } from '../../shared/domain/ranking/rank-sites.ts'
import { STRATEGIES } from '../../shared/domain/site/strategies.ts'
import { miningTaxUsdPerMw } from '../../shared/domain/tax/mining-tax.ts'
import { presentIncomeTaxUsd } from '../../shared/domain/tax/present-income-tax.ts'
import { straightLineShares } from '../../shared/domain/tax/straight-line-shares.ts'
import { scheduledTaxUsd, taxSchedule } from '../../shared/domain/tax/tax-schedule.ts'
import { buildColumns } from './columns-builder.ts'
import { STORY, scenarioOf } from './scenarios.ts'
import { anySite } from './site-sketches.ts'

const years = fc.integer({ min: 1, max: 25 })
const share = fc.double({ min: 0, max: 1, noNaN: true })

describe('income tax with losses carried forward', () => {
  it('waits until income has made up for the losses', () => {
    // 100 lost, 60 and 60 earned: 20 taxed in the third year, 30 in the fourth.
    expect(presentIncomeTaxUsd([-100, 60, 60, 30], [1, 0.9, 0.8, 0.7], 0.21)).toBeCloseTo(0.21 * (20 * 0.8 + 30 * 0.7))
  })

  it('gives nothing back for losses that come after the income', () => {
    expect(presentIncomeTaxUsd([50, -80], [1, 1], 0.21)).toBeCloseTo(0.21 * 50)
  })

  it('writes a price off whole, also over a broken number of years', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 20, noNaN: true }), (lifeYears) => {
        const shares = straightLineShares(lifeYears, 21)
        expect(shares.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9)
        for (const each of shares) expect(each).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('is the same by straight pieces as by the loop over years, for any income level and capital', () => {
    fc.assert(
      fc.property(
        years.chain((count) => fc.array(share, { minLength: count, maxLength: count })),
        fc.double({ min: 0, max: 40, noNaN: true }),
        fc.double({ min: 0, max: 0.4, noNaN: true }),
        share,
        fc.array(fc.tuple(fc.double({ min: 0, max: 5e7, noNaN: true }), fc.double({ min: 0, max: 5e7, noNaN: true })), {
          minLength: 1,
          maxLength: 20,
        }),
        (income, lifeYears, discountRate, rate, projects) => {
          const writeOff = straightLineShares(lifeYears, income.length)
          const discounts = income.map((_, year) => (1 + discountRate) ** -(year + 1))
          const schedule = taxSchedule(income, writeOff, discounts, rate)
          for (const [level, capital] of projects) {
            const taxable = income.map((each, year) => level * each - capital * (writeOff[year] ?? 0))
            const expected = presentIncomeTaxUsd(taxable, discounts, rate)
            const gap = Math.abs(scheduledTaxUsd(schedule, level, capital) - expected)
            expect(gap).toBeLessThanOrEqual(1e-9 * Math.max(1, level, capital))
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  it('is never more than the rate on all income, and less where more is written off', () => {
    const income = Array.from({ length: 15 }, (_, year) => 1.03 ** year)
    const writeOff = straightLineShares(15, 15)
    const discounts = income.map((_, year) => 1.095 ** -(year + 1))
    const schedule = taxSchedule(income, writeOff, discounts, 0.21)
    const present = income.reduce((sum, each, year) => sum + each * (discounts[year] ?? 0), 0)
    let former = Number.POSITIVE_INFINITY
    for (let capital = 0; capital <= 40; capital += 0.5) {
      const tax = scheduledTaxUsd(schedule, 1, capital)
      expect(tax).toBeLessThanOrEqual(former)
      expect(tax).toBeGreaterThanOrEqual(0)
      expect(tax).toBeLessThanOrEqual(0.21 * present + 1e-12)
      former = tax
    }
    expect(former).toBe(0)
  })
})

describe('the tax of a mine', () => {
  const writeOff = straightLineShares(5, 12)
  const margins = fc.array(fc.double({ min: 0, max: 5e5, noNaN: true }), { minLength: 1, maxLength: 10 })
  const capital = fc.double({ min: 0, max: 2e6, noNaN: true })
  const sale = fc.double({ min: 0, max: 2e5, noNaN: true })

  it('is that of its years, what is left of the machines being set against what they fetch', () => {
    fc.assert(
      fc.property(margins, capital, sale, share, (yearly, price, proceeds, rate) => {
        const discounts = Float64Array.from(yearly, (_, year) => Math.exp(-0.15 * (year + 0.5)))
        let sum = 0
        const earned = Float64Array.from(yearly, (margin, year) => {
          sum += margin * (discounts[year] ?? 0)
          return sum
        })
        const last = yearly.length - 1
        let book = price
        const taxable = yearly.map((margin, year) => {
          const written = year === last ? book : price * (writeOff[year] ?? 0)
          book -= written
          return margin + (year === last ? proceeds / (discounts[year] ?? 1) : 0) - written
        })
        const expected = presentIncomeTaxUsd(taxable, discounts, rate)
        const found = miningTaxUsdPerMw(rate, writeOff, earned, discounts, yearly.length, price, proceeds)
        expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-6 * Math.max(1, expected))
      }),
    )
  })
})

describe('a ranking after tax', () => {
  const columns = buildColumns(fc.sample(anySite, { numRuns: 300, seed: 21 }))
  const valuesAt = (incomeTaxRate: number) => rankSites(columns, scenarioOf(STORY, { incomeTaxRate })).npvUsdPerMw

  it('is that before tax at a rate of 0, and no use is worth more at a higher rate', () => {
    const before = rankSites(columns, scenarioOf(STORY)).npvUsdPerMw
    let former = valuesAt(0)
    for (const strategy of STRATEGIES) expect(former[strategy]).toEqual(before[strategy])
    for (const rate of [0.05, 0.21, 0.28, 0.6]) {
      const values = valuesAt(rate)
      for (const strategy of STRATEGIES) {
        for (let row = 0; row < columns.count; row += 1) {
          const [now = Number.NaN, then = Number.NaN] = [values[strategy][row], former[strategy][row]]
          expect(now).toBeLessThanOrEqual(then + 1e-6 * Math.max(1, Math.abs(then)))
        }
      }
      former = values
    }
  })

  it('opens to the tax in the derivation of every use, and leaves it out where none is charged', () => {
    const stepsAt = (incomeTaxRate: number) => {
      const scenario = scenarioOf(STORY, { incomeTaxRate })
      const { strategies } = explainSite(columns, rankSites(columns, scenario), 0, scenario)
      return strategies.map(({ steps }) => steps.filter(({ label }) => label === 'Income tax').length)
    }
    expect(stepsAt(0.21)).toEqual([1, 1, 1, 1, 1])
    expect(stepsAt(0)).toEqual([0, 0, 0, 0, 0])
  })
})
