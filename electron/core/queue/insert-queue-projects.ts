import { queueKey } from '../../../shared/domain/queue/queue-project.ts'
import type { Db } from '../db/database.ts'
import type { QueueRecord } from '../import/queue/read-queue.ts'

/** Writes the projects of an edition, inside the transaction of its import. */
export function insertQueueProjects(db: Db, edition: number, records: readonly QueueRecord[]): void {
  const insert = db.prepare(
    `INSERT INTO queue_project (edition, position, iso, queue_id, ordinal, direction, project_name, developer, utility,
       poi, county, state, fips, capacity_mw, summer_mw, winter_mw, resource, stage, raw_status, queue_date,
       proposed_cod, status_date, withdrawn_date, in_service_date, date_precision, extra, sheet, row_number)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const seen = new Map<string, number>()
  for (const [position, { project, sheet, row, extra, precision, fips }] of records.entries()) {
    const key = queueKey(project)
    const ordinal = seen.get(key) ?? 0
    seen.set(key, ordinal + 1)
    insert.run(
      edition,
      position,
      project.iso,
      project.queueId,
      ordinal,
      project.direction,
      project.projectName,
      project.developer,
      project.utility,
      project.poi,
      project.county,
      project.state,
      fips.length > 0 ? fips.join(' ') : null,
      project.capacityMw,
      project.summerMw,
      project.winterMw,
      project.resource,
      project.stage,
      project.rawStatus,
      project.queueDate,
      project.proposedCod,
      project.statusDate,
      project.withdrawnDate,
      project.inServiceDate,
      Object.keys(precision).length > 0 ? JSON.stringify(precision) : null,
      JSON.stringify(extra),
      sheet,
      row,
    )
  }
}
