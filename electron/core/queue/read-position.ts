import type { QueueProjectDetail } from '../../../shared/contract/queue.ts'
import { queuePositionId, readPositionId } from '../../../shared/domain/queue/position-id.ts'
import type { Db } from '../db/database.ts'
import { findQueueProjects } from './find-queue-projects.ts'

/**
 * The request that a site's field names, in the editions that count; null where none holds it. An operator's own file
 * comes before a collection of all operators, and a study cycle before the list that the request moved on from.
 */
export function readPosition(db: Db, positionId: string): QueueProjectDetail | null {
  const wanted = readPositionId(positionId)
  if (wanted === null) return null
  const ids = db
    .prepare(
      `SELECT DISTINCT queue_id FROM data_set JOIN queue_project ON queue_project.edition = data_set.edition
       WHERE data_set.kind = 'queue' AND iso = @iso AND (queue_id = @queueId OR
         substr(queue_id, 1, length(@queueId) + 12) = @queueId || ' - moved to ')
       ORDER BY queue_id`,
    )
    .pluck()
    .all(wanted) as string[]
  const found = ids
    .flatMap((queueId) => findQueueProjects(db, queueId, wanted.iso))
    .filter(({ project }) => queuePositionId(project) === positionId)
  const rankOf = db
    .prepare(
      `SELECT format IN ('queue.lbnl', 'queue.gridstatus') * 2 + (format = 'queue.pjm') FROM data_set WHERE name = ?`,
    )
    .pluck()
  const ranked = found.map((detail) => ({ detail, rank: rankOf.get(detail.dataSet) as number }))
  return ranked.sort((a, b) => a.rank - b.rank)[0]?.detail ?? null
}
