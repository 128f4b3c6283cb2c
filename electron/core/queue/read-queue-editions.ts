import type { QueueEditionInfo } from '../../../shared/contract/queue.ts'
import type { Db } from '../db/database.ts'

/** All editions of queues that the catalog holds and that were not taken back, the newest of each data set first. */
export function readQueueEditions(db: Db): QueueEditionInfo[] {
  const rows = db
    .prepare(
      `SELECT edition.key AS edition, data_set_name AS dataSet, title, edition.as_of AS asOf,
         edition.file_name AS fileName, edition.record_count AS projects, edition.imported_at AS importedAt,
         data_set.edition = edition.key AS isCurrent
       FROM import_edition AS edition JOIN data_set ON data_set.name = data_set_name
       WHERE edition.kind = 'queue' AND is_undone = 0
       ORDER BY data_set_name, edition.as_of DESC, edition.key DESC`,
    )
    .all() as (Omit<QueueEditionInfo, 'isCurrent'> & { isCurrent: number })[]
  return rows.map((row) => ({ ...row, isCurrent: row.isCurrent === 1 }))
}
