import type { MiningCurve } from '../../mining/mining-curve.ts'
import { taxedYears } from '../taxed-uses.ts'
import type { MineCases } from './mine-cases.ts'
import type { PlaceTerms } from './place-terms.ts'
import { powerOf } from './power-table.ts'
import { caseTax, earlyYears, endYears, type TaxYears } from './tax-years.ts'
import {
  EARLY_DISCOUNT,
  EARLY_EARNED,
  EARLY_HOURS,
  EARLY_REVENUE,
  EARLY_SCRAP,
  END_EARNED,
  END_HOURS,
  END_RESIDUAL,
  END_REVENUE,
  FLEET_SAVED,
  LAST_BELOW,
  LAST_DISCOUNT,
  LAST_SCRAP,
  LATER_BELOW,
  LATER_DISCOUNT,
  SALE_TODAY,
  START_EARNED,
  START_HOURS,
  START_REVENUE,
  START_YEAR,
  STRIDE,
} from './time-terms.ts'

/** What of a scenario the loop reads; numbers stand in arrays, see `valueMines`. */
export interface MineRates {
  readonly scalars: Float64Array
  /** Powers of what the decline has left of revenue: of the mining discount, of the lease discount. */
  readonly discountPowers: Float64Array
  readonly leasePowers: Float64Array
  /** Null where no tax is charged. */
  readonly tax: TaxYears | null
}

/**
 * Values the mine and the hybrid of a stretch of cases that share a time. A function of its own that is handed arrays
 * alone: fields of an object that hold 125 in one scenario and 125.5 in the next would have the engine compile it again
 * and again.
 */
export function valueMines(
  cases: MineCases,
  places: PlaceTerms,
  times: Float64Array,
  time: number,
  curve: MiningCurve,
  rates: MineRates,
  first: number,
  end: number,
): void {
  const { price: prices, capital: capitals, converted, place, mine, hybrid } = cases
  const { completion, lost } = places
  const { levels, perLevel, leftAtHalving, top, low, earnedBefore, hoursBefore, base, slope } = curve
  const { addition, additionSlope } = curve
  const { discountPowers, leasePowers, tax } = rates
  const [
    miningCostAdderUsdPerMwh = 0,
    scrapUsdPerMw = 0,
    hoursForEver = 0,
    hoursPerFall = 0,
    perRevenue = 0,
    interestPerMwh = 0,
    endingIncomeUsdPerMwh = 0,
    decayRatio = 0,
  ] = rates.scalars
  const from = time * STRIDE
  const startEarned = times[from + START_EARNED]!
  const startHours = times[from + START_HOURS]!
  const startRevenue = times[from + START_REVENUE]!
  const endEarned = times[from + END_EARNED]!
  const endHours = times[from + END_HOURS]!
  const endRevenue = times[from + END_REVENUE]!
  const earlyEarned = times[from + EARLY_EARNED]!
  const earlyHours = times[from + EARLY_HOURS]!
  const earlyRevenue = times[from + EARLY_REVENUE]!
  const earlyScrap = times[from + EARLY_SCRAP]!
  const earlyDiscount = times[from + EARLY_DISCOUNT]!
  const laterBelow = times[from + LATER_BELOW]!
  const lastBelow = times[from + LAST_BELOW]!
  const lastScrap = times[from + LAST_SCRAP]!
  const lastDiscount = times[from + LAST_DISCOUNT]!
  const laterDiscount = times[from + LATER_DISCOUNT]!
  const fleetSaved = times[from + FLEET_SAVED]!
  const endResidual = times[from + END_RESIDUAL]!
  const saleToday = times[from + SALE_TODAY]!
  const startYear = times[from + START_YEAR]!

  for (let index = first; index < end; index += 1) {
    const costToday = prices[index]! + miningCostAdderUsdPerMwh
    // Income that ends counts as revenue while it lasts, so that cost stays what it is.
    const cost = costToday + endingIncomeUsdPerMwh
    const capital = capitals[index]! - fleetSaved
    const ai = converted[index]!
    const at = place[index]!
    const certain = completion[at]!
    const sunk = lost[at]!
    const isEverRun = cost < startRevenue
    const beforeStart = startEarned - cost * startHours
    // Value from today to the day revenue no longer pays the cost, for mines that do not reach their last day.
    let untilUnpaid = 0
    if (isEverRun && cost > endRevenue) {
      let era = 0
      while (cost < top[era]! && cost <= low[era]!) era += 1
      if (cost >= top[era]!) {
        untilUnpaid = earnedBefore[era]! - cost * hoursBefore[era]!
      } else {
        const mining = cost - addition[era]!
        const discount = powerOf(discountPowers, mining * perRevenue * perLevel[era]!)
        untilUnpaid =
          base[era]! - (hoursPerFall * mining + additionSlope[era]!) * discount - cost * hoursForEver * (1 - discount)
      }
    }
    const mined = !isEverRun ? 0 : (cost <= endRevenue ? endEarned - cost * endHours : untilUnpaid) - beforeStart
    let mineNet = mined + endResidual - capital
    if (tax !== null) {
      const years = endYears(tax, time)
      mineNet -= caseTax(tax, time, years, cost, isEverRun, untilUnpaid, beforeStart, mined, capital, endResidual)
    }
    mine[index] = (mineNet > 0 ? mineNet * certain : mineNet) - sunk

    const early = !isEverRun ? 0 : (cost <= earlyRevenue ? earlyEarned - cost * earlyHours : untilUnpaid) - beforeStart
    let hybridNet = early - capital + earlyScrap + (ai > 0 ? ai * earlyDiscount : ai)
    if (tax !== null) {
      const years = earlyYears(tax, time)
      hybridNet -= caseTax(tax, time, years, cost, isEverRun, untilUnpaid, beforeStart, early, capital, earlyScrap)
    }
    const marginal = costToday + interestPerMwh * ai
    if (ai > 0 && marginal > 0 && marginal < laterBelow) {
      let laterNet: number
      if (marginal <= lastBelow) {
        laterNet = mined - capital + lastScrap + ai * lastDiscount
        if (tax !== null) {
          const years = endYears(tax, time)
          laterNet -= caseTax(tax, time, years, cost, isEverRun, untilUnpaid, beforeStart, mined, capital, lastScrap)
        }
      } else {
        const fallen = marginal * perRevenue
        const discount = powerOf(discountPowers, fallen)
        let bridge = 0
        if (isEverRun) {
          let era = 0
          while (fallen <= leftAtHalving[era]!) era += 1
          bridge =
            (cost <= marginal * levels[era]! + addition[era]!
              ? base[era]! -
                (slope[era]! * fallen + additionSlope[era]!) * discount -
                cost * hoursForEver * (1 - discount)
              : untilUnpaid) - beforeStart
        }
        let sold = scrapUsdPerMw
        if (saleToday > 0) sold = Math.max(sold, saleToday * Math.exp(decayRatio * Math.log(fallen)))
        sold *= discount
        laterNet = bridge - capital + sold + ai * laterDiscount * powerOf(leasePowers, fallen)
        if (tax !== null) {
          const years = taxedYears(-Math.log(fallen) / curve.declinePerYear - startYear)
          laterNet -= caseTax(tax, time, years, cost, isEverRun, untilUnpaid, beforeStart, bridge, capital, sold)
        }
      }
      if (laterNet > hybridNet) hybridNet = laterNet
    }
    hybrid[index] = (hybridNet > 0 ? hybridNet * certain : hybridNet) - sunk
  }
}
