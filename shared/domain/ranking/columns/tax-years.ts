import type { MiningCurve } from '../../mining/mining-curve.ts'
import type { TaxTerms } from '../../tax/tax-terms.ts'
import { taxedYears } from '../taxed-uses.ts'
import { EARLY_STOP_YEAR, END_YEAR, START_YEAR, STRIDE, type TimeTerms } from './time-terms.ts'

/** Most years that machines live, by the range of that assumption, and the rest of a year. */
const MOST_YEARS = 11

/** Numbers of one time in `years`: how many years until the end and until an early conversion, then the years. */
const TAX_STRIDE = 2 + 4 * MOST_YEARS

/** What the tax of a mine takes from its dates: a mine's years by time, with what is earned until the end of each. */
export interface TaxYears {
  readonly rate: number
  readonly writeOff: Float64Array
  readonly years: Float64Array
}

export function taxYears(tax: TaxTerms, curve: MiningCurve, times: TimeTerms): TaxYears {
  const count = times.powerYears.length
  const years = new Float64Array(count * TAX_STRIDE)
  for (let time = 0; time < count; time += 1) {
    const from = time * STRIDE
    const start = times.mining[from + START_YEAR]!
    const at = time * TAX_STRIDE
    const last = taxedYears(times.mining[from + END_YEAR]! - start)
    years[at] = last
    years[at + 1] = taxedYears(times.mining[from + EARLY_STOP_YEAR]! - start)
    for (let year = 0; year < last; year += 1) {
      const into = at + 2 + 4 * year
      years[into] = curve.earned(start + year + 1)
      years[into + 1] = curve.hours(start + year + 1)
      years[into + 2] = curve.revenueBefore(start + year + 1)
      years[into + 3] = Math.exp(-curve.discountRate * (start + year + 0.5))
    }
  }
  return { rate: tax.rate, writeOff: tax.mineWriteOff, years }
}

/** Years until the end of a time's machines, and until an early conversion. */
export function endYears(tax: TaxYears, time: number): number {
  return tax.years[time * TAX_STRIDE]!
}

export function earlyYears(tax: TaxYears, time: number): number {
  return tax.years[time * TAX_STRIDE + 1]!
}

/**
 * The tax of `miningTaxUsdPerMw` for one case, its margins taken from the table.
 * @param untilUnpaid value from today to the day that revenue no longer pays the cost, where that comes first.
 * @param beforeStart value from today to the start, which is not the mine's.
 * @param earned from the start to the end, `years` later.
 */
export function caseTax(
  tax: TaxYears,
  time: number,
  years: number,
  cost: number,
  isEverRun: boolean,
  untilUnpaid: number,
  beforeStart: number,
  earned: number,
  capital: number,
  sale: number,
): number {
  const { rate, writeOff, years: table } = tax
  let from = time * TAX_STRIDE + 2
  let before = 0
  let book = capital
  let cumulative = 0
  let taxed = 0
  let present = 0
  for (let year = 0; year < years; year += 1) {
    const isLast = year === years - 1
    const discount = table[from + 3]!
    let until = earned
    if (!isLast) {
      until = !isEverRun
        ? 0
        : (cost <= table[from + 2]! ? table[from]! - cost * table[from + 1]! : untilUnpaid) - beforeStart
    }
    const written = isLast ? book : Math.min(book, capital * writeOff[year]!)
    cumulative += (until - before + (isLast ? sale : 0)) / discount - written
    before = until
    book -= written
    from += 4
    if (cumulative <= taxed) continue
    present += rate * (cumulative - taxed) * discount
    taxed = cumulative
  }
  return present
}
