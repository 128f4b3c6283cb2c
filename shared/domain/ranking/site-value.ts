import type { Assumptions } from '../scenario/assumption-defs.ts'
import { POWER_STAGES } from '../time-to-power/power-stage.ts'
import { waitForPower } from '../time-to-power/wait-for-power.ts'
import { fleetOf, soldUsdPerMw } from './asic-fleet.ts'
import { minedUsdPerMw } from './mined-value.ts'
import type { ScenarioTerms } from './scenario-terms.ts'
import type { SiteFacts } from './site-facts.ts'
import { hallAfterMine, mineTaxUntil, taxUses } from './taxed-uses.ts'

/** Every figure on the way to a site's five values, USD a gross MW unless named otherwise; filled again for every row. */
export interface SiteValue {
  /** Probability that the power comes. */
  completion: number
  /** Probability that the gates that nobody has looked at turn out to pass. */
  convertible: number
  /** Expected years to power, and from there to the first revenue. */
  powerYears: number
  aiTailYears: number
  leaseDiscount: number
  gpuDiscount: number
  /** Land or purchase, network upgrade, substation, line, fiber. */
  siteCost: number
  upgradeCost: number
  substationCost: number
  lineCost: number
  fiberCost: number
  aiCapex: number
  /** Rents after what the site's power price takes off, $/kW-month. */
  leaseRent: number
  colocationRent: number
  colocationOccupancy: number
  bearableRent: number
  /** Value at the start of the use, before chance and delay. */
  leaseAtStart: number
  cloudAtStart: number
  colocationAtStart: number
  mineCapital: number
  mineStartYears: number
  mineEndYears: number
  mineCostUsdPerMwh: number
  minePresentValue: number
  /** What the worn-out ASICs fetch, discounted to today; and what they would fetch today if their age did not matter. */
  residualPresentValue: number
  saleUsdPerMwToday: number
  /** Value of the mine before chance: margin and residual less capital, discounted to today. */
  mineAtStart: number
  /** Present values, at the start of a use, of its income tax; 0 where none is charged. */
  leaseTax: number
  cloudTax: number
  colocationTax: number
  mineTax: number
  /** Years from now at which the hybrid converts, its mining and its AI part. */
  convertYears: number
  bridgePresentValue: number
  hybridAiValue: number
  mine: number
  lease: number
  cloud: number
  colo: number
  hybrid: number
}

export function emptyValue(): SiteValue {
  const unknown = Number.NaN
  return {
    completion: unknown,
    convertible: unknown,
    powerYears: unknown,
    aiTailYears: unknown,
    leaseDiscount: unknown,
    gpuDiscount: unknown,
    siteCost: unknown,
    upgradeCost: unknown,
    substationCost: unknown,
    lineCost: unknown,
    fiberCost: unknown,
    aiCapex: unknown,
    leaseRent: unknown,
    colocationRent: unknown,
    colocationOccupancy: unknown,
    bearableRent: unknown,
    leaseAtStart: unknown,
    cloudAtStart: unknown,
    colocationAtStart: unknown,
    mineCapital: unknown,
    mineStartYears: unknown,
    mineEndYears: unknown,
    mineCostUsdPerMwh: unknown,
    minePresentValue: unknown,
    residualPresentValue: unknown,
    saleUsdPerMwToday: unknown,
    mineAtStart: unknown,
    leaseTax: 0,
    cloudTax: 0,
    colocationTax: 0,
    mineTax: 0,
    convertYears: unknown,
    bridgePresentValue: unknown,
    hybridAiValue: unknown,
    mine: unknown,
    lease: unknown,
    cloud: unknown,
    colo: unknown,
    hybrid: unknown,
  }
}

/**
 * Values a site under the five strategies. `convertible` is the probability that the unknown gates pass.
 * A positive value counts with its probability and its delay; a loss counts in full, because waiting cures no loss.
 */
export function valueSite(terms: ScenarioTerms, facts: SiteFacts, convertible: number, value: SiteValue): void {
  valueSingleUses(terms, facts, convertible, value)
  hybrid(terms, facts, value)
}

/** The same without the hybrid, which takes most of the time. */
export function valueSingleUses(terms: ScenarioTerms, facts: SiteFacts, convertible: number, value: SiteValue): void {
  value.convertible = convertible
  valueAtStart(terms, facts, value)
  if (terms.tax !== null) taxUses(terms, terms.tax, value)
  const chance = value.completion * convertible
  const lost = terms.assumptions.sunkStudyUsdPerMw * (1 - value.completion)
  value.mine = expected(value.mineAtStart, value.completion) - lost
  value.lease = expected(value.leaseAtStart, chance * value.leaseDiscount) - lost
  value.colo = expected(value.colocationAtStart, chance * value.leaseDiscount) - lost
  value.cloud = expected(value.cloudAtStart, chance * value.gpuDiscount) - lost
}

/**
 * What each use would be worth if it were certain: `leaseAtStart`, `cloudAtStart` and `colocationAtStart` on its first
 * day, `mineAtStart` discounted to the valuation date; with the dates, costs and rents on the way there.
 */
export function valueAtStart(terms: ScenarioTerms, facts: SiteFacts, value: SiteValue): void {
  valueHallsAtStart(terms, facts, value)
  mining(terms, facts, value)
}

/** The part of `valueAtStart` that concerns AI uses. */
export function valueHallsAtStart(terms: ScenarioTerms, facts: SiteFacts, value: SiteValue): void {
  timeToPower(terms, facts, value)
  siteCosts(terms, facts, value)
  aiUses(terms, facts, value)
}

function timeToPower(terms: ScenarioTerms, facts: SiteFacts, value: SiteValue): void {
  const a = terms.assumptions
  const at = facts.region * POWER_STAGES.length + facts.stage
  value.completion = terms.completion[at] ?? 0
  if (!facts.isEnergized && !Number.isNaN(facts.promisedYears)) {
    const build = facts.isOperating ? a.aiBuildYearsRetrofit : a.aiBuildYearsNew
    value.powerYears = facts.promisedYears + terms.slipYears
    value.aiTailYears = Math.max(0, build - Math.min(a.buildOverlapYears, value.powerYears))
    const certainYears = facts.promisedYears + value.aiTailYears
    value.leaseDiscount = terms.slipLeaseDiscount * Math.exp(-a.leaseDiscountRate * certainYears)
    value.gpuDiscount = terms.slipGpuDiscount * Math.exp(-a.gpuDiscountRate * certainYears)
  } else if (!facts.isEnergized && !Number.isNaN(facts.areaYearsToPower)) {
    const wait = waitForPower(a, facts.areaYearsToPower, POWER_STAGES[facts.stage] ?? 'inquiry')
    value.powerYears = wait.meanYears
    value.aiTailYears = Math.max(0, a.aiBuildYearsNew - Math.min(a.buildOverlapYears, wait.meanYears))
    value.leaseDiscount = wait.leaseDiscount * Math.exp(-a.leaseDiscountRate * value.aiTailYears)
    value.gpuDiscount = wait.gpuDiscount * Math.exp(-a.gpuDiscountRate * value.aiTailYears)
  } else {
    const tail = facts.isOperating ? terms.retrofitTail : terms.newTail
    value.powerYears = terms.delayYears[at] ?? 0
    value.aiTailYears = tail.years[at] ?? 0
    value.leaseDiscount = (terms.leaseDiscount[at] ?? 0) * (tail.leaseDiscount[at] ?? 0)
    value.gpuDiscount = (terms.gpuDiscount[at] ?? 0) * (tail.gpuDiscount[at] ?? 0)
  }
}

/** Positions in POWER_STAGES. */
const AGREEMENT = POWER_STAGES.indexOf('agreement')

function siteCosts(terms: ScenarioTerms, facts: SiteFacts, value: SiteValue): void {
  const a = terms.assumptions
  const mw = sizeMw(facts, a)
  const isAgreed = facts.stage >= AGREEMENT
  // A price for powered land or for a running site includes the substation.
  value.siteCost = facts.isOperating ? a.sitePurchaseUsdPerMw : isAgreed ? a.poweredLandUsdPerMw : 0
  value.substationCost = isAgreed ? 0 : a.substationUsdPerMw
  value.upgradeCost = facts.isEnergized
    ? 0
    : 1_000 * (isAgreed ? a.upgradeUsdPerKwAfterAgreement : a.upgradeUsdPerKwBeforeAgreement)
  const substationMi = !Number.isNaN(facts.substationMi) ? facts.substationMi : isAgreed ? 0 : a.unknownSubstationMi
  const perMile = facts.gridVoltageKv >= 345 ? a.extraHighVoltageLineUsdPerMile : a.lineUsdPerMile
  value.lineCost = facts.isEnergized ? 0 : (substationMi * perMile) / mw
  const fiberMi = !Number.isNaN(facts.fiberMi) ? facts.fiberMi : a.unknownFiberMi
  value.fiberCost = (fiberMi * a.fiberUsdPerMile * a.fiberRouteFactor) / mw
  value.aiCapex = facts.isOperating ? terms.retrofitAiCapexUsdPerMw : terms.newAiCapexUsdPerMw
}

function aiUses(terms: ScenarioTerms, facts: SiteFacts, value: SiteValue): void {
  const a = terms.assumptions
  const fixed = value.siteCost + value.substationCost + value.upgradeCost + value.lineCost + value.fiberCost
  const build = value.aiCapex + fixed

  value.leaseRent = Math.max(
    0,
    a.leaseRentUsdPerKwMonth - terms.rentPerPowerPrice * (facts.powerPrice - a.leasePowerReferenceUsdPerMwh),
  )
  value.leaseAtStart = terms.leaseUsdPerRent * value.leaseRent - build

  value.bearableRent = bearableRent(terms, facts.powerPrice)
  value.colocationRent = colocationRent(terms, facts.powerPrice)
  const itMw = sizeMw(facts, a) / a.grossToIt
  value.colocationOccupancy = a.colocationOccupancy * Math.min(1, a.colocationMarketItMw / itMw)
  value.colocationAtStart = terms.colocationUsdPerRent * value.colocationRent * value.colocationOccupancy - build

  value.cloudAtStart =
    (facts.isOperating ? terms.retrofitCloudUsdPerMw : terms.newCloudUsdPerMw) -
    terms.cloudPerPowerPrice * facts.powerPrice -
    fixed
}

/** What a colocation tenant's GPUs leave for the hall at a power price, $/kW-month. */
function bearableRent(terms: ScenarioTerms, powerPrice: number): number {
  return terms.bearableRentAtZero - terms.bearableRentPerPowerPrice * powerPrice
}

/** What a colocation tenant pays at a power price, $/kW-month. */
export function colocationRent(terms: ScenarioTerms, powerPrice: number): number {
  return Math.max(0, Math.min(terms.assumptions.colocationUsdPerKwMonth, bearableRent(terms, powerPrice)))
}

function mining(terms: ScenarioTerms, facts: SiteFacts, value: SiteValue): void {
  const a = terms.assumptions
  value.mineCostUsdPerMwh = facts.powerPrice + terms.miningCostAdderUsdPerMwh
  value.mineStartYears = facts.hasMiningShell ? 0 : value.powerYears + a.miningBuildYears
  value.mineEndYears = value.mineStartYears + (facts.hasFleet ? terms.existingFleetLifeYears : a.asicLifeYears)
  const fleet = fleetOf(terms, facts.hasFleet, value.mineStartYears)
  value.saleUsdPerMwToday = fleet.saleUsdPerMwToday
  // A new shell's price includes land and substation.
  const shell = facts.hasMiningShell ? value.siteCost : a.miningShellUsdPerMw + value.upgradeCost + value.lineCost
  value.mineCapital = fleet.costUsdPerMw + shell
  value.minePresentValue = minedUsdPerMw(terms, value.mineCostUsdPerMwh, value.mineStartYears, value.mineEndYears)
  value.residualPresentValue = soldUsdPerMw(terms, value.saleUsdPerMwToday, 0, value.mineEndYears)
  value.mineAtStart = value.minePresentValue + value.residualPresentValue - value.mineCapital
}

/**
 * Mine now, convert later. Values are linear in the share of megawatts converted, so the best share is all of them
 * and only the year is open: either as soon as the AI hall can be ready, or when a year more of mining no longer
 * earns the interest on the AI value. The ASICs are bought, run until the works begin, and scrapped.
 */
function hybrid(terms: ScenarioTerms, facts: SiteFacts, value: SiteValue): void {
  const a = terms.assumptions
  const paidByMine =
    value.siteCost + (facts.hasMiningShell ? 0 : value.substationCost + value.upgradeCost + value.lineCost)
  const atStart = hallAfterMine(terms.tax, value, paidByMine)
  value.hybridAiValue = Number.NaN
  value.hybrid = Number.NEGATIVE_INFINITY

  const readyYears = value.powerYears + value.aiTailYears
  convertAt(terms, value, atStart, Math.max(readyYears, value.mineStartYears + a.conversionDowntimeYears))
  // A margin that is taxed must be the higher to earn the interest.
  const interest = (a.leaseDiscountRate * value.convertible * atStart) / (1 - (terms.tax?.rate ?? 0))
  const marginal = value.mineCostUsdPerMwh + interest / (8_760 * a.miningAvailability)
  if (atStart > 0 && marginal > 0 && terms.revenueUsdPerMwh > marginal) {
    // A margin that does not shrink stays above the interest until the ASICs are worn out.
    const earns =
      terms.declinePerYear > 0 ? Math.log(terms.revenueUsdPerMwh / marginal) / terms.declinePerYear : Infinity
    const stop = Math.min(earns, value.mineEndYears)
    const later = stop + a.conversionDowntimeYears
    if (later > value.convertYears) convertAt(terms, value, atStart, later)
  }
}

/** Values conversion at one date and keeps it when it is the best so far. */
function convertAt(terms: ScenarioTerms, value: SiteValue, atStart: number, convertYears: number): void {
  const a = terms.assumptions
  const stop = Math.min(value.mineEndYears, Math.max(value.mineStartYears, convertYears - a.conversionDowntimeYears))
  const sold = soldUsdPerMw(terms, value.saleUsdPerMwToday, terms.scrapUsdPerMw, stop)
  const tax = terms.tax === null ? 0 : mineTaxUntil(terms, terms.tax, value, stop, sold)
  const mined = minedUsdPerMw(terms, value.mineCostUsdPerMwh, value.mineStartYears, stop)
  const bridge = mined - value.mineCapital + sold - tax
  const wait = Math.max(0, convertYears - value.powerYears - value.aiTailYears)
  const ai = expected(atStart, value.convertible * value.leaseDiscount * Math.exp(-a.leaseDiscountRate * wait))
  const net = expected(bridge + ai, value.completion) - a.sunkStudyUsdPerMw * (1 - value.completion)
  if (net <= value.hybrid) return
  value.hybrid = net
  value.convertYears = convertYears
  value.bridgePresentValue = bridge
  value.hybridAiValue = ai
}

/** Megawatts that fixed costs are spread over, never so few that a cost per MW loses its meaning. */
function sizeMw(facts: SiteFacts, a: Assumptions): number {
  return Number.isNaN(facts.mw) ? a.assumedSiteMw : Math.max(facts.mw, 0.1)
}

/** A gain counts with its factor, a loss in full. */
function expected(amount: number, factor: number): number {
  return amount > 0 ? amount * factor : amount
}
