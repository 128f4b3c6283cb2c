import type { MiningCurve } from '../../mining/mining-curve.ts'
import type { ScenarioTerms } from '../scenario-terms.ts'
import { POWER_YEARS, points } from '../score-site.ts'
import type { ScoreTerms } from '../score-terms.ts'
import { BARE, PLACES, RUNNING_MINE, regionStageOf, standingOf } from './place.ts'

/** Numbers of one time: positions inside its stretch of the table. */
export const STRIDE = 20
export const YEARS_POINTS = 0
export const LEASE_DISCOUNT = 1
export const GPU_DISCOUNT = 2
/** Mining from its start: revenue earned and hours run before it, revenue on that day. */
export const START_EARNED = 3
export const START_HOURS = 4
export const START_REVENUE = 5
/** The same at the end of the ASICs' life. */
export const END_EARNED = 6
export const END_HOURS = 7
export const END_REVENUE = 8
/** Conversion as early as can be: mining until the works begin, scrap then, discount of the AI value. */
export const EARLY_EARNED = 9
export const EARLY_HOURS = 10
export const EARLY_REVENUE = 11
export const EARLY_SCRAP = 12
export const EARLY_DISCOUNT = 13
/** A later conversion counts while its marginal cost is below this; at or below the next, mining runs to its end. */
export const LATER_BELOW = 14
export const LAST_BELOW = 15
export const LAST_SCRAP = 16
export const LAST_DISCOUNT = 17
/** Discount of the AI value of a conversion whose works would begin today, to be carried to the day they do. */
export const LATER_DISCOUNT = 18

/**
 * All that a valuation takes from a site's dates, for every place and after them for every promised date, at
 * `time * STRIDE`: what an exponential is needed for is worked out here, once per date and not per site.
 */
export function timeTerms(
  terms: ScenarioTerms,
  ruled: ScoreTerms,
  curve: MiningCurve,
  dates: Float64Array,
  into: Float64Array = new Float64Array((PLACES + dates.length) * STRIDE),
): Float64Array {
  const a = terms.assumptions
  for (let place = 0; place < PLACES; place += 1) {
    const at = regionStageOf(place)
    const standing = standingOf(place)
    const tail = standing === BARE ? terms.newTail : terms.retrofitTail
    const tailYears = tail.years[at] ?? 0
    const leaseDiscount = (terms.leaseDiscount[at] ?? 0) * (tail.leaseDiscount[at] ?? 0)
    const gpuDiscount = (terms.gpuDiscount[at] ?? 0) * (tail.gpuDiscount[at] ?? 0)
    const isMine = standing === RUNNING_MINE
    write(terms, ruled, curve, into, place, terms.delayYears[at] ?? 0, tailYears, leaseDiscount, gpuDiscount, isMine)
  }
  for (let index = 0; index < dates.length; index += 1) {
    const promisedYears = Math.max(0, (dates[index] ?? 0) - a.valuationYear)
    const powerYears = promisedYears + terms.slipYears
    const tailYears = Math.max(0, a.aiBuildYearsNew - Math.min(a.buildOverlapYears, powerYears))
    const certainYears = promisedYears + tailYears
    const leaseDiscount = terms.slipLeaseDiscount * Math.exp(-a.leaseDiscountRate * certainYears)
    const gpuDiscount = terms.slipGpuDiscount * Math.exp(-a.gpuDiscountRate * certainYears)
    write(terms, ruled, curve, into, PLACES + index, powerYears, tailYears, leaseDiscount, gpuDiscount, false)
  }
  return into
}

function write(
  terms: ScenarioTerms,
  ruled: ScoreTerms,
  curve: MiningCurve,
  into: Float64Array,
  time: number,
  powerYears: number,
  tailYears: number,
  leaseDiscount: number,
  gpuDiscount: number,
  isMine: boolean,
): void {
  const a = terms.assumptions
  const works = a.conversionDowntimeYears
  const start = isMine ? 0 : powerYears + a.miningBuildYears
  const end = start + (isMine && terms.existingFleetLifeYears > 0 ? terms.existingFleetLifeYears : a.asicLifeYears)
  const ready = powerYears + tailYears
  const early = Math.max(ready, start + works)
  const earlyStop = Math.min(end, Math.max(start, early - works))
  const scrap = (year: number) => terms.scrapUsdPerMw * Math.exp(-a.miningDiscountRate * year)
  const aiDiscount = (year: number) => leaseDiscount * Math.exp(-a.leaseDiscountRate * Math.max(0, year - ready))
  const at = time * STRIDE
  into[at + YEARS_POINTS] = points(ruled, POWER_YEARS, powerYears)
  into[at + LEASE_DISCOUNT] = leaseDiscount
  into[at + GPU_DISCOUNT] = gpuDiscount
  into[at + START_EARNED] = curve.earned(start)
  into[at + START_HOURS] = curve.hours(start)
  into[at + START_REVENUE] = curve.revenueAfter(start)
  into[at + END_EARNED] = curve.earned(end)
  into[at + END_HOURS] = curve.hours(end)
  into[at + END_REVENUE] = curve.revenueBefore(end)
  into[at + EARLY_EARNED] = curve.earned(earlyStop)
  into[at + EARLY_HOURS] = curve.hours(earlyStop)
  into[at + EARLY_REVENUE] = curve.revenueBefore(earlyStop)
  into[at + EARLY_SCRAP] = scrap(earlyStop)
  into[at + EARLY_DISCOUNT] = aiDiscount(early)
  // The later date follows today's revenue and its decline alone, as in the valuation site by site.
  const levelled = (year: number) => curve.revenueUsdPerMwh * Math.exp(-curve.declinePerYear * year)
  into[at + LATER_BELOW] = end + works > early ? levelled(early - works) : Number.NEGATIVE_INFINITY
  into[at + LAST_BELOW] = levelled(end)
  into[at + LAST_SCRAP] = scrap(end)
  into[at + LAST_DISCOUNT] = aiDiscount(end + works)
  into[at + LATER_DISCOUNT] = leaseDiscount * Math.exp(-a.leaseDiscountRate * (works - ready))
}
