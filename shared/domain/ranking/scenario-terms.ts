import type { SiteColumns } from '../../columns/site-columns.ts'
import { cloudTerms } from '../conversion/cloud-terms.ts'
import { bearableRentUsdPerKwMonth } from '../conversion/gpu-tenant.ts'
import { leaseIncomeYears } from '../conversion/lease-income-years.ts'
import { leaseNoiMargin, leaseTypeOf, rentPerPowerPrice } from '../conversion/lease-type.ts'
import { growingAnnuity } from '../finance/growing-annuity.ts'
import { asicCostUsdPerMw, asicResaleUsdPerTh } from '../mining/asic-cost.ts'
import { flooredRevenuePath } from '../mining/floored-revenue-path.ts'
import { CURRENT_SUBSIDY_BTC, halvingMultiplier, halvingsAhead } from '../mining/halvings.ts'
import { hashcostUsdPerPhDay } from '../mining/hashcost.ts'
import { hashpriceUsdPerPhDay } from '../mining/hashprice.ts'
import { steadyRevenuePath } from '../mining/revenue-path.ts'
import { facilityRevenueUsdPerMwh } from '../mining/revenue-per-mwh.ts'
import { proxyPowerPrice } from '../power-price/proxy-power-price.ts'
import { STATE_INDUSTRIAL_PRICES_USD_PER_MWH } from '../power-price/state-industrial-prices.ts'
import type { Assumptions } from '../scenario/assumption-defs.ts'
import { taxTerms } from '../tax/tax-terms.ts'
import { completionProbability } from '../time-to-power/completion-probability.ts'
import { delayShapeOf, expectedDelay } from '../time-to-power/expected-delay.ts'
import { GRID_REGIONS, gridRegionOf } from '../time-to-power/grid-region.ts'
import { POWER_STAGES, stageOfQueueStatus } from '../time-to-power/power-stage.ts'
import { waitForPower } from '../time-to-power/wait-for-power.ts'

/** What a kind and status of site say about what stands on it, as bits. */
export const KIND_MINES = 1
export const KIND_COMPUTES = 2
export const KIND_PLANT = 4

export type ScenarioTerms = ReturnType<typeof scenarioTerms>

export type TimeTables = ReturnType<typeof timeTables>

/**
 * Everything of a valuation that does not differ from site to site, worked out once per scenario: market prices turned
 * into $/MWh and $/MW, tables by stage and region, and category codes turned into numbers.
 */
export function scenarioTerms(
  columns: SiteColumns,
  assumptions: Assumptions,
  times: TimeTables = timeTables(assumptions),
) {
  const a = assumptions
  const rewardBtc = CURRENT_SUBSIDY_BTC / (1 - a.feeShare)
  const hashprice = hashpriceUsdPerPhDay(a.difficultyT * 1e12, rewardBtc, a.btcPriceUsd)
  const curtailmentIncome = (1_000 * a.curtailmentIncomeUsdPerKwYear) / (8_760 * a.miningAvailability)
  const asicResale = asicResaleUsdPerTh(
    a.asicPriceUsdPerTh,
    a.asicDecayPerYear,
    a.existingFleetAgeYears,
    a.asicScrapUsdPerTh,
  )
  const asicUsdPerMw = (usdPerTh: number) => asicCostUsdPerMw(usdPerTh, a.fleetEfficiencyJPerTh, a.miningPue)
  const leaseType = leaseTypeOf(a)
  const leaseIncome = leaseIncomeYears(a)
  const leaseYears = leaseIncome.contracted + leaseIncome.reLeased
  const colocationYears = growingAnnuity(a.leaseDiscountRate, a.leaseEscalator, a.leaseTermYears)
  const bearable = (powerUsdPerMwh: number) => bearableRentUsdPerKwMonth(gpuTenant(a, powerUsdPerMwh), a.gpuHourUsd)
  return {
    assumptions,
    hashprice,
    ...revenueTerms(a, hashprice),
    /** Added to the power price today: operation less what curtailment pays, while the mine runs. */
    miningCostAdderUsdPerMwh: a.miningOpexUsdPerMwh - curtailmentIncome,
    /** The part of that income which ends, $/MWh, and in how many years. */
    endingIncomeUsdPerMwh: a.curtailmentSunsetShare * curtailmentIncome,
    incomeEndsYears: a.curtailmentSunsetYear - a.valuationYear,
    newFleetUsdPerMw: asicUsdPerMw(a.asicPriceUsdPerTh),
    existingFleetUsdPerMw: asicUsdPerMw(asicResale),
    scrapUsdPerMw: asicUsdPerMw(Math.min(a.asicScrapUsdPerTh, a.asicPriceUsdPerTh)),
    existingFleetLifeYears: Math.max(0, a.asicLifeYears - a.existingFleetAgeYears),
    /** Present value a gross MW of $1/kW-month of rent. */
    leaseUsdPerRent: (12_000 * leaseNoiMargin(leaseType, a) * leaseYears) / a.grossToIt,
    leaseType,
    leaseIncome,
    /** Income of a lease as multiples of its first year's. */
    leaseYears,
    colocationUsdPerRent: (12_000 * a.colocationNoiMargin * colocationYears) / a.grossToIt,
    /** Rent that comes off for each $/MWh above the reference. */
    rentPerPowerPrice: rentPerPowerPrice(leaseType, a),
    newAiCapexUsdPerMw: landlordCapexUsdPerMw(a, a.aiCapexUsdPerItMw),
    retrofitAiCapexUsdPerMw: landlordCapexUsdPerMw(a, operatingHallCapexUsdPerItMw(a)),
    bearableRentAtZero: bearable(0),
    bearableRentPerPowerPrice: bearable(0) - bearable(1),
    ...cloudTerms(a, operatingHallCapexUsdPerItMw(a)),
    ...times,
    tax: taxTerms(a),
    proxyPriceByState: columns.categories.state.labels.map(
      (state) => proxyPowerPrice('US', state, a.industrialTariffMultiplier, a.powerPriceElsewhereUsdPerMwh).usdPerMwh,
    ),
    isKnownState: columns.categories.state.labels.map((state) =>
      Object.hasOwn(STATE_INDUSTRIAL_PRICES_USD_PER_MWH, state),
    ),
    isUnitedStates: columns.categories.country.labels.map((country) => country === 'US'),
    isCountryUnknown: columns.categories.country.labels.map((country) => country === ''),
    stageOfStatus: columns.categories.queueStatus.labels.map(stageOfQueueStatus),
    regionOf: columns.categories.gridOperator.labels.map(gridRegionOf),
    kindBits: columns.categories.kind.labels.map(kindBits),
    isOperating: columns.categories.status.labels.map((status) => status === 'operating'),
    flood: columns.categories.floodZone.labels.map((zone) => (zone === '' ? Number.NaN : zone === 'X' ? 1 : 0)),
    firm: columns.categories.serviceFirmness.labels.map((each) =>
      each === 'firm' ? 1 : each === 'interruptible' ? 0 : Number.NaN,
    ),
    water: columns.categories.waterBasin.labels.map((basin) =>
      basin === '' ? Number.NaN : basin === 'restricted' ? 0 : 1,
    ),
    zoning: columns.categories.zoning.labels.map(zoningUtility),
    isFiberNear: columns.categories.fiber.labels.map((fiber) => fiber === 'lit' || fiber === 'near'),
  }
}

/** What a MWh of mining earns today and later, before curtailment income. */
function revenueTerms(a: Assumptions, hashprice: number) {
  const market = {
    revenueUsdPerMwh: facilityRevenueUsdPerMwh(hashprice, a.fleetEfficiencyJPerTh, a.poolFeeShare, a.miningPue),
    difficultyGrowthPerYear: a.difficultyGrowthPerYear,
    btcDriftPerYear: a.btcDriftPerYear,
    halvings: halvingsAhead(a.valuationYear),
    multiplier: halvingMultiplier(a.feeShare),
  }
  const floor = hashcostUsdPerPhDay(a.marginalFleetEfficiencyJPerTh, a.marginalFleetPowerUsdPerMwh)
  const isGrowthFloored = floor > 0 && a.difficultyGrowthPerYear > 0
  return {
    revenueUsdPerMwh: market.revenueUsdPerMwh,
    declinePerYear: Math.log1p(a.difficultyGrowthPerYear) - a.btcDriftPerYear,
    halvings: market.halvings,
    halvingMultiplier: market.multiplier,
    isGrowthFloored,
    /** Hashprice below which difficulty falls, $/PH/day; 0 for none. */
    hashpriceFloor: floor,
    revenuePath: isGrowthFloored ? flooredRevenuePath(market, hashprice / floor) : steadyRevenuePath(market),
  }
}

/** What the owner of the hall pays of it, USD a gross MW; tenants of leases and of colocation pay their share alike. */
function landlordCapexUsdPerMw(a: Assumptions, capexUsdPerItMw: number): number {
  return (capexUsdPerItMw * a.aiCostOverrun * (1 - a.leaseTenantCapexShare)) / a.grossToIt
}

/** An AI hall on a site where a hall stands already: turned into one, or built anew where it cannot carry the racks. */
export function operatingHallCapexUsdPerItMw(a: Assumptions): number {
  return isRebuilt(a) ? a.aiCapexUsdPerItMw : a.retrofitCapexUsdPerItMw
}

export function isRebuilt(a: Assumptions): boolean {
  return Math.round(a.operatingHallWorks) === 1
}

function gpuTenant(a: Assumptions, powerUsdPerMwh: number) {
  return {
    capexUsd: a.gpuCapexUsd,
    residualShare: a.gpuResidualShare,
    discountRate: a.gpuTenantDiscountRate,
    lifeYears: a.gpuLifeYears,
    kwIt: a.kwItPerGpu,
    pue: a.aiPue,
    powerUsdPerMwh,
    opexShare: a.gpuOpexShare,
    utilisation: a.gpuUtilisation,
  }
}

/** Completion, expected delay and discount factors at `region * POWER_STAGES.length + stage`. */
export function timeTables(a: Assumptions) {
  const size = GRID_REGIONS.length * POWER_STAGES.length
  const completion = new Float64Array(size)
  const delayYears = new Float64Array(size)
  const leaseDiscount = new Float64Array(size)
  const gpuDiscount = new Float64Array(size)
  GRID_REGIONS.forEach((region, regionIndex) => {
    POWER_STAGES.forEach((stage, stageIndex) => {
      const at = regionIndex * POWER_STAGES.length + stageIndex
      completion[at] = completionProbability(stage, region, a)
      const wait = waitForPower(a, region.medianYears, stage)
      delayYears[at] = wait.meanYears
      leaseDiscount[at] = wait.leaseDiscount
      gpuDiscount[at] = wait.gpuDiscount
    })
  })
  const slip = expectedDelay(delayShapeOf(a), a.slipMedianDays / 365.25, a.slipSigma)
  return {
    completion,
    delayYears,
    leaseDiscount,
    gpuDiscount,
    retrofitTail: tailTables(a, delayYears, isRebuilt(a) ? a.aiBuildYearsNew : a.aiBuildYearsRetrofit),
    newTail: tailTables(a, delayYears, a.aiBuildYearsNew),
    slipYears: slip.meanYears,
    slipLeaseDiscount: slip.discountAt(a.leaseDiscountRate),
    slipGpuDiscount: slip.discountAt(a.gpuDiscountRate),
  }
}

/** What is left to build once power is there, and its discount factors, for the delay of each region and stage. */
function tailTables(a: Assumptions, delayYears: Float64Array, buildYears: number) {
  const years = delayYears.map((delay) => Math.max(0, buildYears - Math.min(a.buildOverlapYears, delay)))
  return {
    years,
    leaseDiscount: years.map((tail) => Math.exp(-a.leaseDiscountRate * tail)),
    gpuDiscount: years.map((tail) => Math.exp(-a.gpuDiscountRate * tail)),
  }
}

function kindBits(kind: string): number {
  if (kind === 'mining') return KIND_MINES
  if (kind === 'hybrid') return KIND_MINES
  if (kind === 'hpc_campus' || kind === 'data_center') return KIND_COMPUTES
  if (kind === 'retired_plant' || kind === 'retiring_plant') return KIND_PLANT
  return 0
}

/** 1 where AI may be built by right, 0 where it may not, NaN where a permit decides or nothing is known. */
function zoningUtility(zoning: string): number {
  if (zoning === 'industrial' || zoning === 'unzoned') return 1
  return zoning === 'residential' ? 0 : Number.NaN
}
