import type { RejectedRow } from '../../../../shared/contract/jobs.ts'
import type { Db } from '../../db/database.ts'
import { monthChunks, type PriceChunk, packChunk } from '../../prices/price-chunk.ts'
import { findNode, type NodeName, putNode } from '../../prices/price-nodes.ts'
import { readChunks } from '../../prices/read-chunks.ts'
import type { CommitTarget, ImportDifference, Staged } from '../importer.ts'
import type { ReadSeries } from './price-sink.ts'

interface StagedFile {
  readonly market: string
  readonly series: readonly ReadSeries[]
  readonly records: number
  readonly rejected: readonly RejectedRow[]
  readonly rejectedCount: number
  readonly summary: Readonly<Record<string, unknown>>
}

/**
 * The prices of one file, packed by node, waiting to go in. An edition adds to what the catalog has and replaces no
 * more than the intervals that it speaks of, so nothing is ever removed.
 */
export class PriceStaging implements Staged {
  readonly records: number
  readonly accepted: number
  readonly rejected: readonly RejectedRow[]
  readonly rejectedCount: number
  readonly summary: Readonly<Record<string, unknown>>
  readonly #db: Db
  readonly #market: string
  #series: readonly ReadSeries[]

  constructor(db: Db, file: StagedFile) {
    this.#db = db
    this.#market = file.market
    this.#series = file.series
    this.records = file.records
    this.accepted = file.series.reduce((sum, { starts }) => sum + starts.length, 0)
    this.rejected = file.rejected
    this.rejectedCount = file.rejectedCount
    this.summary = file.summary
  }

  /** Counted in intervals. */
  difference(): ImportDifference {
    let [added, updated, unchanged] = [0, 0, 0]
    for (const series of this.#series) {
      const node = findNode(this.#db, this.#nodeOf(series))
      for (const chunk of monthChunks(series.starts, series.prices)) {
        const [known] = node === undefined ? [] : readChunks(this.#db, node, chunk.month, chunk.month)
        const { same, other } = known ? compare(known, chunk) : { same: 0, other: 0 }
        unchanged += same
        updated += other
        added += chunk.starts.length - same - other
      }
    }
    return { added, updated, unchanged, removed: 0 }
  }

  commit({ edition }: CommitTarget): void {
    const insert = this.#db.prepare(
      'INSERT INTO price_chunk (node, month, edition, interval_seconds, starts, prices) VALUES (?, ?, ?, ?, ?, ?)',
    )
    for (const series of this.#series) {
      const node = putNode(this.#db, this.#nodeOf(series))
      for (const chunk of monthChunks(series.starts, series.prices)) {
        const packed = packChunk(chunk)
        insert.run(node, chunk.month, edition, series.intervalSeconds, packed.starts, packed.prices)
      }
    }
  }

  drop(): void {
    this.#series = []
  }

  #nodeOf({ run, name, type }: ReadSeries): NodeName {
    return { market: this.#market, run, name, type }
  }
}

/** How many intervals of a chunk are known with the same price, and with another. */
function compare(known: PriceChunk, chunk: PriceChunk): { same: number; other: number } {
  let [same, other, at] = [0, 0, 0]
  for (let i = 0; i < chunk.starts.length; i++) {
    const start = chunk.starts[i] ?? 0
    while ((known.starts[at] ?? Infinity) < start) at++
    if (known.starts[at] !== start) continue
    if (known.prices[at] === chunk.prices[i]) same++
    else other++
  }
  return { same, other }
}
