import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { backupsOf } from '../../electron/core/db/backup.ts'
import { Database, type Db } from '../../electron/core/db/database.ts'
import { APPLICATION_ID, migrate, schemaVersion } from '../../electron/core/db/migrate.ts'
import { MIGRATIONS, SCHEMA_VERSION } from '../../electron/core/db/migrations/migrations.ts'
import { FIELD_COLUMNS } from '../../electron/core/site/field-columns.ts'
import { memoryCatalog } from '../support/replica.ts'
import { tempFolder } from '../support/temp-folder.ts'

function schemaOf(db: Db): unknown[] {
  return db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all()
}

describe('the list of migrations', () => {
  test('only goes up, and each step has a test file of its own', () => {
    const versions = MIGRATIONS.map((step) => step.version)
    expect(versions).toEqual([...new Set(versions)].sort((one, other) => one - other))
    const files = readdirSync(path.join(import.meta.dirname, 'migrations')).map((file) => file.slice(0, 4))
    expect(files.sort()).toEqual(MIGRATIONS.map(({ version }) => String(version).padStart(4, '0')))
  })

  test('leads to the same schema step by step as at once', () => {
    const file = path.join(tempFolder(), 'catalog.db')
    const stepwise = new Database(file)
    for (let steps = 1; steps <= MIGRATIONS.length; steps++)
      migrate(stepwise, file, 0, MIGRATIONS.slice(0, steps).slice(-1))
    expect(schemaOf(stepwise)).toEqual(schemaOf(memoryCatalog()))
    stepwise.close()
  })

  test('ends in a schema with a column for every field of a site', () => {
    const columns = memoryCatalog().prepare(`SELECT name FROM pragma_table_info('site')`).pluck().all()
    expect(columns).toEqual(expect.arrayContaining(['key', 'id', 'revision', ...FIELD_COLUMNS, 'mw_rung']))
  })

  test('makes every ordinary table strict', () => {
    const loose = memoryCatalog()
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name <> 'sqlite_schema'`,
      )
      .pluck()
      .all()
    expect(loose).toEqual([])
  })
})

describe('a migration', () => {
  test('of an existing catalog leaves a backup of what was there', () => {
    const file = path.join(tempFolder(), 'catalog.db')
    const db = new Database(file)
    migrate(db, file, 0, MIGRATIONS.slice(0, 1))
    expect(backupsOf(file)).toEqual([])
    const id = db.prepare(`SELECT value FROM meta WHERE key = 'catalog_id'`).pluck().get()
    migrate(db, file, Date.UTC(2026, 0, 2))
    db.close()
    const [backup, ...others] = backupsOf(file)
    expect(others).toEqual([])
    const old = new Database(backup ?? '', { readonly: true })
    expect(schemaVersion(old)).toBe(10)
    expect(old.prepare(`SELECT value FROM meta WHERE key = 'catalog_id'`).pluck().get()).toBe(id)
    old.close()
  })

  test('that fails leaves the catalog at the step before', () => {
    const file = path.join(tempFolder(), 'catalog.db')
    const db = new Database(file)
    migrate(db, file, 0, MIGRATIONS.slice(0, 1))
    const before = schemaOf(db)
    const orphan = {
      version: 20,
      name: 'orphan',
      up: (each: Db) => {
        each.pragma('defer_foreign_keys = ON')
        each.exec(`CREATE TABLE extra (x INTEGER REFERENCES data_set) STRICT; INSERT INTO extra VALUES (7)`)
      },
    }
    expect(() => migrate(db, file, 0, [...MIGRATIONS.slice(0, 1), orphan])).toThrow()
    expect(schemaVersion(db)).toBe(10)
    expect(schemaOf(db)).toEqual(before)
  })

  test('marks the file as a Switchyard catalog of the newest schema', () => {
    const db = memoryCatalog()
    expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
    expect(schemaVersion(db)).toBe(SCHEMA_VERSION)
  })
})
