import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leaseIncomeYears } from '../../shared/domain/conversion/lease-income-years.ts'
import { LEASE_TYPES, tripleNetRentUsdPerKwMonth } from '../../shared/domain/conversion/lease-type.ts'
import { explainSite } from '../../shared/domain/ranking/explain-site.ts'
import { rankSites } from '../../shared/domain/ranking/rank-sites.ts'
import { siteCase } from '../../shared/domain/ranking/site-case.ts'
import { ASSUMPTIONS, type AssumptionKey } from '../../shared/domain/scenario/assumption-defs.ts'
import { resolveScenario } from '../../shared/domain/scenario/resolve-scenario.ts'
import { buildColumns, type SiteSketch, SURVEYED_MINE } from './columns-builder.ts'
import { STORY, scenarioOf } from './scenarios.ts'
import { anySite } from './site-sketches.ts'

type Changes = Partial<Record<AssumptionKey, number>>

const [GROSS, MODIFIED, TRIPLE_NET] = [0, 1, 2]

function leaseOf(changes: Changes, site = SURVEYED_MINE): number {
  return siteCase(buildColumns([site]), 0, scenarioOf(STORY, changes).assumptions).value.lease
}

function stepsOf(changes: Changes, site: SiteSketch = SURVEYED_MINE) {
  const columns = buildColumns([site])
  const scenario = scenarioOf(STORY, changes)
  const { strategies } = explainSite(columns, rankSites(columns, scenario), 0, scenario)
  return strategies.find(({ strategy }) => strategy === 'lease')?.steps ?? []
}

describe('the type of a lease', () => {
  it('makes one rent worth more the less the landlord pays out of it', () => {
    expect(leaseOf({ leaseType: GROSS })).toBeLessThan(leaseOf({ leaseType: MODIFIED }))
    expect(leaseOf({ leaseType: MODIFIED })).toBeLessThan(leaseOf({ leaseType: TRIPLE_NET }))
  })

  it('leaves the value of a rent as it is when the rent is turned into its triple-net equivalent', () => {
    const { assumptions } = scenarioOf(STORY)
    const reference = { ...SURVEYED_MINE, powerPriceUsdPerMwh: assumptions.leasePowerReferenceUsdPerMwh }
    for (const [index, type] of LEASE_TYPES.entries()) {
      const rent = 140
      const net = tripleNetRentUsdPerKwMonth(rent, type, assumptions)
      const quoted = leaseOf({ leaseType: index, leaseRentUsdPerKwMonth: rent }, reference)
      expect(leaseOf({ leaseType: TRIPLE_NET, leaseRentUsdPerKwMonth: net }, reference) / quoted).toBeCloseTo(1, 9)
    }
  })

  it('charges the whole of a dearer MWh to the landlord of a gross lease, above the part that a tenant takes off', () => {
    const a = scenarioOf(STORY).assumptions
    const fallOf = (leaseType: number) => {
      const at = (powerPriceUsdPerMwh: number) => {
        const { terms, value } = siteCase(
          buildColumns([{ ...SURVEYED_MINE, powerPriceUsdPerMwh }]),
          0,
          scenarioOf(STORY, { leaseType }).assumptions,
        )
        return terms.leaseUsdPerRent * value.leaseRent
      }
      const { terms } = siteCase(buildColumns([SURVEYED_MINE]), 0, a)
      return ((at(45) - at(46)) * a.grossToIt) / (12_000 * terms.leaseYears)
    }
    expect(fallOf(GROSS)).toBeCloseTo(0.73 * a.aiPue, 9)
    expect(fallOf(TRIPLE_NET)).toBeCloseTo(0.73 * a.aiPue * a.leasePowerShare * a.leaseNoiMarginTripleNet, 9)
  })

  it('is named in the derivation with the triple-net rent', () => {
    const [first] = stepsOf({ leaseType: GROSS })
    expect(first).toMatchObject({ label: 'Type of the lease', value: 'gross' })
    expect(first?.formula).toContain('as a triple-net rent $88.74/kW-month')
  })

  it('of an offer for the site is told apart from the scenario’s before the two are compared', () => {
    const stepOf = (leaseOfferType?: string) => {
      const offer = { ...SURVEYED_MINE, leaseOfferUsdPerKwMonth: 130, ...(leaseOfferType ? { leaseOfferType } : {}) }
      return stepsOf({}, offer).find(({ label }) => label === 'Rent offered for this site')
    }
    expect(stepOf('gross')).toMatchObject({
      value: '$130.00/kW-month gross',
      formula: 'triple net $92.29, less than the scenario’s $107.76; the types differ, gross against modified gross',
    })
    expect(stepOf('modified_gross')?.formula).toBe('triple net $112.07, more than the scenario’s $107.76')
    expect(stepOf()?.formula).toContain('the type of the lease offered is not on file')
    expect(stepsOf({}).some(({ label }) => label === 'Rent offered for this site')).toBe(false)
  })

  it('is refused where it is none of the three', () => {
    expect(resolveScenario({ preset: STORY, changes: { leaseType: 0.5 } })).toEqual({
      ok: false,
      reason: 'The assumption leaseType must be one of 0 (Gross), 1 (Modified gross), 2 (Triple net), not 0.5.',
    })
  })
})

describe('the income of a lease', () => {
  it('is what it is without default and without a second lease', () => {
    expect(leaseOf({ counterpartyDefault: 0.2, counterpartyLoss: 0 })).toBe(leaseOf({}))
    expect(stepsOf({}).map(({ label }) => label)).not.toContain('Years of income, second lease')
  })

  it('loses the whole first lease where default and loss are certain', () => {
    const { contracted, reLeased } = leaseIncomeYears(
      scenarioOf(STORY, { counterpartyDefault: 1, counterpartyLoss: 1 }).assumptions,
    )
    expect(contracted).toBe(0)
    expect(reLeased).toBe(0)
  })

  it('with a second lease at the same rent and no empty time is one long lease', () => {
    const a = scenarioOf(STORY, {
      leaseTermYears: 10,
      shellLifeYears: 15,
      reLeaseRentShare: 1,
      reLeaseVoidMonths: 0,
    }).assumptions
    const { contracted, reLeased } = leaseIncomeYears(a)
    const long = leaseIncomeYears({ ...a, leaseTermYears: 15 })
    expect(contracted + reLeased).toBeCloseTo(long.contracted, 10)
  })

  it('is worth no less with a tenant who pays for the hall', () => {
    expect(leaseOf({ leaseTenantCapexShare: 0.5 })).toBeGreaterThan(leaseOf({}))
  })

  it('takes a rebuilt hall at the price and the time of a new one', () => {
    expect(leaseOf({ operatingHallWorks: 1 })).toBeLessThan(leaseOf({}))
    expect(stepsOf({ operatingHallWorks: 1 }).map(({ label }) => label)).toContain('Rebuild')
  })
})

const WORSE: readonly (readonly [AssumptionKey, 1 | -1])[] = [
  ['counterpartyDefault', 1],
  ['counterpartyLoss', 1],
  ['reLeaseVoidMonths', 1],
  ['reLeaseRentShare', -1],
  ['leaseTenantCapexShare', -1],
  ['leaseNoiMarginGross', -1],
  ['leaseNoiMargin', -1],
  ['leaseNoiMarginTripleNet', -1],
]

describe('the value of leasing', () => {
  it('never rises with a worse term and is never NaN, on any site under any lease', () => {
    const spread = fc.constantFrom(...WORSE)
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(
        anySite,
        spread,
        share,
        share,
        fc.integer({ min: 0, max: 2 }),
        fc.integer({ min: 1, max: 30 }),
        (site, [key, sign], one, other, leaseType, leaseTermYears) => {
          const { min, max } = ASSUMPTIONS[key]
          const [low, high] = [Math.min(one, other), Math.max(one, other)].map((each) => min + each * (max - min))
          const at = (value: number | undefined) =>
            leaseOf({ leaseType, leaseTermYears, shellLifeYears: 20, [key]: value ?? 0 }, site)
          const [worse, better] = sign === 1 ? [at(high), at(low)] : [at(low), at(high)]
          expect(worse).toBeLessThanOrEqual(better + 1e-6 * Math.abs(better))
        },
      ),
      { numRuns: 400 },
    )
  })
})
