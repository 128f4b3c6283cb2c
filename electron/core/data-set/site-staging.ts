import type { RejectedRow } from '../../../shared/contract/jobs.ts'
import type { Db } from '../db/database.ts'
import type { ImportedRecord } from '../import/imported-record.ts'
import type { CommitTarget, ImportDifference, Staged } from '../import/importer.ts'
import { commitNewSites, countKnown, type KeptRow } from './commit-new-sites.ts'
import { commitSites } from './commit-sites.ts'
import { diffSites } from './diff-sites.ts'
import { previewSites } from './preview-sites.ts'

/** Most rejected rows that a report lists. */
const MOST_LISTED = 1_000

/**
 * Rows written in one transaction of the temporary table. It is over before anybody else gets a turn, so that an edit
 * in between is a transaction of its own.
 */
const BATCH = 500

/** Rows kept in memory; those of a longer file go into a temporary table, as do those that have to be compared. */
const MOST_KEPT = 120_000

/**
 * The rows of one import, in memory or in a temporary table, neither of which the catalog's file ever sees. One staging
 * at a time a connection.
 */
export class SiteStaging {
  readonly rejected: RejectedRow[] = []
  rejectedCount = 0
  recordCount = 0
  readonly #db: Db
  readonly #writeBatch: (rows: readonly KeptRow[]) => void
  #kept: KeptRow[] = []
  #isSpilled = false
  #spilledCount = 0
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
      CREATE TEMP TABLE stage_header (key INTEGER PRIMARY KEY, names TEXT NOT NULL);
    `)
    const insert = db.prepare(
      `INSERT INTO temp.stage (position, site_id, row_number, source, as_of, site_values, rungs, header, cells)
       VALUES (?, ?, ?, ?, ?, CAST(? AS TEXT), ?, ?, CAST(? AS TEXT))`,
    )
    this.#writeBatch = db.transaction((rows: readonly KeptRow[]) => {
      for (const row of rows)
        insert.run([
          this.#spilledCount++,
          row.siteId,
          row.rowNumber,
          row.source,
          row.asOf,
          row.valuesJson,
          row.rungsJson,
          row.header + 1,
          row.cellsJson,
        ])
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
    this.recordCount++
    this.#kept.push({
      siteId,
      rowNumber,
      source: record.source,
      asOf: record.asOf,
      valuesJson: Buffer.from(JSON.stringify(record.values)),
      rungsJson: isEmpty(record.rungs) ? null : JSON.stringify(record.rungs),
      header: this.#headerOf(record.header),
      cellsJson: Buffer.from(JSON.stringify(record.cells)),
      values: record.values,
      rungs: record.rungs,
    })
    if (this.#kept.length >= (this.#isSpilled ? BATCH : MOST_KEPT)) this.flush()
  }

  /** Writes the rows that are in memory into the temporary table, where they are compared with the catalog's. */
  flush(): void {
    this.#isSpilled = true
    for (let from = 0; from < this.#kept.length; from += BATCH) this.#writeBatch(this.#kept.slice(from, from + BATCH))
    this.#kept = []
  }

  reject(row: RejectedRow): void {
    this.rejectedCount++
    if (this.rejected.length < MOST_LISTED) this.rejected.push(row)
  }

  /** Everything is staged; `rowsRead` counts the file's rows below its header. */
  finish(rowsRead: number): Staged {
    if (this.#isSpilled) this.flush()
    return {
      records: rowsRead,
      accepted: this.recordCount,
      rejected: this.rejected,
      rejectedCount: this.rejectedCount,
      summary: {},
      difference: (dataSet) => this.#difference(dataSet),
      preview: (dataSet) => {
        if (!this.#isSpilled) {
          this.flush()
          diffSites(this.#db, dataSet)
        }
        return previewSites(this.#db, dataSet)
      },
      commit: (target: CommitTarget) => {
        if (this.#isSpilled) commitSites(this.#db, target)
        else commitNewSites(this.#db, target, this.#kept, [...this.#headers.keys()])
      },
      drop: () => this.drop(),
    }
  }

  #difference(dataSet: number | undefined): ImportDifference {
    if (dataSet === undefined && !this.#isSpilled) {
      const known = countKnown(this.#db, this.#kept)
      return { added: this.recordCount - known, updated: known, unchanged: 0, removed: 0 }
    }
    if (!this.#isSpilled) this.flush()
    return diffSites(this.#db, dataSet)
  }

  drop(): void {
    this.#kept = []
    dropStaging(this.#db)
  }

  #headerOf(header: readonly string[]): number {
    if (header === this.#lastNames) return this.#lastHeader
    const names = JSON.stringify(header)
    let key = this.#headers.get(names)
    if (key === undefined) {
      key = this.#headers.size
      this.#headers.set(names, key)
      this.#db.prepare('INSERT INTO temp.stage_header (key, names) VALUES (?, ?)').run(key + 1, names)
    }
    this.#lastNames = header
    this.#lastHeader = key
    return key
  }
}

function dropStaging(db: Db): void {
  db.exec(
    'DROP TABLE IF EXISTS temp.stage; DROP TABLE IF EXISTS temp.stage_header; DROP TABLE IF EXISTS temp.touched_site',
  )
}

function isEmpty(object: object): boolean {
  for (const _ in object) return false
  return true
}
