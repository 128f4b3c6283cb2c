/**
 * The present value of income tax as a function of a project's income level and of its capital, for projects that share
 * the shape of their income and of their write-offs: it is piecewise linear, so a handful of straight pieces replace the
 * loop over years.
 */
export interface TaxSchedule {
  /** Income over capital at which each piece begins, ascending; the first is 0. */
  readonly from: Float64Array
  /** Present tax of a piece: `perIncome * income - perCapital * capital`. */
  readonly perIncome: Float64Array
  readonly perCapital: Float64Array
}

/**
 * Derives the pieces. With cumulative income `x·G(k)` and cumulative write-offs `D(k)`, what has been taxed by year `y` is
 * the upper envelope `max(0, max over k ≤ y of x·G(k) − D(k))` of straight lines; summation by parts weighs each
 * envelope by the fall of the discount factor after its year. The sum bends only where two of the lines cross.
 *
 * @param income of each year, of a project with income level 1; all at least 0.
 * @param writeOff of each year, of a project with capital 1; all at least 0.
 * @param discounts factor by which a payment of each year counts at the start; they must not rise.
 */
export function taxSchedule(
  income: ArrayLike<number>,
  writeOff: ArrayLike<number>,
  discounts: ArrayLike<number>,
  rate: number,
): TaxSchedule {
  const earned = cumulative(income)
  const writtenOff = cumulative(writeOff)
  const pieces = bends(earned, writtenOff).map((from, at, all) => {
    const next = all[at + 1]
    return {
      from,
      ...envelopesAt(next === undefined ? 2 * from + 1 : (from + next) / 2, earned, writtenOff, discounts),
    }
  })
  const kept = pieces.filter((piece, at) => at === 0 || piece.perIncome !== pieces[at - 1]?.perIncome)
  return {
    from: Float64Array.from(kept, (piece) => piece.from),
    perIncome: Float64Array.from(kept, (piece) => rate * piece.perIncome),
    perCapital: Float64Array.from(kept, (piece) => rate * piece.perCapital),
  }
}

/** Present tax in USD of a project with this income level and capital, both at least 0. */
export function scheduledTaxUsd(schedule: TaxSchedule, income: number, capital: number): number {
  const { from, perIncome, perCapital } = schedule
  let piece = from.length - 1
  while (piece > 0 && income <= from[piece]! * capital) piece -= 1
  return perIncome[piece]! * income - perCapital[piece]! * capital
}

function cumulative(values: ArrayLike<number>): Float64Array {
  let sum = 0
  return Float64Array.from(values, (value) => {
    sum += value
    return sum
  })
}

/** Income levels, of a project with capital 1, at which two of the lines, zero among them, cross. */
function bends(earned: Float64Array, writtenOff: Float64Array): number[] {
  const found = new Set([0])
  for (let late = 0; late < earned.length; late += 1) {
    for (let early = -1; early < late; early += 1) {
      const run = earned[late]! - (earned[early] ?? 0)
      const level = (writtenOff[late]! - (writtenOff[early] ?? 0)) / run
      if (run > 0 && Number.isFinite(level)) found.add(level)
    }
  }
  return [...found].sort((a, b) => a - b)
}

function envelopesAt(level: number, earned: Float64Array, writtenOff: Float64Array, discounts: ArrayLike<number>) {
  let [perIncome, perCapital, most, slope, offset] = [0, 0, 0, 0, 0]
  for (let year = 0; year < earned.length; year += 1) {
    const line = level * earned[year]! - writtenOff[year]!
    if (line > most) [most, slope, offset] = [line, earned[year]!, writtenOff[year]!]
    const fall = (discounts[year] ?? 0) - (discounts[year + 1] ?? 0)
    perIncome += fall * slope
    perCapital += fall * offset
  }
  return { perIncome, perCapital }
}
