import type { RejectedRow } from '../../../shared/contract/jobs.ts'
import type { Db } from '../db/database.ts'
import type { ImportedRecord } from '../import/imported-record.ts'
import type { CommitTarget, Staged } from '../import/importer.ts'
import { commitSites } from './commit-sites.ts'
import { diffSites } from './diff-sites.ts'
import { previewSites } from './preview-sites.ts'
import { StagedTable } from './staged-table.ts'

/** Most rejected rows that a report lists. */
const MOST_LISTED = 1_000

/** The records of one import, each site once, and the rows that cannot go in. */
export class SiteStaging {
  readonly rejected: RejectedRow[] = []
  rejectedCount = 0
  readonly #db: Db
  readonly #table: StagedTable
  readonly #rowOfSite = new Map<string, number>()

  constructor(db: Db) {
    this.#db = db
    this.#table = new StagedTable(db)
  }

  get recordCount(): number {
    return this.#table.count
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
    this.#table.add(record)
  }

  reject(row: RejectedRow): void {
    this.rejectedCount++
    if (this.rejected.length < MOST_LISTED) this.rejected.push(row)
  }

  /** Everything is staged; `rowsRead` counts the file's rows below its header. */
  finish(rowsRead: number): Staged {
    this.#table.flush()
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
    this.#table.drop()
  }
}
