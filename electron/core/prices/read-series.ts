import type { PriceSeries } from '../../../shared/domain/prices/price-series.ts'
import type { Db } from '../db/database.ts'
import { readMeta } from '../db/meta.ts'
import { prepared } from '../db/prepared.ts'
import { readChunks } from './read-chunks.ts'

interface Kept {
  readonly node: number
  readonly revision: number
  readonly series: PriceSeries
}

// Whoever drags a strike price asks for the same series again and again.
const LAST = new WeakMap<Db, Kept>()

/** All prices of a node, in the order of time. */
export function readSeries(db: Db, node: number): PriceSeries {
  const revision = readMeta(db, 'revision') as number
  const last = LAST.get(db)
  if (last?.node === node && last.revision === revision) return last.series
  const chunks = readChunks(db, node)
  const length = chunks.reduce((sum, { starts }) => sum + starts.length, 0)
  const starts = new Uint32Array(length)
  const prices = new Float64Array(length)
  let at = 0
  for (const chunk of chunks) {
    starts.set(chunk.starts, at)
    prices.set(chunk.prices, at)
    at += chunk.starts.length
  }
  const series = { starts, prices, intervalSeconds: intervalOf(db, node) }
  LAST.set(db, { node, revision, series })
  return series
}

/** The longest that any file gave: what is shorter ends where the next interval begins. */
function intervalOf(db: Db, node: number): number {
  return (
    (prepared(
      db,
      `SELECT max(interval_seconds) FROM price_chunk JOIN import_edition ON import_edition.key = edition
       WHERE node = ? AND is_undone = 0`,
    )
      .pluck()
      .get(node) as number | null) ?? 3_600
  )
}
