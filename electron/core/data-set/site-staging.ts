import type { RejectedRow } from '../../../shared/contract/jobs.ts'
import type { Db } from '../db/database.ts'
import type { ImportedRecord } from '../import/imported-record.ts'
import type { CommitTarget, Staged } from '../import/importer.ts'
import { SITE_ROW_COLUMNS, siteRow } from '../site/site-row.ts'
import { commitSites } from './commit-sites.ts'
import { diffSites } from './diff-sites.ts'
import { previewSites } from './preview-sites.ts'

/** Most rejected rows that a report lists. */
const MOST_LISTED = 1_000

/**
 * Rows written in one transaction of the temporary tables. It is over before anybody else gets a turn, so that an edit
 * in between is a transaction of its own.
 */
const BATCH = 500

/** A row of the one temporary table and of the other. */
type StagedRow = readonly [record: unknown[], site: unknown[]]

/**
 * The rows of one import in temporary tables, which the catalog's file never sees: `stage` as records, and `stage_site`
 * as the rows of sites that no other data set and no person speaks of. One staging at a time a connection.
 */
export class SiteStaging {
  readonly rejected: RejectedRow[] = []
  rejectedCount = 0
  recordCount = 0
  readonly #db: Db
  readonly #writeBatch: (rows: readonly StagedRow[]) => void
  #batch: StagedRow[] = []
  readonly #rowOfSite = new Map<string, number>()
  readonly #headers = new Map<string, number>()
  #lastNames: readonly string[] | undefined
  #lastHeader = 0

  constructor(db: Db) {
    this.#db = db
    dropStaging(db)
    db.exec(`
      CREATE TEMP TABLE stage (
        position INTEGER PRIMARY KEY,
        site_id TEXT NOT NULL,
        row_number INTEGER NOT NULL,
        source TEXT NOT NULL,
        as_of TEXT,
        site_values TEXT NOT NULL,
        rungs TEXT,
        header INTEGER NOT NULL,
        cells TEXT NOT NULL,
        action TEXT NOT NULL DEFAULT 'added'
      );
      CREATE TEMP TABLE stage_site (position INTEGER PRIMARY KEY, ${SITE_ROW_COLUMNS.join(', ')});
      CREATE TEMP TABLE stage_header (key INTEGER PRIMARY KEY, names TEXT NOT NULL);
    `)
    const insertRecord = db.prepare(
      `INSERT INTO temp.stage (position, site_id, row_number, source, as_of, site_values, rungs, header, cells)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    const insertSite = db.prepare(
      `INSERT INTO temp.stage_site (${SITE_ROW_COLUMNS.join(', ')}) VALUES (${SITE_ROW_COLUMNS.map(() => '?').join(', ')})`,
    )
    this.#writeBatch = db.transaction((rows: readonly StagedRow[]) => {
      for (const [record, site] of rows) {
        insertRecord.run(record)
        insertSite.run(site)
      }
    })
  }

  /** Stages one record; the second row of a file that speaks of the same site is rejected with its reason. */
  add(record: ImportedRecord): void {
    const { siteId, rowNumber } = record
    const formerRow = this.#rowOfSite.get(siteId)
    if (formerRow !== undefined) {
      this.reject({ row: rowNumber, column: null, reason: `the site "${siteId}" is already in row ${formerRow}` })
      return
    }
    if (siteId.length === 0 || siteId.length > 120) {
      this.reject({ row: rowNumber, column: null, reason: 'the id of the site must have 1 to 120 characters' })
      return
    }
    this.#rowOfSite.set(siteId, rowNumber)
    this.#batch.push([
      [
        this.recordCount++,
        siteId,
        rowNumber,
        record.source,
        record.asOf,
        JSON.stringify(record.values),
        isEmpty(record.rungs) ? null : JSON.stringify(record.rungs),
        this.#headerOf(record.header),
        JSON.stringify(record.cells),
      ],
      siteRow(siteId, 0, [record], undefined),
    ])
    if (this.#batch.length >= BATCH) this.#flush()
  }

  #flush(): void {
    this.#writeBatch(this.#batch)
    this.#batch = []
  }

  reject(row: RejectedRow): void {
    this.rejectedCount++
    if (this.rejected.length < MOST_LISTED) this.rejected.push(row)
  }

  /** Everything is staged; `rowsRead` counts the file's rows below its header. */
  finish(rowsRead: number): Staged {
    this.#flush()
    return {
      records: rowsRead,
      accepted: this.recordCount,
      rejected: this.rejected,
      rejectedCount: this.rejectedCount,
      summary: {},
      difference: (dataSet) => diffSites(this.#db, dataSet),
      preview: (dataSet) => previewSites(this.#db, dataSet),
      commit: (target: CommitTarget) => commitSites(this.#db, target),
      drop: () => this.drop(),
    }
  }

  drop(): void {
    this.#batch = []
    dropStaging(this.#db)
  }

  #headerOf(header: readonly string[]): number {
    if (header === this.#lastNames) return this.#lastHeader
    const names = JSON.stringify(header)
    let key = this.#headers.get(names)
    if (key === undefined) {
      key = this.#headers.size + 1
      this.#headers.set(names, key)
      this.#db.prepare('INSERT INTO temp.stage_header (key, names) VALUES (?, ?)').run(key, names)
    }
    this.#lastNames = header
    this.#lastHeader = key
    return key
  }
}

function dropStaging(db: Db): void {
  db.exec(
    'DROP TABLE IF EXISTS temp.stage; DROP TABLE IF EXISTS temp.stage_site; DROP TABLE IF EXISTS temp.stage_header; DROP TABLE IF EXISTS temp.touched_site',
  )
}

function isEmpty(object: object): boolean {
  for (const _ in object) return false
  return true
}
