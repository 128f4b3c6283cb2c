/**
 * Present value of the income tax of a mine, USD a gross MW. A year's margin is taxed as it comes, so its present value
 * over the discount of the middle of the year is its taxable income; machines and shell are written off evenly, and what
 * is left of them when the mine ends is set against what the machines fetch.
 *
 * @param earned present value of the margin from the start to the end of each of the mine's years; the last year may
 *   be short.
 * @param discounts of the middle of each year.
 * @param sale present value of what the machines fetch at the end.
 */
export function miningTaxUsdPerMw(
  rate: number,
  writeOff: Float64Array,
  earned: Float64Array,
  discounts: Float64Array,
  years: number,
  capital: number,
  sale: number,
): number {
  let before = 0
  let book = capital
  let cumulative = 0
  let taxed = 0
  let present = 0
  for (let year = 0; year < years; year += 1) {
    const isLast = year === years - 1
    const discount = discounts[year]!
    const margin = (earned[year]! - before + (isLast ? sale : 0)) / discount
    const written = isLast ? book : Math.min(book, capital * writeOff[year]!)
    before = earned[year]!
    book -= written
    cumulative += margin - written
    if (cumulative <= taxed) continue
    present += rate * (cumulative - taxed) * discount
    taxed = cumulative
  }
  return present
}
