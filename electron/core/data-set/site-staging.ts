import type { PreviewPoint, RejectedRow } from '../../../shared/contract/jobs.ts'
import type { Db } from '../db/database.ts'
import type { ImportedRecord } from '../import/imported-record.ts'
import type { CommitTarget, ImportDifference, Staged } from '../import/importer.ts'
import { commitSites, hasRecords } from './commit-sites.ts'
import { diffSites } from './diff-sites.ts'
import { previewNewSites, previewSites } from './preview-sites.ts'
import { StagedRecords } from './staged-records.ts'
import { dropStagedTable, fillStagedTable } from './staged-table.ts'

/** Most rejected rows that a report lists. */
const MOST_LISTED = 1_000

/** The records of one import, held in memory until they go in. */
export class SiteStaging {
  readonly rejected: RejectedRow[] = []
  rejectedCount = 0
  readonly #db: Db
  readonly #records = new StagedRecords()
  readonly #rowOfSite = new Map<string, number>()

  constructor(db: Db) {
    this.#db = db
    dropStagedTable(db)
  }

  get recordCount(): number {
    return this.#records.count
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
    this.#records.add(record)
  }

  reject(row: RejectedRow): void {
    this.rejectedCount++
    if (this.rejected.length < MOST_LISTED) this.rejected.push(row)
  }

  /** Everything is staged; `rowsRead` counts the file's rows below its header. */
  finish(rowsRead: number): Staged {
    return {
      records: rowsRead,
      accepted: this.recordCount,
      rejected: this.rejected,
      rejectedCount: this.rejectedCount,
      summary: {},
      difference: (dataSet) => this.#difference(dataSet),
      preview: (dataSet) => this.#preview(dataSet),
      commit: (target: CommitTarget) => commitSites(this.#db, target, this.#records),
      drop: () => this.drop(),
    }
  }

  drop(): void {
    this.#records.clear()
    this.#rowOfSite.clear()
    dropStagedTable(this.#db)
  }

  #difference(dataSet: number | undefined): ImportDifference {
    if (dataSet !== undefined && hasRecords(this.#db, dataSet)) {
      fillStagedTable(this.#db, this.#records)
      return diffSites(this.#db, dataSet)
    }
    const updated = this.#countKnown()
    return { added: this.recordCount - updated, updated, unchanged: 0, removed: 0 }
  }

  /** After `difference`, which marks the staged table. */
  #preview(dataSet: number | undefined): PreviewPoint[] {
    return dataSet !== undefined && hasRecords(this.#db, dataSet)
      ? previewSites(this.#db, dataSet)
      : previewNewSites(this.#db, this.#records)
  }

  #countKnown(): number {
    let known = 0
    const ids = this.#db.prepare('SELECT id FROM site').pluck().iterate() as Iterable<string>
    for (const id of ids) if (this.#rowOfSite.has(id)) known++
    return known
  }
}
