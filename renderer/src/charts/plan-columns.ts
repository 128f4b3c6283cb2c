import { scaleBand, scaleLinear } from 'd3-scale'
import { PLAN_STATES, type PlanState, type YearOfPlan } from '../../../shared/domain/hybrid/megawatts-by-year.ts'

export interface PlanColumns {
  readonly columns: readonly {
    readonly fromYear: number
    readonly x: number
    readonly width: number
    /** From the bottom up, without those of no height. */
    readonly parts: readonly { readonly state: PlanState; readonly y: number; readonly height: number }[]
  }[]
  readonly yTicks: readonly { readonly at: number; readonly value: number }[]
}

/** Stacked columns of megawatts, one a year. */
export function planColumns(years: readonly YearOfPlan[], width: number, height: number): PlanColumns {
  const most = Math.max(0, ...years.map((year) => PLAN_STATES.reduce((sum, state) => sum + year[state], 0)))
  const x = scaleBand<number>()
    .domain(years.map((_, index) => index))
    .range([0, width])
    .paddingInner(0.22)
  const y = scaleLinear()
    .domain([0, most || 1])
    .range([height, 0])
  const columns = years.map((year, index) => {
    let below = 0
    const parts = PLAN_STATES.flatMap((state) => {
      const mw = year[state]
      const bottom = y(below)
      below += mw
      return mw > 0 ? [{ state, y: y(below), height: bottom - y(below) }] : []
    })
    return { fromYear: year.fromYear, x: x(index) ?? 0, width: x.bandwidth(), parts }
  })
  return { columns, yTicks: y.ticks(3).map((value) => ({ at: y(value), value })) }
}
