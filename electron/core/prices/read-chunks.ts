import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import { overlay, type PriceChunk, unpackChunk } from './price-chunk.ts'

/** One node's prices by month as they hold: of editions that overlap the newest, none that was taken back. */
export function readChunks(db: Db, node: number, fromMonth = 0, toMonth = 999_912): PriceChunk[] {
  const rows = prepared(
    db,
    `SELECT month, starts, prices FROM price_chunk AS chunk JOIN import_edition ON import_edition.key = chunk.edition
     WHERE node = ? AND month BETWEEN ? AND ? AND is_undone = 0 ORDER BY month, edition`,
  )
    .raw()
    .all(node, fromMonth, toMonth) as [number, Buffer, Buffer][]
  const chunks: PriceChunk[] = []
  for (const [month, starts, prices] of rows) {
    const chunk = unpackChunk(month, starts, prices)
    const last = chunks.at(-1)
    if (last?.month === month) chunks[chunks.length - 1] = overlay(last, chunk)
    else chunks.push(chunk)
  }
  return chunks
}
