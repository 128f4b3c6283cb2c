import type { LayerField } from '../../../shared/contract/layers.ts'
import { attributeNumber } from '../../../shared/map/layers/attribute-number.ts'
import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import type { LayerSource } from './layer-source.ts'

const MOST_COMMON = 12
const MOST_DISTINCT = 1_000

interface Tally {
  known: number
  numbers: number
  least: number
  most: number
  readonly counts: Map<string, number>
}

/** The attributes of a layer in the order of their first appearance, with what is known of their values. */
export function readFields(db: Db, { table, edition }: LayerSource): LayerField[] {
  const tallies = new Map<string, Tally>()
  const rows = prepared(db, `SELECT attributes FROM ${table} WHERE edition = ? ORDER BY key`).pluck().iterate(edition)
  for (const text of rows as IterableIterator<string>)
    for (const [attribute, value] of Object.entries(JSON.parse(text) as Record<string, unknown>)) {
      let tally = tallies.get(attribute)
      if (!tally) {
        tally = { known: 0, numbers: 0, least: Infinity, most: -Infinity, counts: new Map() }
        tallies.set(attribute, tally)
      }
      if (value !== null && value !== '') count(tally, value)
    }
  return [...tallies].map(([attribute, { known, numbers, least, most, counts }]) => ({
    attribute,
    known,
    numbers,
    least: numbers === 0 ? null : least,
    most: numbers === 0 ? null : most,
    common: [...counts]
      .sort(([, one], [, other]) => other - one)
      .slice(0, MOST_COMMON)
      .map(([text, times]) => ({ text, count: times })),
    distinct: counts.size,
  }))
}

function count(tally: Tally, value: unknown): void {
  tally.known += 1
  const number = attributeNumber(value)
  if (number !== null) {
    tally.numbers += 1
    tally.least = Math.min(tally.least, number)
    tally.most = Math.max(tally.most, number)
  }
  const text = String(value).slice(0, 400)
  const times = tally.counts.get(text)
  if (times !== undefined || tally.counts.size < MOST_DISTINCT) tally.counts.set(text, (times ?? 0) + 1)
}
