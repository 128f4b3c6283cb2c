import { expect, test } from 'vitest'
import { diffSites } from '../../electron/core/data-set/diff-sites.ts'
import { SiteStaging } from '../../electron/core/data-set/site-staging.ts'
import type { Db } from '../../electron/core/db/database.ts'
import type { ImportedRecord } from '../../electron/core/import/imported-record.ts'
import { memoryCatalog } from '../support/replica.ts'

function record(siteId: string, rowNumber: number): ImportedRecord {
  return {
    siteId,
    rowNumber,
    source: '',
    asOf: null,
    values: { name: siteId },
    rungs: {},
    header: ['name'],
    cells: [siteId],
  }
}

test('the second row of one site and an id that no site can have are rejected with their reasons', () => {
  const staging = new SiteStaging(memoryCatalog())
  staging.add(record('a', 2))
  staging.add(record('a', 3))
  staging.add(record('', 4))
  staging.add(record('x'.repeat(121), 5))
  expect(staging.recordCount).toBe(1)
  expect(staging.rejected).toEqual([
    { row: 3, column: null, reason: 'the site "a" is already in row 2' },
    { row: 4, column: null, reason: 'the id of the site must have 1 to 120 characters' },
    { row: 5, column: null, reason: 'the id of the site must have 1 to 120 characters' },
  ])
})

test('what an earlier import left behind does not get into the next', () => {
  const db = memoryCatalog()
  const abandoned = new SiteStaging(db)
  abandoned.add(record('a', 2))
  abandoned.flush()
  const staging = new SiteStaging(db)
  staging.add(record('b', 2))
  staging.flush()
  expect(diffSites(db, undefined).added).toBe(1)
  staging.drop()
  expect(db.prepare('SELECT count(*) FROM sqlite_temp_schema').pluck().get()).toBe(0)
})

test('a file longer than what is kept in memory goes in as a shorter one does', () => {
  const rows = Array.from({ length: 900 }, (_, index) => record(`site-${index}`, index + 2))
  const importInto = (db: Db, isLong: boolean) => {
    const staging = new SiteStaging(db)
    for (const row of rows) {
      staging.add(row)
      if (isLong && row.rowNumber === 400) staging.flush()
    }
    const staged = staging.finish(rows.length)
    db.exec(`INSERT INTO archived_file VALUES ('${'0'.repeat(64)}', 'f', 1, 'plain', x'00', 0)`)
    db.exec(`INSERT INTO data_set (key, name, format, kind, file_name, sha256, attribution, record_count, imported_at)
      VALUES (1, 'f', 'sites-csv', 'sites', 'f', '${'0'.repeat(64)}', '', 900, 0)`)
    expect(staged.difference(undefined)).toEqual({ added: 900, updated: 0, unchanged: 0, removed: 0 })
    db.transaction(() => staged.commit({ dataSet: 1, edition: 1, revision: 1, changeSet: null }))()
    staged.drop()
    const all = (sql: string) => db.prepare(sql).all()
    return [
      all('SELECT * FROM site ORDER BY key'),
      all('SELECT * FROM data_set_record ORDER BY key'),
      all('SELECT key FROM site_rtree ORDER BY key'),
      all(`SELECT rowid FROM site_fts WHERE site_fts MATCH 'site' ORDER BY rowid`),
    ]
  }
  expect(importInto(memoryCatalog(), false)).toEqual(importInto(memoryCatalog(), true))
})
