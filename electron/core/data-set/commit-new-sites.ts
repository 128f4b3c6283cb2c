import type { Db } from '../db/database.ts'
import { indexFrom, indexTouched, unindexTouched } from '../site/index-sites.ts'
import { materialiseTouched } from '../site/materialise-sites.ts'
import { parseRecord } from '../site/site-records.ts'
import { NewSites } from '../site/site-row.ts'
import { knownSites } from './known-sites.ts'
import { putLayouts } from './put-layouts.ts'
import type { StagedRecords } from './staged-records.ts'
import { createTouchedSites } from './touched-sites.ts'

/**
 * Writes the records and the sites of a data set that is new. A site that nobody has spoken of is made from its record
 * at hand; reading records back from the catalog would take as long again. Sites that have a row already, or that a
 * person spoke of, are made from all that is said of them.
 */
export function commitNewSites(db: Db, dataSet: number, revision: number, records: StagedRecords): void {
  const known = knownSites(db)
  const layouts = putLayouts(db, records.layouts)
  const lastKey = (db.prepare('SELECT max(key) FROM site').pluck().get() as number | null) ?? 0
  const newSites = new NewSites(db, records.fields)
  const insertRecord = db.prepare(
    `INSERT INTO data_set_record (data_set, site_id, row_number, source, as_of, site_values, rungs, cells, header, shape)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const spokenOf: string[] = []
  for (const batch of records.batches())
    for (const [siteId, rowNumber, source, asOf, values, rungs, layout, cells] of batch) {
      const [header, shape] = layouts[layout] as (typeof layouts)[number]
      insertRecord.run(dataSet, siteId, rowNumber, source, asOf, values, rungs, cells, header, shape)
      if (known.has(siteId)) spokenOf.push(siteId)
      else newSites.add(siteId, revision, parseRecord([values, rungs, records.layouts[layout]?.shape ?? null, cells]))
    }
  indexFrom(db, lastKey)
  if (spokenOf.length === 0) return
  createTouchedSites(db)
  const touch = db.prepare('INSERT INTO temp.touched_site (id) VALUES (?)')
  for (const id of spokenOf) touch.run(id)
  unindexTouched(db)
  materialiseTouched(db, revision)
  indexTouched(db)
}
