/** Months that every strategy's cash flow covers. */
const MONTHS = 180

/** What a textbook does: one array of monthly flows, each discounted by a power of its own. */
export function presentValue(
  flowOfMonth: (month: number) => number,
  ratePerYear: number,
  timeOf: (month: number) => number,
) {
  const flows: number[] = []
  for (let month = 0; month < MONTHS; month += 1) flows.push(flowOfMonth(month))
  return flows.reduce((sum, flow, month) => sum + flow / (1 + ratePerYear) ** timeOf(month), 0)
}

/** Flows at the end of each year, growing from year to year, as rents and GPU income are paid in the model. */
export function yearlyPayments(firstYear: number, growth: number, years: number, ratePerYear: number): number {
  const whole = Math.floor(years)
  return presentValue(
    (month) => (month % 12 === 11 && month < 12 * whole ? firstYear * (1 + growth) ** ((month - 11) / 12) : 0),
    ratePerYear,
    (month) => (month + 1) / 12,
  )
}

export interface MinedMonths {
  readonly revenueUsdPerMwh: number
  readonly costUsdPerMwh: number
  readonly declinePerYear: number
  readonly ratePerYear: number
  readonly hoursPerYear: number
  readonly startYears: number
  readonly endYears: number
  readonly halvings: readonly number[]
  readonly multiplier: number
}

/** A mine's margin month by month from its start to its end, shut off where revenue does not pay, as of mid-month. */
export function minedMargin(mine: MinedMonths): number {
  const life = mine.endYears - mine.startYears
  return presentValue(
    (month) => {
      const share = Math.min(1, Math.max(0, 12 * life - month))
      const year = mine.startYears + (month + share / 2) / 12
      const halved = mine.halvings.filter((halving) => halving <= year).length
      const level = mine.revenueUsdPerMwh * mine.multiplier ** halved
      const revenue = level * Math.exp(-mine.declinePerYear * year)
      return Math.max(0, revenue - mine.costUsdPerMwh) * mine.hoursPerYear * (share / 12)
    },
    // Mining is discounted continuously in the model.
    Math.exp(mine.ratePerYear) - 1,
    (month) => mine.startYears + (month + Math.min(1, Math.max(0, 12 * life - month)) / 2) / 12,
  )
}
