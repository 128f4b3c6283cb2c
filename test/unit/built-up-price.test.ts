import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtUpPrice, TARIFF_CHARGES, type TariffCharges } from '../../shared/domain/power-price/built-up-price.ts'
import { explainPowerPrice } from '../../shared/domain/power-price/explain-power-price.ts'
import { siteCase } from '../../shared/domain/ranking/site-case.ts'
import { buildColumns, type SiteSketch, SURVEYED_MINE } from './columns-builder.ts'
import { STORY, scenarioOf } from './scenarios.ts'

const NONE = Object.fromEntries(TARIFF_CHARGES.map((key) => [key, Number.NaN])) as unknown as TariffCharges

function explain(site: SiteSketch) {
  return explainPowerPrice(siteCase(buildColumns([site]), 0, scenarioOf(STORY).assumptions))
}

describe('a price built up from the charges of a site', () => {
  it('is the energy charge alone where nothing else is known, and nothing without it', () => {
    expect(builtUpPrice({ ...NONE, energyUsdPerMwh: 31 }).allInUsdPerMwh).toBe(31)
    expect(builtUpPrice({ ...NONE, demandUsdPerKwMonth: 8 }).allInUsdPerMwh).toBeNaN()
  })

  it('counts capacity as published: $269.92/MW-day is $11.25/MWh', () => {
    const price = builtUpPrice({ ...NONE, energyUsdPerMwh: 0, capacityUsdPerMwDay: 269.92 })
    expect(price.allInUsdPerMwh).toBeCloseTo(11.25, 2)
  })

  it('never falls with a higher charge', () => {
    const charge = fc.oneof(fc.constant(Number.NaN), fc.double({ min: 0, max: 100, noNaN: true }))
    fc.assert(
      fc.property(
        fc.tuple(...TARIFF_CHARGES.map(() => charge)),
        fc.constantFrom(...TARIFF_CHARGES),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (values, key, more) => {
          const charges = Object.fromEntries(TARIFF_CHARGES.map((each, index) => [each, values[index]]))
          const known = { ...charges, energyUsdPerMwh: charges['energyUsdPerMwh'] || 0 } as unknown as TariffCharges
          const dearer = { ...known, [key]: (known[key] || 0) + more }
          const before = builtUpPrice(known).allInUsdPerMwh
          expect(builtUpPrice(dearer).allInUsdPerMwh).toBeGreaterThanOrEqual(before * (1 - 1e-12))
        },
      ),
    )
  })
})

describe('what is said of a power price', () => {
  it('tells a quote, a proxy and a build-up apart', () => {
    const { powerPriceUsdPerMwh: _, ...unquoted } = SURVEYED_MINE
    expect(explain(SURVEYED_MINE)).toMatchObject({ isProxy: false, source: 'Quoted for the site', usdPerMwh: 45 })
    expect(explain(unquoted)).toMatchObject({ isProxy: true, source: expect.stringContaining('Proxy: TX') })
    const built = explain({ ...SURVEYED_MINE, energyUsdPerMwh: 30, demandUsdPerKwMonth: 7.3, powerPriceUsdPerMwh: 40 })
    expect(built).toMatchObject({ isProxy: false, source: 'Built up from the charges of the site' })
    expect(built.steps.map(({ label, value }) => [label, value])).toEqual([
      ['Energy', '$30.00/MWh'],
      ['Basis', 'not on file'],
      ['Capacity', 'not on file'],
      ['Transmission', 'not on file'],
      ['Demand', '$10.00/MWh'],
      ['Riders', 'not on file'],
      ['Tax', 'not on file'],
      ['All-in power price', '$40.00/MWh'],
    ])
  })

  it('puts amounts on a least bill and on leaving, and says that values hold neither', () => {
    const site = { ...SURVEYED_MINE, energyUsdPerMwh: 30, demandUsdPerKwMonth: 10, minimumBillPercent: 85 }
    expect(explain(site).risks).toEqual([
      'At least 85% of 200 MW is billed whether it is used or not: a site that stands still owes $20.40m a year. This weighs on a mine, which may stop before the contract ends, more than on AI; it is not in the values.',
    ])
    expect(explain({ ...site, exitFeeYears: 3 }).risks[1]).toMatch(
      /^Leaving costs up to 3 years of it, \$4\d\.\d\dm today\.$/,
    )
    expect(explain({ ...SURVEYED_MINE, minimumBillPercent: 60 }).risks[0]).toContain('not on file')
    expect(explain({ ...SURVEYED_MINE, minimumBillPercent: 0 }).risks).toEqual([])
  })
})
