import type { SiteFieldKey } from '../../../shared/domain/site/site-fields.ts'
import type { Db, Statement } from '../db/database.ts'
import type { ImportedRecord } from '../import/imported-record.ts'
import { packCells } from '../site/packed-cells.ts'
import { SiteRowForm } from '../site/site-row.ts'

/**
 * Rows written in one transaction of the temporary tables. It is over before anybody else gets a turn, so that an edit
 * in between is a transaction of its own.
 */
const BATCH = 100

/**
 * The records of one import in temporary tables, which the catalog's file never sees: `stage` as records,
 * `stage_layout` with what they share, and `stage_site` as the rows of sites that no other data set and no person
 * speaks of. One at a time a connection.
 */
export class StagedTable {
  count = 0
  readonly #db: Db
  readonly #insertRecord: Statement
  readonly #writeBatch: (records: readonly ImportedRecord[]) => void
  readonly #fields = new Set<SiteFieldKey>(['name'])
  readonly #layouts: { readonly names: string; readonly columns: string | null }[] = []
  readonly #rungs = new Map<object, string>()
  #siteForm: SiteRowForm
  #insertSite: Statement
  #batch: ImportedRecord[] = []
  #nextPosition = 0
  #last: { header: readonly string[]; shape: ImportedRecord['shape']; layout: number } | undefined

  constructor(db: Db) {
    this.#db = db
    dropStagedTable(db)
    db.exec(`
      CREATE TEMP TABLE stage (
        position INTEGER PRIMARY KEY,
        site_id TEXT NOT NULL,
        row_number INTEGER NOT NULL,
        source TEXT NOT NULL,
        as_of TEXT,
        site_values TEXT NOT NULL,
        rungs TEXT,
        layout INTEGER NOT NULL,
        cells TEXT NOT NULL,
        action TEXT NOT NULL DEFAULT 'added'
      );
      CREATE TEMP TABLE stage_layout (
        key INTEGER PRIMARY KEY,
        names TEXT NOT NULL,
        columns TEXT,
        -- The same in the catalog, -1 where it has none yet; null for records without a shape.
        header INTEGER,
        shape INTEGER
      );
      CREATE TEMP TABLE stage_site (position INTEGER PRIMARY KEY, id TEXT NOT NULL, mw_rung INTEGER, name TEXT);
    `)
    this.#insertRecord = db.prepare(
      `INSERT INTO temp.stage (position, site_id, row_number, source, as_of, site_values, rungs, layout, cells)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#siteForm = new SiteRowForm(this.#fields)
    this.#insertSite = this.#prepareSite()
    this.#writeBatch = db.transaction((records: readonly ImportedRecord[]) => {
      for (const record of records) this.#write(record)
    })
  }

  add(record: ImportedRecord): void {
    this.#batch.push(record)
    this.count++
    if (this.#batch.length >= BATCH) this.flush()
  }

  flush(): void {
    this.#writeBatch(this.#batch)
    this.#batch = []
  }

  drop(): void {
    this.#batch = []
    dropStagedTable(this.#db)
  }

  #write(record: ImportedRecord): void {
    this.#writeRecord(record)
    this.#insertSite.run(...this.#siteForm.row(record.siteId, record))
  }

  #writeRecord(record: ImportedRecord): void {
    const { siteId, values, cells, shape } = record
    const rest = shape ? shape.rest(values, cells) : values
    const layout = this.#layoutOf(record)
    if (rest !== null) this.#addFields(Object.keys(rest) as SiteFieldKey[])
    // Given one by one, values are bound in two thirds of the time that a list of them takes.
    this.#insertRecord.run(
      this.#nextPosition++,
      siteId,
      record.rowNumber,
      record.source,
      record.asOf,
      rest === null ? '{}' : JSON.stringify(rest),
      this.#rungsOf(record.rungs),
      layout,
      shape ? packCells(cells) : JSON.stringify(cells),
    )
  }

  #layoutOf({ header, shape }: ImportedRecord): number {
    if (header === this.#last?.header && shape === this.#last.shape) return this.#last.layout
    const names = JSON.stringify(header)
    const columns = shape?.json ?? null
    let layout = this.#layouts.findIndex((each) => each.names === names && each.columns === columns)
    if (layout < 0) {
      layout = this.#layouts.push({ names, columns }) - 1
      this.#db
        .prepare('INSERT INTO temp.stage_layout (key, names, columns) VALUES (?, ?, ?)')
        .run(layout, names, columns)
      this.#addFields(shape?.fields ?? [])
    }
    this.#last = { header, shape, layout }
    return layout
  }

  /** Most columns of a site stay empty in any list; those are not written. */
  #addFields(fields: readonly SiteFieldKey[]): void {
    const missing = fields.filter((key) => !this.#fields.has(key))
    if (missing.length === 0) return
    const former = this.#siteForm.columns
    for (const key of missing) this.#fields.add(key)
    this.#siteForm = new SiteRowForm(this.#fields)
    for (const column of this.#siteForm.columns)
      if (!former.includes(column)) this.#db.exec(`ALTER TABLE temp.stage_site ADD COLUMN ${column}`)
    this.#insertSite = this.#prepareSite()
  }

  #prepareSite(): Statement {
    const { columns } = this.#siteForm
    return this.#db.prepare(
      `INSERT INTO temp.stage_site (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
  }

  /** Rungs that are one object for many records are written once. */
  #rungsOf(rungs: ImportedRecord['rungs']): string | null {
    let json = this.#rungs.get(rungs)
    if (json === undefined) {
      json = JSON.stringify(rungs)
      if (Object.isFrozen(rungs)) this.#rungs.set(rungs, json)
    }
    return json === '{}' ? null : json
  }
}

/** The columns that the staged sites have, all but their position. */
export function stagedSiteColumns(db: Db): string[] {
  return db
    .prepare(`SELECT name FROM pragma_table_info('stage_site', 'temp') WHERE name <> 'position'`)
    .pluck()
    .all() as string[]
}

/** Looks up which of the layouts the catalog has. */
export function findLayouts(db: Db): void {
  db.exec(
    `UPDATE temp.stage_layout SET
       header = coalesce((SELECT key FROM record_header WHERE names = stage_layout.names), -1),
       shape = CASE WHEN columns IS NOT NULL
         THEN coalesce((SELECT key FROM record_shape WHERE record_shape.columns = stage_layout.columns), -1) END`,
  )
}

/** Puts the layouts into the catalog that it has not yet. */
export function putLayouts(db: Db): void {
  db.exec(`
    INSERT INTO record_header (names) SELECT names FROM temp.stage_layout WHERE true ON CONFLICT (names) DO NOTHING;
    INSERT INTO record_shape (columns) SELECT columns FROM temp.stage_layout WHERE columns IS NOT NULL
      ON CONFLICT (columns) DO NOTHING;
  `)
  findLayouts(db)
}

function dropStagedTable(db: Db): void {
  db.exec(`
    DROP TABLE IF EXISTS temp.stage;
    DROP TABLE IF EXISTS temp.stage_site;
    DROP TABLE IF EXISTS temp.stage_layout;
    DROP TABLE IF EXISTS temp.touched_site;
  `)
}
