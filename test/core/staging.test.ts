import { expect, test } from 'vitest'
import { SiteStaging } from '../../electron/core/data-set/site-staging.ts'
import type { ImportedRecord } from '../../electron/core/import/imported-record.ts'
import { materialiseSite } from '../../electron/core/site/materialise-sites.ts'
import { SITE_ROW_COLUMNS } from '../../electron/core/site/site-row.ts'
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
  abandoned.finish(1)
  const staging = new SiteStaging(db)
  staging.add(record('b', 2))
  expect(staging.finish(1).difference(undefined).added).toBe(1)
  staging.drop()
  expect(db.prepare('SELECT count(*) FROM sqlite_temp_schema').pluck().get()).toBe(0)
})

test('a list that is new writes the rows that reading all records anew would, also of sites that are there already', () => {
  const db = memoryCatalog()
  db.exec(`INSERT INTO archived_file VALUES ('${'0'.repeat(64)}', 'f', 1, 'plain', x'00', 0)`)
  const importRows = (dataSet: number, rows: readonly ImportedRecord[]) => {
    db.exec(`INSERT INTO data_set (key, name, format, kind, file_name, sha256, attribution, record_count, imported_at)
      VALUES (${dataSet}, 'f${dataSet}', 'sites-csv', 'sites', 'f', '${'0'.repeat(64)}', '', ${rows.length}, 0)`)
    const staging = new SiteStaging(db)
    for (const row of rows) staging.add(row)
    const staged = staging.finish(rows.length)
    const difference = staged.difference(undefined)
    db.transaction(() => staged.commit({ dataSet, edition: 1, revision: dataSet, changeSet: null }))()
    staged.drop()
    return difference
  }
  const first = Array.from({ length: 900 }, (_, index) => record(`site-${index}`, index + 2))
  expect(importRows(1, first)).toEqual({ added: 900, updated: 0, unchanged: 0, removed: 0 })
  const second = Array.from({ length: 700 }, (_, index) => ({
    ...record(`site-${index + 600}`, index + 2),
    values: { name: 'Another name', landAcres: index, position: { latitude: 31, longitude: -index / 10 } },
  }))
  expect(importRows(2, second)).toEqual({ added: 400, updated: 300, unchanged: 0, removed: 0 })

  const count = (sql: string) => db.prepare(sql).pluck().get()
  expect(count('SELECT count(*) FROM site')).toBe(1_300)
  expect(count('SELECT count(*) FROM data_set_record')).toBe(1_600)
  expect(count('SELECT count(*) FROM site_rtree')).toBe(700)
  expect(count(`SELECT count(*) FROM site_fts WHERE site_fts MATCH 'another'`)).toBe(400)
  expect(db.prepare(`SELECT name, land_acres FROM site WHERE id = 'site-700'`).raw().get()).toEqual(['site-700', 100])
  const columns = SITE_ROW_COLUMNS.filter((column) => column !== 'revision').join(', ')
  const all = () => db.prepare(`SELECT ${columns} FROM site ORDER BY key`).all()
  const written = all()
  for (let index = 0; index < 1_300; index += 1) materialiseSite(db, `site-${index}`, 3)
  expect(all()).toEqual(written)
})
