import type { SiteColumns } from '../../../shared/columns/site-columns.ts'
import { CRITERIA } from '../../../shared/domain/ranking/criteria.ts'
import { gateStates, UNKNOWN } from '../../../shared/domain/ranking/gate-states.ts'
import { convertibleChances } from '../../../shared/domain/ranking/judge-site.ts'
import { GATES } from '../../../shared/domain/ranking/ranking.ts'
import { RULER } from '../../../shared/domain/ranking/ruler.ts'
import type { ScenarioTerms } from '../../../shared/domain/ranking/scenario-terms.ts'
import { criterionValues, points, VALUE } from '../../../shared/domain/ranking/score-site.ts'
import { scoreTerms } from '../../../shared/domain/ranking/score-terms.ts'
import { emptyFacts, readFacts } from '../../../shared/domain/ranking/site-facts.ts'
import { emptyValue, valueSite } from '../../../shared/domain/ranking/site-value.ts'
import type { Assumptions } from '../../../shared/domain/scenario/assumption-defs.ts'

const MONTHS = 180
/** Months that the shared curves cover: a late start and all of a cash flow after it. */
const CURVE_MONTHS = 1_200

/** What the loop reads of every site, one array a figure; money in USD a gross MW, times in months. */
export type BruteInputs = ReturnType<typeof bruteInputs>

/** Costs, chances and dates of the first `count` sites by the product's own model, ready for a loop over months. */
export function bruteInputs(columns: SiteColumns, terms: ScenarioTerms, count: number) {
  const a = terms.assumptions
  const column = () => new Float64Array(count)
  const into = {
    cost: column(),
    start: new Int32Array(count),
    stop: new Int32Array(count),
    convert: new Int32Array(count),
    capital: column(),
    completion: column(),
    leaseFactor: column(),
    gpuFactor: column(),
    leaseYear: column(),
    coloYear: column(),
    cloudYear: column(),
    build: column(),
    cloudBuild: column(),
    hybridAi: column(),
    scrap: column(),
    criteria: CRITERIA.map(column),
  }
  const facts = emptyFacts()
  const value = emptyValue()
  const gates = new Uint8Array(GATES.length)
  const criteria = new Float64Array(CRITERIA.length)
  const chances = convertibleChances(a.unsurveyedConvertibleShare)
  const { rents, gpuIncome } = payments(a)
  const rentYears = rents.reduce((sum, each) => sum + each, 0)
  const gpuYears = gpuIncome.reduce((sum, each) => sum + each, 0)
  for (let row = 0; row < count; row += 1) {
    readFacts(terms, columns, row, facts)
    gateStates(facts, a, gates, 0)
    const convertible = chances[gates.filter((state) => state === UNKNOWN).length] ?? 0
    valueSite(terms, facts, convertible, value)
    const leaseIncome = terms.leaseUsdPerRent * value.leaseRent
    const coloIncome = terms.colocationUsdPerRent * value.colocationRent * value.colocationOccupancy
    const cloudIncome =
      (facts.isOperating ? terms.retrofitCloudUsdPerMw : terms.newCloudUsdPerMw) -
      terms.cloudPerPowerPrice * facts.powerPrice
    const stopYears = value.convertYears - a.conversionDowntimeYears
    into.cost[row] = value.mineCostUsdPerMwh
    into.start[row] = Math.round(12 * value.mineStartYears)
    into.stop[row] = Math.round(12 * value.mineEndYears)
    into.convert[row] = Math.round(12 * Math.min(value.mineEndYears, Math.max(value.mineStartYears, stopYears)))
    into.capital[row] = value.mineCapital
    into.completion[row] = value.completion
    into.leaseFactor[row] = value.completion * convertible * value.leaseDiscount
    into.gpuFactor[row] = value.completion * convertible * value.gpuDiscount
    into.leaseYear[row] = leaseIncome / rentYears
    into.coloYear[row] = coloIncome / rentYears
    into.cloudYear[row] = cloudIncome / gpuYears
    into.build[row] = leaseIncome - value.leaseAtStart
    into.cloudBuild[row] = cloudIncome - value.cloudAtStart
    into.hybridAi[row] = value.hybridAiValue
    into.scrap[row] = terms.scrapUsdPerMw * Math.exp((-a.miningDiscountRate * into.convert[row]!) / 12)
    const scored = { bestUsdPerMw: 0, bestUsdPerMwAtBest: 0, powerYears: value.powerYears, proxySpread: 0 }
    criterionValues(facts, scored, criteria)
    into.criteria.forEach((each, index) => {
      each[row] = criteria[index] ?? Number.NaN
    })
  }
  return into
}

/** What a first year's income of 1 pays in each month, discounted; paid at the end of a year, as in the model. */
function payments(a: Assumptions) {
  const paid = (years: number, growth: number, rate: number) =>
    Float64Array.from({ length: MONTHS }, (_, month) => {
      const year = (month + 1) / 12
      return month % 12 === 11 && year <= years ? (1 + growth) ** (year - 1) / (1 + rate) ** year : 0
    })
  return {
    rents: paid(Math.max(1, a.leaseTermYears), a.leaseEscalator, a.leaseDiscountRate),
    gpuIncome: paid(Math.max(1, a.gpuLifeYears), 0, a.gpuDiscountRate),
  }
}

/** Value of each strategy and the order of the sites, by a loop over 180 months a strategy with curves that all share. */
export function bruteRanking(inputs: BruteInputs, terms: ScenarioTerms) {
  const a = terms.assumptions
  const count = inputs.cost.length
  const column = () => new Float64Array(count)
  const into = { mine: column(), lease: column(), cloud: column(), colo: column(), hybrid: column(), score: column() }
  const ruled = scoreTerms(RULER)
  const hours = (8_760 * a.miningAvailability) / 12
  const revenue = Float64Array.from({ length: CURVE_MONTHS }, (_, month) => {
    const year = (month + 0.5) / 12
    const halved = terms.halvings.filter((halving) => halving <= year).length
    return terms.revenueUsdPerMwh * terms.halvingMultiplier ** halved * Math.exp(-terms.declinePerYear * year)
  })
  const mineDiscount = Float64Array.from({ length: CURVE_MONTHS }, (_, month) =>
    Math.exp((-a.miningDiscountRate * (month + 0.5)) / 12),
  )
  const { rents, gpuIncome } = payments(a)
  for (let row = 0; row < count; row += 1) {
    const cost = inputs.cost[row]!
    const start = inputs.start[row]!
    let [mined, bridged, leased, colocated, rented] = [0, 0, 0, 0, 0]
    for (let month = 0; month < MONTHS; month += 1) {
      const at = start + month
      const margin = revenue[at]! - cost
      if (at < inputs.stop[row]! && margin > 0) mined += margin * mineDiscount[at]!
    }
    for (let month = 0; month < MONTHS; month += 1) {
      const at = start + month
      const margin = revenue[at]! - cost
      if (at < inputs.convert[row]! && margin > 0) bridged += margin * mineDiscount[at]!
    }
    for (let month = 0; month < MONTHS; month += 1) leased += inputs.leaseYear[row]! * rents[month]!
    for (let month = 0; month < MONTHS; month += 1) colocated += inputs.coloYear[row]! * rents[month]!
    for (let month = 0; month < MONTHS; month += 1) rented += inputs.cloudYear[row]! * gpuIncome[month]!

    const chance = inputs.completion[row]!
    const sunk = a.sunkStudyUsdPerMw * (1 - chance)
    const capital = inputs.capital[row]!
    const bridge = hours * bridged - capital + inputs.scrap[row]!
    into.mine[row] = expected(hours * mined - capital, chance) - sunk
    into.lease[row] = expected(leased - inputs.build[row]!, inputs.leaseFactor[row]!) - sunk
    into.colo[row] = expected(colocated - inputs.build[row]!, inputs.leaseFactor[row]!) - sunk
    into.cloud[row] = expected(rented - inputs.cloudBuild[row]!, inputs.gpuFactor[row]!) - sunk
    into.hybrid[row] = expected(bridge + inputs.hybridAi[row]!, chance) - sunk
    let score = points(
      ruled,
      VALUE,
      Math.max(into.mine[row]!, into.lease[row]!, into.cloud[row]!, into.colo[row]!, into.hybrid[row]!),
    )
    for (let index = VALUE + 1; index < CRITERIA.length; index += 1) {
      const value = inputs.criteria[index]![row]!
      if (!Number.isNaN(value)) score += points(ruled, index, value)
    }
    into.score[row] = score
  }
  const order = Uint32Array.from({ length: count }, (_, row) => row)
  const { score } = into
  order.sort((one, other) => score[other]! - score[one]! || one - other)
  return { ...into, order }
}

function expected(amount: number, factor: number): number {
  return amount > 0 ? amount * factor : amount
}
