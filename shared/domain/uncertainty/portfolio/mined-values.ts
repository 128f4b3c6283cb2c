import { minedUsdPerMw } from '../../ranking/mined-value.ts'
import { CurveTable } from './curve-table.ts'
import type { PortfolioDraw } from './portfolio-draws.ts'
import { powerShift } from './portfolio-sites.ts'

/** What a mine has earned and how long it has run until a date, both discounted; by draw. */
interface Until {
  readonly earned: Float64Array
  readonly hours: Float64Array
}

interface Stop extends Until {
  readonly years: Float64Array
}

/**
 * What a mine earns between two dates at a power price, in all draws at once: `minedUsdPerMw` by the split of
 * `MiningCurve`, so that a draw's exponentials are shared by all starts and all prices. Draws without a curve, or with
 * a floor under hashprice or power bought by the hour, are valued one by one.
 */
export class MinedValues {
  readonly #draws: readonly PortfolioDraw[]
  readonly #curves: CurveTable
  /** Operation, and how much dearer power is than planned, $/MWh. */
  readonly #costAdder: Float64Array
  readonly #curveCostAdder: Float64Array
  readonly #dates = new Map<number, Until>()
  readonly #stops = new Map<number, Stop>()

  /** The first draw is the plan. */
  constructor(draws: readonly PortfolioDraw[]) {
    this.#draws = draws
    const plan = draws[0]
    this.#costAdder = Float64Array.from(
      draws,
      (draw) => draw.terms.miningCostAdderUsdPerMwh + (plan ? powerShift(draw, plan.assumptions) : 0),
    )
    // Income that ends counts as revenue while it lasts, so that cost stays what it is.
    this.#curveCostAdder = this.#costAdder.map((each, draw) => each + (draws[draw]?.terms.endingIncomeUsdPerMwh ?? 0))
    this.#curves = new CurveTable(draws)
  }

  /** What every draw adds to the plan, USD a gross MW. */
  added(priceUsdPerMwh: number, fromYears: number, toYears: number): Float64Array {
    const values = new Float64Array(this.#draws.length)
    if (toYears > fromYears) {
      const stop = this.#unpaid(priceUsdPerMwh)
      const [start, end] = [this.#until(fromYears), this.#until(toYears)]
      minedUntil(values, priceUsdPerMwh, this.#curveCostAdder, fromYears, toYears, start, end, stop)
      for (const draw of this.#curves.missing) {
        const cost = priceUsdPerMwh + this.#costAdder[draw]!
        values[draw] = minedUsdPerMw(this.#draws[draw]!.terms, cost, fromYears, toYears)
      }
    }
    const planned = values[0]!
    const added = values.subarray(1)
    for (let draw = 0; draw < added.length; draw += 1) added[draw]! -= planned
    return added
  }

  #until(years: number): Until {
    let until = this.#dates.get(years)
    if (until === undefined) {
      until = { earned: new Float64Array(this.#draws.length), hours: new Float64Array(this.#draws.length) }
      this.#curves.readUntil(years, until.earned, until.hours)
      this.#dates.set(years, until)
    }
    return until
  }

  /** The day on which revenue no longer pays, and all that was earned until then by a mine that runs from today on. */
  #unpaid(price: number): Stop {
    let stop = this.#stops.get(price)
    if (stop === undefined) {
      const column = () => new Float64Array(this.#draws.length)
      stop = { years: column(), earned: column(), hours: column() }
      const costs = this.#curveCostAdder.map((each) => price + each)
      this.#curves.readUntilUnpaid(costs, stop.years, stop.earned, stop.hours)
      this.#stops.set(price, stop)
    }
    return stop
  }
}

function minedUntil(
  into: Float64Array,
  price: number,
  costAdder: Float64Array,
  fromYears: number,
  toYears: number,
  start: Until,
  end: Until,
  stop: Stop,
): void {
  const { years, earned: stopEarned, hours: stopHours } = stop
  const { earned: endEarned, hours: endHours } = end
  const { earned: startEarned, hours: startHours } = start
  for (let draw = 0; draw < into.length; draw += 1) {
    const stopYears = years[draw]!
    if (stopYears <= fromYears) continue
    const isWornOut = stopYears >= toYears
    const earned = isWornOut ? endEarned[draw]! : stopEarned[draw]!
    const hours = isWornOut ? endHours[draw]! : stopHours[draw]!
    into[draw] = earned - startEarned[draw]! - (price + costAdder[draw]!) * (hours - startHours[draw]!)
  }
}
