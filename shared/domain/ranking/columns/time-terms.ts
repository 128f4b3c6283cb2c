import type { MiningCurve } from '../../mining/mining-curve.ts'
import { fleetOf, soldUsdPerMw } from '../asic-fleet.ts'
import type { ScenarioTerms } from '../scenario-terms.ts'
import { areaWaitTerms } from './area-wait-terms.ts'
import { type CatalogFacts, countTimes } from './catalog-facts.ts'
import { BARE, PLACES, RUNNING_MINE, regionStageOf, standingOf } from './place.ts'

/** Numbers of mining at one time: positions inside its stretch of `mining`. Here from its start: earned, hours run, revenue. */
export const STRIDE = 22
export const START_EARNED = 0
export const START_HOURS = 1
export const START_REVENUE = 2
/** The same at the end of the ASICs' life. */
export const END_EARNED = 3
export const END_HOURS = 4
export const END_REVENUE = 5
/** Conversion as early as can be: mining until the works begin, scrap then, discount of the AI value. */
export const EARLY_EARNED = 6
export const EARLY_HOURS = 7
export const EARLY_REVENUE = 8
export const EARLY_SCRAP = 9
export const EARLY_DISCOUNT = 10
/** A later conversion counts while its marginal cost is below this; at or below the next, mining runs to its end. */
export const LATER_BELOW = 11
export const LAST_BELOW = 12
export const LAST_SCRAP = 13
export const LAST_DISCOUNT = 14
/** Discount of the AI value of a conversion whose works would begin today, to be carried to the day they do. */
export const LATER_DISCOUNT = 15
/** What new ASICs cost less than today by then, what worn-out ones fetch, and what a buyer would pay if prices stood still. */
export const FLEET_SAVED = 16
export const END_RESIDUAL = 17
export const SALE_TODAY = 18
/** Years from today at which it starts, ends, and stops for an early conversion. */
export const START_YEAR = 19
export const END_YEAR = 20
export const EARLY_STOP_YEAR = 21

/** What a valuation takes of a site's dates, by time: every place, and after them every promised date and every wait of an area. */
export interface TimeTerms {
  readonly powerYears: Float64Array
  readonly leaseDiscount: Float64Array
  readonly gpuDiscount: Float64Array
  /** At `time * STRIDE`. */
  readonly mining: Float64Array
}

export type AiTimes = Pick<TimeTerms, 'leaseDiscount' | 'gpuDiscount'>

/** What an exponential is needed for is worked out here, once per date and not per site. */
export function timeTerms(
  terms: ScenarioTerms,
  curve: MiningCurve,
  facts: Pick<CatalogFacts, 'dates' | 'waits'>,
): TimeTerms {
  const a = terms.assumptions
  const { dates, waits } = facts
  const times = countTimes(facts)
  const into = {
    powerYears: new Float64Array(times),
    leaseDiscount: new Float64Array(times),
    gpuDiscount: new Float64Array(times),
    mining: new Float64Array(times * STRIDE),
  }
  for (let place = 0; place < PLACES; place += 1) {
    const at = regionStageOf(place)
    const standing = standingOf(place)
    const tail = standing === BARE ? terms.newTail : terms.retrofitTail
    const tailYears = tail.years[at] ?? 0
    into.powerYears[place] = terms.delayYears[at] ?? 0
    into.leaseDiscount[place] = (terms.leaseDiscount[at] ?? 0) * (tail.leaseDiscount[at] ?? 0)
    into.gpuDiscount[place] = (terms.gpuDiscount[at] ?? 0) * (tail.gpuDiscount[at] ?? 0)
    writeMining(terms, curve, into, place, tailYears, standing === RUNNING_MINE)
  }
  for (let index = 0; index < dates.length; index += 1) {
    const time = PLACES + index
    const promisedYears = Math.max(0, (dates[index] ?? 0) - a.valuationYear)
    const powerYears = promisedYears + terms.slipYears
    const tailYears = Math.max(0, a.aiBuildYearsNew - Math.min(a.buildOverlapYears, powerYears))
    const certainYears = promisedYears + tailYears
    into.powerYears[time] = powerYears
    into.leaseDiscount[time] = terms.slipLeaseDiscount * Math.exp(-a.leaseDiscountRate * certainYears)
    into.gpuDiscount[time] = terms.slipGpuDiscount * Math.exp(-a.gpuDiscountRate * certainYears)
    writeMining(terms, curve, into, time, tailYears, false)
  }
  const wait = areaWaitTerms(waits, a)
  for (let index = 0; index < wait.powerYears.length; index += 1) {
    const time = PLACES + dates.length + index
    into.powerYears[time] = wait.powerYears[index]!
    into.leaseDiscount[time] = wait.leaseDiscount[index]!
    into.gpuDiscount[time] = wait.gpuDiscount[index]!
    writeMining(terms, curve, into, time, wait.tailYears[index]!, false)
  }
  return into
}

function writeMining(
  terms: ScenarioTerms,
  curve: MiningCurve,
  times: TimeTerms,
  time: number,
  tailYears: number,
  isMine: boolean,
): void {
  const a = terms.assumptions
  const into = times.mining
  const powerYears = times.powerYears[time] ?? 0
  const leaseDiscount = times.leaseDiscount[time] ?? 0
  const works = a.conversionDowntimeYears
  const start = isMine ? 0 : powerYears + a.miningBuildYears
  const isOnSite = isMine && terms.existingFleetLifeYears > 0
  const end = start + (isOnSite ? terms.existingFleetLifeYears : a.asicLifeYears)
  const fleet = fleetOf(terms, isOnSite, start)
  const ready = powerYears + tailYears
  const early = Math.max(ready, start + works)
  const earlyStop = Math.min(end, Math.max(start, early - works))
  const sold = (year: number, least: number) => soldUsdPerMw(terms, fleet.saleUsdPerMwToday, least, year)
  const aiDiscount = (year: number) => leaseDiscount * Math.exp(-a.leaseDiscountRate * Math.max(0, year - ready))
  const at = time * STRIDE
  into[at + START_YEAR] = start
  into[at + END_YEAR] = end
  into[at + EARLY_STOP_YEAR] = earlyStop
  into[at + START_EARNED] = curve.earned(start)
  into[at + START_HOURS] = curve.hours(start)
  into[at + START_REVENUE] = curve.revenueAfter(start)
  into[at + END_EARNED] = curve.earned(end)
  into[at + END_HOURS] = curve.hours(end)
  into[at + END_REVENUE] = curve.revenueBefore(end)
  into[at + EARLY_EARNED] = curve.earned(earlyStop)
  into[at + EARLY_HOURS] = curve.hours(earlyStop)
  into[at + EARLY_REVENUE] = curve.revenueBefore(earlyStop)
  into[at + EARLY_SCRAP] = sold(earlyStop, terms.scrapUsdPerMw)
  into[at + EARLY_DISCOUNT] = aiDiscount(early)
  // The later date follows today's revenue and its decline alone, as in the valuation site by site.
  const levelled = (year: number) => curve.revenueUsdPerMwh * Math.exp(-curve.declinePerYear * year)
  into[at + LATER_BELOW] = end + works > early ? levelled(early - works) : Number.NEGATIVE_INFINITY
  into[at + LAST_BELOW] = levelled(end)
  into[at + LAST_SCRAP] = sold(end, terms.scrapUsdPerMw)
  into[at + FLEET_SAVED] = isOnSite ? 0 : terms.newFleetUsdPerMw - fleet.costUsdPerMw
  into[at + END_RESIDUAL] = sold(end, 0)
  into[at + SALE_TODAY] = fleet.saleUsdPerMwToday
  into[at + LAST_DISCOUNT] = aiDiscount(end + works)
  into[at + LATER_DISCOUNT] = leaseDiscount * Math.exp(-a.leaseDiscountRate * (works - ready))
}
