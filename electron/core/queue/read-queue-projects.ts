import type { QueueProject } from '../../../shared/domain/queue/queue-project.ts'
import type { Db } from '../db/database.ts'

/** The fields of a project, to be selected from queue_project. */
export const QUEUE_PROJECT_COLUMNS = `iso, queue_id AS queueId, direction, project_name AS projectName, developer, utility, poi, county, state,
  capacity_mw AS capacityMw, summer_mw AS summerMw, winter_mw AS winterMw, resource, stage, raw_status AS rawStatus,
  queue_date AS queueDate, proposed_cod AS proposedCod, status_date AS statusDate, withdrawn_date AS withdrawnDate,
  in_service_date AS inServiceDate`

/** The projects of one edition in the order of its file. */
export function queueOfEdition(db: Db, edition: number): QueueProject[] {
  return db
    .prepare(`SELECT ${QUEUE_PROJECT_COLUMNS} FROM queue_project WHERE edition = ? ORDER BY position`)
    .all(edition) as QueueProject[]
}

/** The projects of the edition that counts of a data set; none where its first import was taken back. */
export function currentQueue(db: Db, dataSet: number): QueueProject[] {
  const edition = db.prepare('SELECT edition FROM data_set WHERE key = ?').pluck().get(dataSet) as number | null
  return edition === null ? [] : queueOfEdition(db, edition)
}
