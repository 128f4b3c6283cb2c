import { growingAnnuity } from '../finance/growing-annuity.ts'
import type { Assumptions } from '../scenario/assumption-defs.ts'
import { straightLineShares } from './straight-line-shares.ts'
import { type TaxSchedule, taxSchedule } from './tax-schedule.ts'

/** Income tax on the three AI uses of a site and on its mine. Each use is a taxpayer of its own, as project companies are. */
export interface TaxTerms {
  readonly rate: number
  /** By the present value of a use's income and by what was paid for the hall, at the start of the use. */
  readonly lease: TaxSchedule
  readonly colocation: TaxSchedule
  /** Capital here is that of the GPUs of all generations and of the site's own works. */
  readonly cloud: TaxSchedule
  /** Share of a mine's price that is written off in each of its years. */
  readonly mineWriteOff: Float64Array
}

const MOST_YEARS = 60

/** The tax of a scenario; null where there is none. Losses are carried forward without limit, and none is paid back. */
export function taxTerms(a: Assumptions): TaxTerms | null {
  const rate = a.incomeTaxRate
  if (rate === 0) return null
  const hall = straightLineShares(a.hallWriteOffYears, MOST_YEARS)
  const { leaseDiscountRate, leaseEscalator, leaseTermYears } = a
  const voidYears = a.reLeaseVoidMonths / 12
  const secondYears = Math.max(0, a.shellLifeYears - leaseTermYears - voidYears)
  const counterparty = 1 - a.counterpartyDefault * a.counterpartyLoss
  const first = (year: number) =>
    growingAnnuity(leaseDiscountRate, leaseEscalator, Math.min(leaseTermYears, Math.max(0, year)))
  const second = (year: number) => {
    const years = Math.min(secondYears, Math.max(0, year - leaseTermYears - voidYears))
    const start = (1 + leaseEscalator) ** leaseTermYears / (1 + leaseDiscountRate) ** (leaseTermYears + voidYears)
    return a.reLeaseRentShare * start * growingAnnuity(leaseDiscountRate, leaseEscalator, years)
  }
  const generations = Math.max(1, Math.floor(a.gpuGenerations))
  const gpuYears = Math.max(a.gpuLifeYears, Math.min(generations * a.gpuLifeYears, a.shellLifeYears))
  return {
    rate,
    lease: scheduleOf((year) => counterparty * first(year) + second(year), hall, leaseDiscountRate, rate),
    colocation: scheduleOf(first, hall, leaseDiscountRate, rate),
    cloud: scheduleOf(
      (year) => growingAnnuity(a.gpuDiscountRate, 0, Math.min(gpuYears, year)),
      generationsWriteOff(a, generations),
      a.gpuDiscountRate,
      rate,
    ),
    mineWriteOff: straightLineShares(a.equipmentWriteOffYears, MOST_YEARS),
  }
}

/**
 * The schedule of a use whose income up to a year is worth `earned(year)` at its start, scaled so that an income level of
 * one dollar is one dollar of present value. A year's tax is due at its end.
 */
function scheduleOf(
  earned: (year: number) => number,
  writeOff: Float64Array,
  discountRate: number,
  rate: number,
): TaxSchedule {
  const discounts = Float64Array.from({ length: MOST_YEARS }, (_, year) => (1 + discountRate) ** -(year + 1))
  const all = earned(MOST_YEARS)
  const last = lastYear(earned, all)
  const income = Float64Array.from({ length: last }, (_, year) =>
    all > 0 ? Math.max(0, earned(year + 1) - earned(year)) / all / (discounts[year] ?? 1) : 0,
  )
  return taxSchedule(income, writeOff.subarray(0, last), discounts, rate)
}

/** Years until all income has come: what is written off later meets no income. */
function lastYear(earned: (year: number) => number, all: number): number {
  let year = 1
  while (year < MOST_YEARS && earned(year) < all) year += 1
  return year
}

/** The write-off of one generation of GPUs after the other, of a capital of one dollar in all. */
function generationsWriteOff(a: Assumptions, generations: number): Float64Array {
  const each = straightLineShares(a.equipmentWriteOffYears, MOST_YEARS)
  const shares = new Float64Array(MOST_YEARS)
  const weights = Array.from({ length: generations }, (_, index) => (index === 0 ? 1 : a.gpuRefreshCapexShare))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  weights.forEach((weight, index) => {
    const start = Math.round(index * a.gpuLifeYears)
    for (let year = start; year < MOST_YEARS; year += 1) shares[year]! += (weight / sum) * (each[year - start] ?? 0)
  })
  return shares
}
