import { miningCurve } from '../../mining/mining-curve.ts'
import { isMiningSteady } from '../../ranking/mined-value.ts'
import type { PortfolioDraw } from './portfolio-draws.ts'

/**
 * The mining curves of many draws side by side. No draw moves a halving, the discount rate or how many hours a mine is
 * available, so eras begin on the same days in all of them and discounted hours are alike. Arrays by era hold one entry
 * a draw.
 */
export class CurveTable {
  /** Draws without a curve. */
  readonly missing: readonly number[]
  readonly #draws: number
  readonly #starts: Float64Array
  readonly #discountRate: number
  readonly #hoursPerYear: number
  readonly #decline: Float64Array
  readonly #level: readonly Float64Array[]
  readonly #addition: readonly Float64Array[]
  readonly #top: readonly Float64Array[]
  readonly #low: readonly Float64Array[]
  readonly #base: readonly Float64Array[]
  readonly #slope: readonly Float64Array[]
  readonly #additionSlope: readonly Float64Array[]

  constructor(draws: readonly PortfolioDraw[]) {
    this.#draws = draws.length
    this.#decline = new Float64Array(draws.length)
    const missing: number[] = []
    let starts = new Float64Array(0)
    let [discountRate, hoursPerYear] = [0, 0]
    const byEra = { level: [], addition: [], top: [], low: [], base: [], slope: [], additionSlope: [] } as Record<
      'level' | 'addition' | 'top' | 'low' | 'base' | 'slope' | 'additionSlope',
      Float64Array[]
    >
    for (const [draw, { terms }] of draws.entries()) {
      const curve = isMiningSteady(terms)
        ? miningCurve(
            terms.revenueUsdPerMwh,
            terms.declinePerYear,
            terms.assumptions.miningDiscountRate,
            terms.assumptions.miningAvailability,
            terms.halvings,
            terms.halvingMultiplier,
            terms.endingIncomeUsdPerMwh,
            terms.incomeEndsYears,
          )
        : null
      if (curve === null) {
        missing.push(draw)
        continue
      }
      if (starts.length === 0) {
        starts = new Float64Array(curve.starts)
        discountRate = curve.discountRate
        hoursPerYear = curve.hoursPerYear
        for (const columns of Object.values(byEra))
          for (let era = 0; era < curve.eras; era += 1) columns.push(new Float64Array(draws.length))
      }
      this.#decline[draw] = curve.declinePerYear
      for (let era = 0; era < curve.eras; era += 1) {
        byEra.level[era]![draw] = curve.revenueUsdPerMwh * curve.levels[era]!
        for (const key of ['addition', 'top', 'low', 'base', 'slope', 'additionSlope'] as const)
          byEra[key][era]![draw] = curve[key][era]!
      }
    }
    this.missing = missing
    this.#starts = starts
    this.#discountRate = discountRate
    this.#hoursPerYear = hoursPerYear
    this.#level = byEra.level
    this.#addition = byEra.addition
    this.#top = byEra.top
    this.#low = byEra.low
    this.#base = byEra.base
    this.#slope = byEra.slope
    this.#additionSlope = byEra.additionSlope
  }

  /** Discounted revenue and hours of one MW from today to a date. */
  readUntil(years: number, earned: Float64Array, hours: Float64Array): void {
    if (this.#starts.length === 0) return
    let era = 0
    while (era + 1 < this.#starts.length && this.#starts[era + 1]! <= years) era += 1
    const [base, slope, additionSlope] = [this.#base[era]!, this.#slope[era]!, this.#additionSlope[era]!]
    const discount = Math.exp(-this.#discountRate * years)
    hours.fill((this.#hoursPerYear * -Math.expm1(-this.#discountRate * years)) / this.#discountRate)
    for (let draw = 0; draw < this.#draws; draw += 1)
      earned[draw] =
        base[draw]! - discount * (slope[draw]! * Math.exp(-this.#decline[draw]! * years) + additionSlope[draw]!)
  }

  /** The same until revenue first is no more than a cost, $/MWh by draw, and when that is; Infinity for never. */
  readUntilUnpaid(costs: Float64Array, years: Float64Array, earned: Float64Array, hours: Float64Array): void {
    years.fill(Number.POSITIVE_INFINITY)
    const rate = this.#discountRate
    for (let era = this.#starts.length - 1; era >= 0; era -= 1) {
      const [level, addition, top, low] = [this.#level[era]!, this.#addition[era]!, this.#top[era]!, this.#low[era]!]
      const [base, slope, additionSlope] = [this.#base[era]!, this.#slope[era]!, this.#additionSlope[era]!]
      const start = this.#starts[era]!
      for (let draw = 0; draw < this.#draws; draw += 1) {
        const cost = costs[draw]!
        // The first era that ends below the cost decides, and the first one is looked at last.
        if (cost <= low[draw]!) continue
        let left = (cost - addition[draw]!) / level[draw]!
        let stop = start
        if (cost >= top[draw]!) left = Math.exp(-this.#decline[draw]! * start)
        else stop = -Math.log(left) / this.#decline[draw]!
        const discount = Math.exp(-rate * stop)
        years[draw] = stop
        earned[draw] = base[draw]! - discount * (slope[draw]! * left + additionSlope[draw]!)
        hours[draw] = (this.#hoursPerYear * (1 - discount)) / rate
      }
    }
    for (const draw of this.missing) years[draw] = 0
  }
}
