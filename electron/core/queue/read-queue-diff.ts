import { AppError } from '../../../shared/contract/errors.ts'
import type { QueueDiffReport } from '../../../shared/contract/queue.ts'
import { diffQueues } from '../../../shared/domain/queue/diff-queues.ts'
import { countChanges, type QueueChangeKind, queueChanges } from '../../../shared/domain/queue/queue-changes.ts'
import type { Db } from '../db/database.ts'
import { readQueueEditions } from './read-queue-editions.ts'
import { queueOfEdition } from './read-queue-projects.ts'

export interface QueueDiffRequest {
  readonly before: number
  readonly after: number
  readonly kind: QueueChangeKind | null
  readonly text: string
  readonly limit: number
}

/** What changed from one stored edition of a queue to another. @throws AppError not_found, bad_input */
export function readQueueDiff(db: Db, { before, after, kind, text, limit }: QueueDiffRequest): QueueDiffReport {
  const editions = readQueueEditions(db)
  const find = (key: number) => {
    const edition = editions.find((each) => each.edition === key)
    if (!edition)
      throw new AppError('not_found', 'The catalog no longer holds that edition of the queue; choose another.')
    return edition
  }
  const [old, now] = [find(before), find(after)]
  if (old.dataSet !== now.dataSet)
    throw new AppError('bad_input', `${old.title} and ${now.title} are of two queues; choose two editions of one.`)
  const diff = diffQueues(queueOfEdition(db, before), queueOfEdition(db, after))
  const changes = queueChanges(diff)
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const shown = changes.filter(({ project, kinds }) => {
    if (kind !== null && !kinds.includes(kind)) return false
    const { queueId, projectName, developer, poi, county, state } = project
    const said = [queueId, projectName, developer, poi, county, state].join(' ').toLowerCase()
    return words.every((word) => said.includes(word))
  })
  return {
    before: old,
    after: now,
    compared: diff.compared,
    changed: changes.length,
    counts: countChanges(changes),
    found: shown.length,
    changes: shown.slice(0, limit),
  }
}
