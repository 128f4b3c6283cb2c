/**
 * Decimal years of the coming halvings at one block every ten minutes: block 1,050,000 is due about April 2028,
 * each further one 210,000 blocks (3.993 years) later. Source: Bitcoin consensus rules.
 */
export const HALVING_YEARS: readonly number[] = [2028.3, 2032.29, 2036.29, 2040.28]

/** Block subsidy from April 2024 to the next halving, BTC. */
export const CURRENT_SUBSIDY_BTC = 3.125

/** What is left of the revenue after a halving when fees stay as they are in BTC: half the subsidy's share plus all of the fees'. */
export function halvingMultiplier(feeShare: number): number {
  return (1 - feeShare) / 2 + feeShare
}

/** Years from the valuation date to each halving still ahead. */
export function halvingsAhead(valuationYear: number): Float64Array {
  return Float64Array.from(HALVING_YEARS.filter((year) => year > valuationYear).map((year) => year - valuationYear))
}
