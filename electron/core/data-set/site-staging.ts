import type { RejectedRow } from '../../../shared/contract/jobs.ts'
import type { Db } from '../db/database.ts'
import type { ImportedRecord } from '../import/imported-record.ts'
import type { CommitTarget, ImportDifference, Staged } from '../import/importer.ts'
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
      difference: (dataSet) => (dataSet === undefined ? this.#differenceOfNew() : diffSites(this.#db, dataSet)),
      preview: (dataSet) => previewSites(this.#db, dataSet),
      commit: (target: CommitTarget) => commitSites(this.#db, target, this.#rowOfSite),
      drop: () => this.drop(),
    }
  }

  /** What a data set that is new does; its rows are not read back for that. */
  #differenceOfNew(): ImportDifference {
    let updated = 0
    for (const id of this.#db.prepare('SELECT id FROM site').pluck().iterate() as Iterable<string>)
      if (this.#rowOfSite.has(id)) updated++
    return { added: this.recordCount - updated, updated, unchanged: 0, removed: 0 }
  }

  drop(): void {
    this.#table.drop()
  }
}
