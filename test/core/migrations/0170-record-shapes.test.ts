import { expect, test } from 'vitest'
import { SiteStaging } from '../../../electron/core/data-set/site-staging.ts'
import { MIGRATIONS } from '../../../electron/core/db/migrations/migrations.ts'
import { RecordShape } from '../../../electron/core/site/record-shape.ts'
import { parseRecord, RECORD_COLUMNS, type StoredRecord } from '../../../electron/core/site/site-records.ts'
import { migratedTo, stepTo } from '../../support/migrated.ts'

const NAMES = ['site_id', 'name', 'lat', 'lon', 'mw', 'remark']
const CELLS = ['a', 'Alpha', '31.50', '-97.25', '1,200', 'old "quoted" note']
const VALUES = { name: 'Alpha', plannedMw: 1200, position: { latitude: 31.5, longitude: -97.25 } }
const SHAPE = new RecordShape({ name: 1, plannedMw: 4, latitude: 2, longitude: 3 })

/** A catalog as that version left it, with one record of one data set. */
function oldCatalog(version: number) {
  const db = migratedTo(version)
  db.exec(`INSERT INTO archived_file VALUES ('${'0'.repeat(64)}', 'f.csv', 1, 'plain', x'00', 0);
    INSERT INTO data_set (key, name, format, kind, file_name, sha256, attribution, record_count, imported_at)
    VALUES (1, 'f.csv', 'sites-csv', 'sites', 'f.csv', '${'0'.repeat(64)}', '', 1, 0)`)
  db.prepare('INSERT INTO record_header VALUES (1, ?)').run(JSON.stringify(NAMES))
  db.prepare(
    `INSERT INTO data_set_record (data_set, site_id, row_number, source, as_of, site_values, rungs, header, cells)
     VALUES (1, 'a', 2, 'f.csv', '2025-01', ?, ?, 1, ?)`,
  ).run(JSON.stringify(VALUES), '{"plannedMw":"study"}', JSON.stringify(CELLS))
  return db
}

const OLDER = MIGRATIONS.filter(({ version }) => version < 170).map(({ version }) => version)

test.each(OLDER)('a record of a catalog of version %i reads as before', (version) => {
  const db = oldCatalog(version)
  stepTo(db, 170)
  const stored = db.prepare(`SELECT ${RECORD_COLUMNS} FROM data_set_record AS record`).raw().get() as StoredRecord
  expect(parseRecord(stored)).toEqual({ values: VALUES, rungs: { plannedMw: 'study' } })
  expect(db.prepare('SELECT shape, cells FROM data_set_record').get()).toEqual({
    shape: null,
    cells: JSON.stringify(CELLS),
  })
  expect(db.pragma('foreign_key_check')).toEqual([])
})

test.each([
  ['nothing', {}, 'unchanged'],
  ['a cell that no field has', { cells: CELLS.with(5, 'new note') }, 'updated'],
  ['a value read otherwise', { values: { ...VALUES, plannedMw: 1.2 } }, 'updated'],
  ['a value that was not read', { values: { ...VALUES, landAcres: 3 } }, 'updated'],
  ['a rung', { rungs: { plannedMw: 'agreement' as const } }, 'updated'],
  ['the source', { source: 'g.csv' }, 'updated'],
])('a row that says again what a catalog of version 121 has, but for %s', (_, change, action) => {
  const db = oldCatalog(121)
  stepTo(db, 170)
  const staging = new SiteStaging(db)
  staging.add({
    siteId: 'a',
    rowNumber: 2,
    source: 'f.csv',
    asOf: '2025-01',
    values: VALUES,
    rungs: { plannedMw: 'study' },
    header: NAMES,
    cells: CELLS,
    shape: SHAPE,
    ...change,
  })
  expect(staging.finish(1).difference(1)).toEqual({
    added: 0,
    updated: action === 'updated' ? 1 : 0,
    unchanged: action === 'unchanged' ? 1 : 0,
    removed: 0,
  })
})
