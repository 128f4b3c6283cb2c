import { isSiteFieldKey, type SiteFieldKey } from '../../../shared/domain/site/site-fields.ts'
import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import type { CellValue } from './cell-value.ts'
import type { Overrides } from './site-row.ts'

/** One head of a cell, with what an op says. */
export interface Head {
  readonly op: string
  readonly value: CellValue | null
  readonly author: string
}

/** Every head of a site's cells, the one that shows (the largest id, the same on every machine) first. */
export function readHeads(db: Db, siteId: string): Map<SiteFieldKey, Head[]> {
  const rows = prepared(
    db,
    `SELECT head.field, head.op, op.value, op.author FROM head JOIN op ON op.id = head.op
       WHERE head.entity = 'site' AND head.row_id = ? ORDER BY head.op DESC`,
  )
    .raw()
    .all(siteId) as [string, string, string, string][]
  const heads = new Map<SiteFieldKey, Head[]>()
  for (const [field, op, value, author] of rows) {
    // A newer version's field is kept in the log and shown by that version.
    if (!isSiteFieldKey(field)) continue
    const list = heads.get(field) ?? []
    list.push({ op, value: JSON.parse(value) as CellValue | null, author })
    heads.set(field, list)
  }
  return heads
}

export function overridesOf(heads: ReadonlyMap<SiteFieldKey, readonly Head[]>): Overrides {
  return new Map([...heads].map(([field, [shown]]) => [field, shown?.value ?? null]))
}

/** Ids of all sites that a person has edited. */
export function editedSites(db: Db): Set<string> {
  return new Set(db.prepare(`SELECT DISTINCT row_id FROM head WHERE entity = 'site'`).pluck().all() as string[])
}
