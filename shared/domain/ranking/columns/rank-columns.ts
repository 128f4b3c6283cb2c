import type { SiteColumns } from '../../../columns/site-columns.ts'
import type { MiningCurve } from '../../mining/mining-curve.ts'
import { STRATEGIES } from '../../site/strategies.ts'
import { emptyRanking, type UnorderedRanking } from '../empty-ranking.ts'
import { convertibleChances } from '../judge-site.ts'
import { LENSES } from '../lens.ts'
import type { Ruler } from '../ruler.ts'
import type { ScenarioTerms } from '../scenario-terms.ts'
import { POWER_PRICE, POWER_YEARS, points, VALUE } from '../score-site.ts'
import { type ScoreTerms, scoreTerms } from '../score-terms.ts'
import { BARRED_TO_MINING, type CatalogFacts, EXTRA_HIGH_VOLTAGE, STAGE_UNKNOWN } from './catalog-facts.ts'
import { catalogGates, FAILED, UNKNOWN_GATES } from './catalog-gates.ts'
import { type CatalogPoints, catalogPoints } from './fact-points.ts'
import { type PlaceTerms, placeTerms } from './place-terms.ts'
import {
  EARLY_DISCOUNT,
  EARLY_EARNED,
  EARLY_HOURS,
  EARLY_REVENUE,
  EARLY_SCRAP,
  END_EARNED,
  END_HOURS,
  END_REVENUE,
  GPU_DISCOUNT,
  LAST_BELOW,
  LAST_DISCOUNT,
  LAST_SCRAP,
  LATER_BELOW,
  LATER_DISCOUNT,
  LEASE_DISCOUNT,
  START_EARNED,
  START_HOURS,
  START_REVENUE,
  STRIDE,
  timeTerms,
  YEARS_POINTS,
} from './time-terms.ts'

const MINE = STRATEGIES.indexOf('mine')
const LEASE = STRATEGIES.indexOf('lease')
const CLOUD = STRATEGIES.indexOf('cloud')
const COLO = STRATEGIES.indexOf('colo')
const HYBRID = STRATEGIES.indexOf('hybrid')
const NONE = STRATEGIES.length
const BLOCK = 1_024
const MINING = LENSES.indexOf('mining')
const AI = LENSES.indexOf('ai')

/**
 * Values and scores every row: the valuation of `valueSite` with each exponential taken from the tables of places and
 * dates, and with the valuation at a site's best left out as soon as it cannot move the score. `rankSiteBySite` is what
 * it has to agree with.
 */
export function rankColumns(
  columns: SiteColumns,
  facts: CatalogFacts,
  terms: ScenarioTerms,
  curve: MiningCurve,
  ruler: Ruler,
): UnorderedRanking {
  const a = terms.assumptions
  const { count } = facts
  const ruled = scoreTerms(ruler)
  const lens = LENSES.indexOf(ruler.lens)
  const { states, summary } = catalogGates(facts, a)
  const column = () => new Float64Array(count)
  const npvUsdPerMw = { mine: column(), lease: column(), cloud: column(), colo: column(), hybrid: column() }
  const score = column()
  const scoreAtBest = column()
  const powerPriceUsdPerMwh = column()
  const verdict = new Uint8Array(count)
  const rates = Float64Array.of(
    a.powerPriceChangeUsdPerMwh,
    a.powerPriceProxySpread,
    1 / a.assumedSiteMw,
    a.fiberUsdPerMile * a.fiberRouteFactor,
    a.lineUsdPerMile,
    a.extraHighVoltageLineUsdPerMile,
    a.minimumMiningMw,
    a.unknownFiberMi,
    a.colocationUsdPerKwMonth,
    a.colocationOccupancy,
    terms.rentPerPowerPrice,
    terms.leaseUsdPerRent,
    terms.bearableRentAtZero,
    terms.bearableRentPerPowerPrice,
    terms.colocationUsdPerRent,
    terms.cloudPerPowerPrice,
    terms.miningCostAdderUsdPerMwh,
    terms.scrapUsdPerMw,
    a.leaseRentUsdPerKwMonth + terms.rentPerPowerPrice * a.leasePowerReferenceUsdPerMwh,
    a.colocationMarketItMw * a.grossToIt,
    curve.discountRate / curve.declinePerYear,
    a.leaseDiscountRate / curve.declinePerYear,
    curve.hoursPerYear / curve.discountRate,
    curve.hoursPerYear / (curve.discountRate + curve.declinePerYear),
    1 / curve.revenueUsdPerMwh,
    a.leaseDiscountRate / curve.hoursPerYear,
    ruled.fullValueUsdPerMw,
  )
  const proxyPrices = Float64Array.of(a.powerPriceElsewhereUsdPerMwh, ...terms.proxyPriceByState)
  const convertible = convertibleChances(a.unsurveyedConvertibleShare)
  const times = timeTerms(terms, ruled, curve, facts.dates)
  const factPoints = catalogPoints(columns, facts, ruler)
  const { mw, unproven } = facts
  const ranking = {
    count,
    ruler,
    score,
    scoreAtBest,
    verdict,
    npvUsdPerMw,
    gates: states,
    mw,
    unproven,
    powerPriceUsdPerMwh,
  }
  const sorted = scratchOf(facts)
  const places = placeTerms(terms)
  // In blocks, so that the engine sees a function called often and compiles all of it, not the inside of its loop alone.
  for (let from = 0; from < count; from += BLOCK) {
    const to = Math.min(count, from + BLOCK)
    valuePositions(
      facts,
      factPoints,
      ruled,
      lens,
      summary,
      rates,
      places,
      times,
      curve,
      proxyPrices,
      convertible,
      sorted,
      from,
      to,
    )
  }
  // Column by column, because the processor's cache holds one column and not all of them.
  const { rows } = facts
  for (const strategy of STRATEGIES) putBack(sorted.npvUsdPerMw[strategy], rows, npvUsdPerMw[strategy])
  putBack(sorted.score, rows, score)
  putBack(sorted.scoreAtBest, rows, scoreAtBest)
  putBack(sorted.powerPriceUsdPerMwh, rows, powerPriceUsdPerMwh)
  putBack(sorted.verdict, rows, verdict)
  return ranking
}

const scratch = new WeakMap<CatalogFacts, UnorderedRanking>()

/** Arrays for figures by position, kept with the catalog so that a frame need not make them. */
function scratchOf(facts: CatalogFacts): UnorderedRanking {
  const kept = scratch.get(facts) ?? emptyRanking(facts.count)
  scratch.set(facts, kept)
  return kept
}

function putBack<T extends Float64Array | Uint8Array>(sorted: T, rows: Uint32Array, into: T): void {
  for (let position = 0; position < rows.length; position += 1) into[rows[position]!] = sorted[position]!
}

/**
 * The loop, in a function of its own that is handed arrays alone: fields of an object that hold 125 in one scenario and
 * 125.5 in the next would have the engine compile it again and again.
 */
function valuePositions(
  facts: CatalogFacts,
  fixed: CatalogPoints,
  ruled: ScoreTerms,
  lens: number,
  summary: Uint8Array,
  rates: Float64Array,
  places: PlaceTerms,
  times: Float64Array,
  curve: MiningCurve,
  proxyPrices: Float64Array,
  convertibleByUnknowns: Float64Array,
  sorted: UnorderedRanking,
  first: number,
  end: number,
): void {
  const {
    rows,
    size: sizes,
    perMw,
    quotedPowerPrice,
    proxy,
    lineMi,
    fiberRouteMi,
    flags,
    place,
    placeAtBest,
    time,
  } = facts
  const { points: factPoints, pointsAtBest: factPointsAtBest } = fixed
  const fullYearsPoints = ruled.weights[POWER_YEARS]!
  const { mine, lease, cloud, colo, hybrid } = sorted.npvUsdPerMw
  const { score, scoreAtBest, verdict, powerPriceUsdPerMwh } = sorted
  const { completion, lost, fixed: fixedCost, aiCapex, cloudAtStart, paidByMine, mineCapital, unknownLineMi } = places
  const { logLevel, levels, leftAtHalving, top, low, earnedBefore, hoursBefore, base, slope } = curve
  const [
    priceChange = 0,
    spread = 0,
    assumedPerMw = 0,
    fiberUsdPerMile = 0,
    lineUsdPerMile = 0,
    extraHighVoltageLineUsdPerMile = 0,
    minimumMiningMw = 0,
    unknownFiberMi = 0,
    colocationUsdPerKwMonth = 0,
    colocationOccupancy = 0,
    rentPerPowerPrice = 0,
    leaseUsdPerRent = 0,
    bearableRentAtZero = 0,
    bearableRentPerPowerPrice = 0,
    colocationUsdPerRent = 0,
    cloudPerPowerPrice = 0,
    miningCostAdderUsdPerMwh = 0,
    scrapUsdPerMw = 0,
    rentAtZero = 0,
    marketMw = 0,
    ratio = 0,
    leaseRatio = 0,
    hoursForEver = 0,
    hoursPerFall = 0,
    perRevenue = 0,
    interestPerMwh = 0,
    fullValue = 0,
  ] = rates

  for (let position = first; position < end; position += 1) {
    const known = flags[position]!
    const gate = summary[rows[position]!]!
    const isAiBlocked = (gate & FAILED) !== 0
    const unknowns = gate & UNKNOWN_GATES
    const isStageKnown = (known & STAGE_UNKNOWN) === 0
    const size = sizes[position]!
    const isMineBlocked = size < minimumMiningMw || (known & BARRED_TO_MINING) !== 0
    const each = perMw[position]!
    const share = !Number.isNaN(each) ? each : assumedPerMw
    const filled = marketMw * share
    const occupancy = filled < 1 ? colocationOccupancy * filled : colocationOccupancy
    const perMile = (known & EXTRA_HIGH_VOLTAGE) !== 0 ? extraHighVoltageLineUsdPerMile : lineUsdPerMile
    const miles = lineMi[position]!
    const fiberMiles = fiberRouteMi[position]!
    const quoted = quotedPowerPrice[position]!
    const isQuoted = !Number.isNaN(quoted)
    const firstPrice = (isQuoted ? quoted : proxyPrices[proxy[position]!]!) + priceChange
    powerPriceUsdPerMwh[position] = firstPrice

    let price = firstPrice
    let at = place[position]!
    let from = time[position]! * STRIDE
    let line = (!Number.isNaN(miles) ? miles : unknownLineMi[at]!) * perMile * share
    let fiber = (!Number.isNaN(fiberMiles) ? fiberMiles : unknownFiberMi) * fiberUsdPerMile * share
    let convertible = convertibleByUnknowns[unknowns]!
    let value = Number.NEGATIVE_INFINITY
    let valueAtBest = value

    // Once as things stand, and where that can matter once more with everything unknown at its best.
    for (let isAtBest = false; ; isAtBest = true) {
      const isCertain = completion[at]!
      const sunk = lost[at]!
      const ownFixed = fixedCost[at]! + line + fiber
      const build = aiCapex[at]! + ownFixed
      const chance = isCertain * convertible
      const leaseChance = chance * times[from + LEASE_DISCOUNT]!

      const rent = rentAtZero - rentPerPowerPrice * price
      const leaseAtStart = (rent > 0 ? leaseUsdPerRent * rent : 0) - build
      const leaseValue = (leaseAtStart > 0 ? leaseAtStart * leaseChance : leaseAtStart) - sunk
      const bearable = bearableRentAtZero - bearableRentPerPowerPrice * price
      const coloRent = bearable < colocationUsdPerKwMonth ? bearable : colocationUsdPerKwMonth
      const coloAtStart = (coloRent > 0 ? colocationUsdPerRent * coloRent * occupancy : 0) - build
      const coloValue = (coloAtStart > 0 ? coloAtStart * leaseChance : coloAtStart) - sunk
      const gpuAtStart = cloudAtStart[at]! - cloudPerPowerPrice * price - ownFixed
      const cloudValue = (gpuAtStart > 0 ? gpuAtStart * chance * times[from + GPU_DISCOUNT]! : gpuAtStart) - sunk

      // At its best a site that has all points of value needs no further figure.
      if (
        isAtBest &&
        !isAiBlocked &&
        lens !== MINING &&
        (leaseValue >= fullValue || coloValue >= fullValue || cloudValue >= fullValue)
      ) {
        valueAtBest = fullValue
        break
      }
      if (isAtBest && lens === AI) {
        valueAtBest = Math.max(valueAtBest, leaseValue, cloudValue, coloValue)
        break
      }

      const cost = price + miningCostAdderUsdPerMwh
      const capital = mineCapital[at]! + line
      const startRevenue = times[from + START_REVENUE]!
      const isEverRun = cost < startRevenue
      const beforeStart = times[from + START_EARNED]! - cost * times[from + START_HOURS]!
      const endRevenue = times[from + END_REVENUE]!
      // Value from today to the day revenue no longer pays the cost, for mines that do not reach their last day.
      let untilUnpaid = 0
      if (isEverRun && cost > endRevenue) {
        let era = 0
        while (cost < top[era]! && cost <= low[era]!) era += 1
        if (cost >= top[era]!) {
          untilUnpaid = earnedBefore[era]! - cost * hoursBefore[era]!
        } else {
          const discount = Math.exp(ratio * (Math.log(cost * perRevenue) - logLevel[era]!))
          untilUnpaid = base[era]! - cost * (hoursPerFall * discount + hoursForEver * (1 - discount))
        }
      }
      const mined = !isEverRun
        ? 0
        : (cost <= endRevenue ? times[from + END_EARNED]! - cost * times[from + END_HOURS]! : untilUnpaid) - beforeStart
      const mineNet = mined - capital
      const mineValue = (mineNet > 0 ? mineNet * isCertain : mineNet) - sunk

      if (isAtBest && (isAiBlocked || lens === MINING)) {
        if (mineValue > valueAtBest) valueAtBest = mineValue
        break
      }

      const atStart = (leaseAtStart > coloAtStart ? leaseAtStart : coloAtStart) + paidByMine[at]! + line
      const aiAtStart = atStart > 0 ? atStart * convertible : atStart
      const isEarlyPaid = cost <= times[from + EARLY_REVENUE]!
      const early = !isEverRun
        ? 0
        : (isEarlyPaid ? times[from + EARLY_EARNED]! - cost * times[from + EARLY_HOURS]! : untilUnpaid) - beforeStart
      const earlyAi = atStart > 0 ? aiAtStart * times[from + EARLY_DISCOUNT]! : atStart
      let hybridNet = early - capital + times[from + EARLY_SCRAP]! + earlyAi
      const interest = interestPerMwh * aiAtStart
      const marginal = cost + interest
      if (atStart > 0 && marginal > 0 && marginal < times[from + LATER_BELOW]!) {
        let laterNet: number
        if (marginal <= times[from + LAST_BELOW]!) {
          laterNet = mined - capital + times[from + LAST_SCRAP]! + aiAtStart * times[from + LAST_DISCOUNT]!
        } else {
          const fallen = marginal * perRevenue
          const log = Math.log(fallen)
          const discount = Math.exp(ratio * log)
          let bridge = 0
          if (isEverRun) {
            let era = 0
            while (fallen <= leftAtHalving[era]!) era += 1
            const isPaid = cost <= marginal * levels[era]!
            bridge =
              (isPaid
                ? base[era]! - slope[era]! * discount * fallen - cost * hoursForEver * (1 - discount)
                : untilUnpaid) - beforeStart
          }
          const ai = aiAtStart * times[from + LATER_DISCOUNT]! * Math.exp(leaseRatio * log)
          laterNet = bridge - capital + scrapUsdPerMw * discount + ai
        }
        if (laterNet > hybridNet) hybridNet = laterNet
      }
      const hybridValue = (hybridNet > 0 ? hybridNet * isCertain : hybridNet) - sunk

      let best = isMineBlocked ? -1 : MINE
      let most = isMineBlocked ? Number.NEGATIVE_INFINITY : mineValue
      if (!isAiBlocked) {
        if (leaseValue > most) {
          best = LEASE
          most = leaseValue
        }
        if (cloudValue > most) {
          best = CLOUD
          most = cloudValue
        }
        if (coloValue > most) {
          best = COLO
          most = coloValue
        }
        if (hybridValue > most) {
          best = HYBRID
          most = hybridValue
        }
      }
      if (isAtBest) {
        if (most > valueAtBest) valueAtBest = most
        break
      }
      mine[position] = mineValue
      lease[position] = leaseValue
      cloud[position] = cloudValue
      colo[position] = coloValue
      hybrid[position] = hybridValue
      verdict[position] = most > 0 ? best : NONE
      const isBarred = lens === MINING ? isMineBlocked : lens === AI ? isAiBlocked : best < 0
      value = isBarred
        ? Number.NEGATIVE_INFINITY
        : lens === MINING
          ? mineValue
          : lens === AI
            ? Math.max(leaseValue, cloudValue, coloValue)
            : most
      valueAtBest = value
      // What is unknown of the gates moves AI uses alone; a mine's price, stage and line are all that can move a mine.
      const isMineKnown = isQuoted && isStageKnown && !Number.isNaN(miles)
      if (value >= fullValue || isBarred || (isMineKnown && (isAiBlocked || unknowns === 0))) break
      if (!isQuoted) price -= Math.abs(price) * spread
      if (!isStageKnown) {
        at = placeAtBest[position]!
        from = at * STRIDE
      }
      if (!isStageKnown || Number.isNaN(miles)) line = 0
      if (Number.isNaN(fiberMiles)) fiber = 0
      convertible = 1
    }

    // A quote has no cheap and dear end, and a site whose best is not better has its points of value already.
    const yearsPoints = isStageKnown ? times[time[position]! * STRIDE + YEARS_POINTS]! : 0
    const valuePoints = points(ruled, VALUE, value)
    const wide = isQuoted ? 0 : Math.abs(firstPrice) * spread
    const dearPoints = points(ruled, POWER_PRICE, firstPrice + wide)
    score[position] = valuePoints + dearPoints + yearsPoints + factPoints[position]!
    scoreAtBest[position] =
      (valueAtBest > value ? points(ruled, VALUE, valueAtBest) : valuePoints) +
      (isQuoted ? dearPoints : points(ruled, POWER_PRICE, firstPrice - wide)) +
      (isStageKnown ? yearsPoints : fullYearsPoints) +
      factPointsAtBest[position]!
  }
}
