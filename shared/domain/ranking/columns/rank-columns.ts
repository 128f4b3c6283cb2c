import type { MiningCurve } from '../../mining/mining-curve.ts'
import { STRATEGIES } from '../../site/strategies.ts'
import type { UnorderedRanking } from '../empty-ranking.ts'
import { convertibleChances } from '../judge-site.ts'
import { RULER } from '../ruler.ts'
import type { ScenarioTerms } from '../scenario-terms.ts'
import { POWER_PRICE, POWER_YEARS, points, VALUE } from '../score-site.ts'
import { BARRED_TO_MINING, type CatalogFacts, EXTRA_HIGH_VOLTAGE, STAGE_UNKNOWN } from './catalog-facts.ts'
import { catalogGates, FAILED, UNKNOWN_GATES } from './catalog-gates.ts'
import { placeTerms } from './place-terms.ts'
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
/** From this value on a site has all of the points that value gives. */
const FULL_VALUE = RULER.criteria[VALUE]?.best ?? Number.POSITIVE_INFINITY
const POWER_YEARS_POINTS = points(POWER_YEARS, RULER.criteria[POWER_YEARS]?.best ?? 0)

/**
 * Values and scores every row: the valuation of `valueSite` with each exponential taken from the tables of places and
 * dates, and with the valuation at a site's best left out as soon as it cannot move the score. `rankSiteBySite` is what
 * it has to agree with.
 */
export function rankColumns(facts: CatalogFacts, terms: ScenarioTerms, curve: MiningCurve): UnorderedRanking {
  const a = terms.assumptions
  const { count, mw, perMw, quotedPowerPrice, proxy, lineMi, fiberMi, flags, place, placeAtBest, time } = facts
  const { points: factPoints, pointsAtBest: factPointsAtBest } = facts
  const { states, summary } = catalogGates(facts, a)
  const column = () => new Float64Array(count)
  const npvUsdPerMw = { mine: column(), lease: column(), cloud: column(), colo: column(), hybrid: column() }
  const { mine, lease, cloud, colo, hybrid } = npvUsdPerMw
  const score = column()
  const scoreAtBest = column()
  const powerPriceUsdPerMwh = column()
  const verdict = new Uint8Array(count)
  const { completion, lost, fixed, aiCapex, cloudAtStart, paidByMine, mineCapital, unknownLineMi } = placeTerms(terms)
  const times = timeTerms(terms, curve, facts.dates)
  const proxyPrices = Float64Array.of(a.powerPriceElsewhereUsdPerMwh, ...terms.proxyPriceByState)
  const convertibleByUnknowns = convertibleChances(a.unsurveyedConvertibleShare)

  const priceChange = a.powerPriceChangeUsdPerMwh
  const spread = a.powerPriceProxySpread
  const assumedPerMw = 1 / a.assumedSiteMw
  const fiberUsdPerMile = a.fiberUsdPerMile * a.fiberRouteFactor
  const { lineUsdPerMile, extraHighVoltageLineUsdPerMile, minimumMiningMw } = a
  const { unknownFiberMi, colocationUsdPerKwMonth, colocationOccupancy } = a
  const { rentPerPowerPrice, leaseUsdPerRent, bearableRentAtZero, bearableRentPerPowerPrice } = terms
  const { colocationUsdPerRent, cloudPerPowerPrice, miningCostAdderUsdPerMwh, scrapUsdPerMw } = terms
  const rentAtZero = a.leaseRentUsdPerKwMonth + rentPerPowerPrice * a.leasePowerReferenceUsdPerMwh
  const marketMw = a.colocationMarketItMw * a.grossToIt
  const { logLevel, levels, leftAtHalving, top, low, earnedBefore, hoursBefore, base, slope } = curve
  const ratio = curve.discountRate / curve.declinePerYear
  const leaseRatio = a.leaseDiscountRate / curve.declinePerYear
  const hoursForEver = curve.hoursPerYear / curve.discountRate
  const hoursPerFall = curve.hoursPerYear / (curve.discountRate + curve.declinePerYear)
  const perRevenue = 1 / curve.revenueUsdPerMwh
  const interestPerMwh = a.leaseDiscountRate / curve.hoursPerYear

  for (let row = 0; row < count; row += 1) {
    const known = flags[row]!
    const gate = summary[row]!
    const isAiBlocked = (gate & FAILED) !== 0
    const unknowns = gate & UNKNOWN_GATES
    const size = mw[row]!
    const isMineBlocked = size < minimumMiningMw || (known & BARRED_TO_MINING) !== 0
    const each = perMw[row]!
    const share = !Number.isNaN(each) ? each : assumedPerMw
    const occupancy = colocationOccupancy * Math.min(1, marketMw * share)
    const perMile = (known & EXTRA_HIGH_VOLTAGE) !== 0 ? extraHighVoltageLineUsdPerMile : lineUsdPerMile
    const miles = lineMi[row]!
    const fiberMiles = fiberMi[row]!
    const quoted = quotedPowerPrice[row]!
    const isQuoted = !Number.isNaN(quoted)
    const firstPrice = (isQuoted ? quoted : proxyPrices[proxy[row]!]!) + priceChange
    powerPriceUsdPerMwh[row] = firstPrice

    let price = firstPrice
    let at = place[row]!
    let from = time[row]! * STRIDE
    let line = (!Number.isNaN(miles) ? miles : unknownLineMi[at]!) * perMile * share
    let fiber = (!Number.isNaN(fiberMiles) ? fiberMiles : unknownFiberMi) * fiberUsdPerMile * share
    let convertible = convertibleByUnknowns[unknowns]!
    let value = Number.NEGATIVE_INFINITY
    let valueAtBest = value

    // Once as things stand, and where that can matter once more with everything unknown at its best.
    for (let isAtBest = false; ; isAtBest = true) {
      const isCertain = completion[at]!
      const sunk = lost[at]!
      const ownFixed = fixed[at]! + line + fiber
      const build = aiCapex[at]! + ownFixed
      const chance = isCertain * convertible
      const leaseChance = chance * times[from + LEASE_DISCOUNT]!

      const leaseAtStart = leaseUsdPerRent * Math.max(0, rentAtZero - rentPerPowerPrice * price) - build
      const leaseValue = (leaseAtStart > 0 ? leaseAtStart * leaseChance : leaseAtStart) - sunk
      const bearable = bearableRentAtZero - bearableRentPerPowerPrice * price
      const coloAtStart =
        colocationUsdPerRent * Math.max(0, Math.min(colocationUsdPerKwMonth, bearable)) * occupancy - build
      const coloValue = (coloAtStart > 0 ? coloAtStart * leaseChance : coloAtStart) - sunk
      const gpuAtStart = cloudAtStart[at]! - cloudPerPowerPrice * price - ownFixed
      const cloudValue = (gpuAtStart > 0 ? gpuAtStart * chance * times[from + GPU_DISCOUNT]! : gpuAtStart) - sunk

      // At its best a site that has all points of value needs no further figure.
      if (isAtBest && !isAiBlocked && Math.max(leaseValue, coloValue, cloudValue) >= FULL_VALUE) {
        valueAtBest = FULL_VALUE
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

      const atStart = Math.max(leaseAtStart, coloAtStart) + paidByMine[at]! + line
      const aiAtStart = atStart > 0 ? atStart * convertible : atStart
      const isEarlyPaid = cost <= times[from + EARLY_REVENUE]!
      const early = !isEverRun
        ? 0
        : (isEarlyPaid ? times[from + EARLY_EARNED]! - cost * times[from + EARLY_HOURS]! : untilUnpaid) - beforeStart
      const earlyAi = atStart > 0 ? aiAtStart * times[from + EARLY_DISCOUNT]! : atStart
      let hybridNet = early - capital + times[from + EARLY_SCRAP]! + earlyAi
      const interest = interestPerMwh * aiAtStart
      const marginal = cost + interest
      if (interest > 0 && marginal > 0 && marginal < times[from + LATER_BELOW]!) {
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
        valueAtBest = Math.max(value, most)
        break
      }
      mine[row] = mineValue
      lease[row] = leaseValue
      cloud[row] = cloudValue
      colo[row] = coloValue
      hybrid[row] = hybridValue
      verdict[row] = most > 0 ? best : NONE
      value = most
      valueAtBest = most
      const isStageKnown = (known & STAGE_UNKNOWN) === 0
      if (most >= FULL_VALUE || best < 0 || (unknowns === 0 && isQuoted && isStageKnown)) break
      if (!isQuoted) price -= Math.abs(price) * spread
      if (!isStageKnown) {
        at = placeAtBest[row]!
        from = at * STRIDE
      }
      if (!isStageKnown || Number.isNaN(miles)) line = 0
      if (Number.isNaN(fiberMiles)) fiber = 0
      convertible = 1
    }

    const wide = isQuoted ? 0 : Math.abs(firstPrice) * spread
    const isStageKnown = (known & STAGE_UNKNOWN) === 0
    const yearsPoints = isStageKnown ? times[time[row]! * STRIDE + YEARS_POINTS]! : 0
    score[row] = points(VALUE, value) + points(POWER_PRICE, firstPrice + wide) + yearsPoints + factPoints[row]!
    scoreAtBest[row] =
      points(VALUE, valueAtBest) +
      points(POWER_PRICE, firstPrice - wide) +
      (isStageKnown ? yearsPoints : POWER_YEARS_POINTS) +
      factPointsAtBest[row]!
  }
  const { unproven } = facts
  return { count, score, scoreAtBest, verdict, npvUsdPerMw, gates: states, mw, unproven, powerPriceUsdPerMwh }
}
