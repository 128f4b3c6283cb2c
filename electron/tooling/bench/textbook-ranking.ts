import type { SiteColumns } from '../../../shared/columns/site-columns.ts'
import { capitalRecoveryFactor } from '../../../shared/domain/finance/capital-recovery-factor.ts'
import { growingAnnuity } from '../../../shared/domain/finance/growing-annuity.ts'
import { FAIL, gateStates, isMiningBlocked, UNKNOWN } from '../../../shared/domain/ranking/gate-states.ts'
import { GATES } from '../../../shared/domain/ranking/ranking.ts'
import { RULER, utilityOf } from '../../../shared/domain/ranking/ruler.ts'
import type { ScenarioTerms } from '../../../shared/domain/ranking/scenario-terms.ts'
import { assumeBest, emptyFacts, readFacts, type SiteFacts } from '../../../shared/domain/ranking/site-facts.ts'
import { emptyValue, type SiteValue, valueSite } from '../../../shared/domain/ranking/site-value.ts'
import { STRATEGIES, type Strategy } from '../../../shared/domain/site/strategies.ts'
import { minedMargin, yearlyPayments } from './cash-flows.ts'

export interface TextbookSite {
  readonly row: number
  readonly values: Readonly<Record<Strategy, number>>
  readonly score: number
  readonly scoreAtBest: number
}

/**
 * The ranking as one writes it down first: an object a site, a cash flow array a strategy, a power a month, and
 * `Array.sort` with a comparison. Costs, chances and dates of a site are those of the product's own model; every
 * value over time is added up month by month instead of by a closed form.
 */
export function textbookRanking(columns: SiteColumns, terms: ScenarioTerms, count: number): TextbookSite[] {
  return Array.from({ length: count }, (_, row) => textbookSite(columns, terms, row)).sort(
    (one, other) => other.score - one.score || one.row - other.row,
  )
}

function textbookSite(columns: SiteColumns, terms: ScenarioTerms, row: number): TextbookSite {
  const a = terms.assumptions
  const facts = emptyFacts()
  readFacts(terms, columns, row, facts)
  const gates = new Uint8Array(GATES.length)
  gateStates(facts, a, gates, 0)
  const unknowns = gates.filter((gate) => gate === UNKNOWN).length
  const blocked = new Set<Strategy>(gates.includes(FAIL) ? ['lease', 'cloud', 'colo', 'hybrid'] : [])
  if (isMiningBlocked(facts, a)) blocked.add('mine')

  const { values, powerYears } = textbookValues(terms, facts, a.unsurveyedConvertibleShare ** (unknowns / GATES.length))
  const criteria: Record<string, number> = {
    value: best(values, blocked),
    power_price: facts.powerPrice,
    megawatts: facts.mw,
    evidence: facts.rungLevel,
    time_to_power: facts.isStageKnown ? powerYears : Number.NaN,
    grid_voltage: facts.gridVoltageKv,
    substation: facts.substationMi,
    land: facts.landAcres,
    fiber: facts.fiberMi,
    flood: facts.flood,
    firm_service: facts.firm,
    zoning: facts.zoning,
  }
  const spread = Number.isNaN(facts.quotedPowerPrice) ? Math.abs(facts.powerPrice) * a.powerPriceProxySpread : 0
  assumeBest(terms, facts)
  const valueAtBest = Math.max(best(values, blocked), best(textbookValues(terms, facts, 1).values, blocked))
  const low: Record<string, number> = { ...criteria, power_price: (criteria['power_price'] ?? 0) + spread }
  const high: Record<string, number> = {
    ...criteria,
    power_price: (criteria['power_price'] ?? 0) - spread,
    value: valueAtBest,
  }
  return { row, values, score: weightedSum(low, 0), scoreAtBest: weightedSum(high, 1) }
}

function best(values: Readonly<Record<Strategy, number>>, blocked: ReadonlySet<Strategy>): number {
  return Math.max(...STRATEGIES.filter((strategy) => !blocked.has(strategy)).map((strategy) => values[strategy]))
}

function weightedSum(values: Readonly<Record<string, number>>, utilityOfUnknown: number): number {
  return RULER.criteria.reduce((sum, criterion) => {
    const utility = utilityOf(criterion, values[criterion.id] ?? Number.NaN)
    return sum + 100 * criterion.weight * (Number.isNaN(utility) ? utilityOfUnknown : utility)
  }, 0)
}

/** The five values with all that is earned over time added up by the month. */
function textbookValues(terms: ScenarioTerms, facts: SiteFacts, convertible: number) {
  const a = terms.assumptions
  // Costs, rents and dates; its closed-form values are replaced below.
  const site: SiteValue = emptyValue()
  valueSite(terms, facts, convertible, site)
  const { completion } = site
  const lost = a.sunkStudyUsdPerMw * (1 - completion)
  const expected = (amount: number, factor: number) => (amount > 0 ? amount * factor : amount)
  const leaseYears = Math.floor(a.leaseTermYears)
  const rents = (firstYearUsd: number) =>
    yearlyPayments(firstYearUsd, a.leaseEscalator, leaseYears, a.leaseDiscountRate)
  const leaseAnnuity = growingAnnuity(a.leaseDiscountRate, a.leaseEscalator, a.leaseTermYears)
  const leaseIncome = terms.leaseUsdPerRent * site.leaseRent
  const leaseAtStart = site.leaseAtStart - leaseIncome + rents(leaseIncome / leaseAnnuity)
  const coloIncome = terms.colocationUsdPerRent * site.colocationRent * site.colocationOccupancy
  const coloAtStart = site.colocationAtStart - coloIncome + rents(coloIncome / leaseAnnuity)
  const gpuYear = capitalRecoveryFactor(a.gpuDiscountRate, a.gpuLifeYears)
  const cloudIncome = facts.isOperating ? terms.retrofitCloudUsdPerMw : terms.newCloudUsdPerMw
  const cloudNet = cloudIncome - terms.cloudPerPowerPrice * facts.powerPrice
  const cloudAtStart =
    site.cloudAtStart - cloudNet + yearlyPayments(cloudNet * gpuYear, 0, a.gpuLifeYears, a.gpuDiscountRate)

  const minedUntil = (endYears: number) =>
    minedMargin({
      revenueUsdPerMwh: terms.revenueUsdPerMwh,
      costUsdPerMwh: site.mineCostUsdPerMwh,
      declinePerYear: terms.declinePerYear,
      ratePerYear: a.miningDiscountRate,
      hoursPerYear: 8_760 * a.miningAvailability,
      startYears: site.mineStartYears,
      endYears,
      halvings: [...terms.halvings],
      multiplier: terms.halvingMultiplier,
    })
  const converted = (convertYears: number) => {
    const stop = Math.min(site.mineEndYears, Math.max(site.mineStartYears, convertYears - a.conversionDowntimeYears))
    const scrap = terms.scrapUsdPerMw * Math.exp(-a.miningDiscountRate * stop)
    const ai = site.hybridAiValue
    return expected(minedUntil(stop) - site.mineCapital + scrap + ai, completion) - lost
  }
  return {
    powerYears: site.powerYears,
    values: {
      mine: expected(minedUntil(site.mineEndYears) - site.mineCapital, completion) - lost,
      lease: expected(leaseAtStart, completion * convertible * site.leaseDiscount) - lost,
      cloud: expected(cloudAtStart, completion * convertible * site.gpuDiscount) - lost,
      colo: expected(coloAtStart, completion * convertible * site.leaseDiscount) - lost,
      hybrid: converted(site.convertYears),
    },
  }
}
