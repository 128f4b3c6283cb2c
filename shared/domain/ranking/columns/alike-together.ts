import { FAIL } from '../gate-states.ts'
import { GATES } from '../ranking.ts'

/** What sites are told apart by, all of it by row. */
export interface Likeness {
  readonly count: number
  readonly time: Uint32Array
  readonly flags: Uint8Array
  readonly quotedPowerPrice: Float64Array
  readonly proxy: Uint32Array
  readonly lineMi: Float64Array
  readonly fiberMi: Float64Array
  readonly gates: Uint8Array
}

/** Patterns of what is known of a site: three flags, and whether a quote, a line, fiber are missing and a gate failed. */
const PATTERNS = 128
const LOWEST_PRICE = -50
const PRICE_SPAN = 250

/**
 * Rows in an order that puts alike sites together: first by dates, then by what is known, then roughly by price. It
 * decides nothing but speed. One native sort of numbers that carry their row in the low digits.
 */
export function alikeTogether(sites: Likeness): Uint32Array {
  const { count, time, flags, quotedPowerPrice, proxy, lineMi, fiberMi, gates } = sites
  const groups = PATTERNS * (time.reduce((most, each) => Math.max(most, each), 0) + 1)
  const prices = Math.max(1, Math.floor(Number.MAX_SAFE_INTEGER / groups / Math.max(1, count)))
  const keys = new Float64Array(count)
  for (let row = 0; row < count; row += 1) {
    const quoted = quotedPowerPrice[row] ?? Number.NaN
    const isQuoted = !Number.isNaN(quoted)
    let pattern = (flags[row] ?? 0) * 16
    if (!isQuoted) pattern += 8
    if (Number.isNaN(lineMi[row])) pattern += 4
    if (Number.isNaN(fiberMi[row])) pattern += 2
    for (let gate = row * GATES.length; gate < (row + 1) * GATES.length; gate += 1) {
      if (gates[gate] === FAIL) {
        pattern += 1
        break
      }
    }
    const share = isQuoted ? (quoted - LOWEST_PRICE) / PRICE_SPAN : (proxy[row] ?? 0) / 100
    const price = Math.floor(Math.min(1, Math.max(0, share)) * (prices - 1))
    keys[row] = (((time[row] ?? 0) * PATTERNS + pattern) * prices + price) * count + row
  }
  keys.sort()
  return Uint32Array.from(keys, (key) => key % count)
}
