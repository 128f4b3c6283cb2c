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
const PRICES = 256

/**
 * Rows in an order that puts alike sites together: first by dates, then by what is known, then roughly by price. It
 * decides nothing but speed. Two stable passes of counting, the weightier key last.
 */
export function alikeTogether(sites: Likeness): Uint32Array {
  const { count, time, flags, quotedPowerPrice, proxy, lineMi, fiberMi, gates } = sites
  const keys = new Uint32Array(count)
  for (let row = 0; row < count; row += 1) {
    const quoted = quotedPowerPrice[row]!
    const isQuoted = !Number.isNaN(quoted)
    let pattern = flags[row]! * 16
    if (!isQuoted) pattern += 8
    if (Number.isNaN(lineMi[row]!)) pattern += 4
    if (Number.isNaN(fiberMi[row]!)) pattern += 2
    for (let gate = row * GATES.length; gate < (row + 1) * GATES.length; gate += 1) {
      if (gates[gate] === FAIL) {
        pattern += 1
        break
      }
    }
    const share = isQuoted ? (quoted - LOWEST_PRICE) / PRICE_SPAN : proxy[row]! / 100
    keys[row] = pattern * PRICES + Math.floor(Math.min(1, Math.max(0, share)) * (PRICES - 1))
  }
  const rows = new Uint32Array(count)
  for (let row = 0; row < count; row += 1) rows[row] = row
  return sortedBy(
    time,
    sortedBy(keys, rows, PATTERNS * PRICES),
    time.reduce((most, each) => Math.max(most, each), 0) + 1,
  )
}

/** `rows` by ascending key, rows of one key in the order they had. */
function sortedBy(keys: Uint32Array, rows: Uint32Array, kinds: number): Uint32Array {
  const starts = new Uint32Array(kinds + 1)
  for (const key of keys) starts[key + 1]! += 1
  for (let kind = 0; kind < kinds; kind += 1) starts[kind + 1]! += starts[kind]!
  const sorted = new Uint32Array(rows.length)
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!
    sorted[starts[keys[row]!]!++] = row
  }
  return sorted
}
