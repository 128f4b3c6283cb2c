import { diffQueues } from '../../../../shared/domain/queue/diff-queues.ts'
import { summariseQueue } from '../../../../shared/domain/queue/summarise-queue.ts'
import type { Db } from '../../db/database.ts'
import { insertQueueProjects } from '../../queue/insert-queue-projects.ts'
import { currentQueue } from '../../queue/read-queue-projects.ts'
import type { ImportDifference, StageContext, Staged } from '../importer.ts'
import type { ReadQueue } from './read-queue.ts'

const MOST_LISTED = 1_000

/** A queue that is read and waits to go in as an edition of its own; the records are few enough to be held. */
export function stageQueue({ db }: StageContext, { records, rejected, countySuggestions }: ReadQueue): Staged {
  const projects = records.map((record) => record.project)
  return {
    records: records.length,
    accepted: records.length,
    rejected: rejected.slice(0, MOST_LISTED),
    rejectedCount: rejected.length,
    summary: {
      ...summariseQueue(projects),
      by_sheet: bySheet(records),
      counties: {
        recognised: records.filter(({ fips }) => fips.length > 0).length,
        suggestions: Object.fromEntries([...countySuggestions].slice(0, MOST_LISTED)),
      },
    },
    difference: (dataSet) => difference(db, dataSet, projects),
    commit: ({ edition }) => insertQueueProjects(db, edition, records),
    drop() {},
  }
}

function bySheet(records: ReadQueue['records']): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { sheet } of records) counts[sheet ?? 'None'] = (counts[sheet ?? 'None'] ?? 0) + 1
  return counts
}

function difference(db: Db, dataSet: number | undefined, projects: Parameters<typeof diffQueues>[1]): ImportDifference {
  if (dataSet === undefined) return { added: projects.length, updated: 0, unchanged: 0, removed: 0 }
  const { compared, added, removed, changed } = diffQueues(currentQueue(db, dataSet), projects)
  return {
    added: added.length,
    updated: changed.length,
    unchanged: compared - changed.length,
    removed: removed.length,
  }
}
