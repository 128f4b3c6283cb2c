import { type QueueProject, queueKey } from '../../../shared/domain/queue/queue-project.ts'
import type { Db } from '../db/database.ts'
import { QUEUE_PROJECT_COLUMNS } from './read-queue-projects.ts'

export type StoredRequest = QueueProject & { readonly dataSet: string; readonly format: string }

export interface StoredRequests {
  /** Each once though it may stand in several files. */
  readonly requests: readonly StoredRequest[]
  /**
   * Those that say how many give up: of each operator, from files that list both what was withdrawn and what was
   * built. Some list the one or the other alone; a collection then speaks for the operator.
   */
  readonly settled: readonly StoredRequest[]
}

/** Collections of other operators' queues; an operator's own file says it newer and in full. */
const COLLECTIONS: ReadonlySet<string> = new Set(['queue.lbnl', 'queue.gridstatus'])

/** What of the editions that count holds for all states: operators with a file of their own, and who tells of both ends. */
export interface QueueFiles {
  readonly covered: ReadonlySet<string>
  /** Data sets and operators, "LBNL queues ERCOT", with requests that were withdrawn and requests that were built. */
  readonly telling: ReadonlySet<string>
}

export function readQueueFiles(db: Db): QueueFiles {
  return { covered: coveredOperators(db), telling: tellingFiles(db) }
}

/** The requests of a state in the editions that count. */
export function requestsOfState(db: Db, state: string, { covered, telling }: QueueFiles): StoredRequests {
  const rows = db
    .prepare(
      `SELECT ${QUEUE_PROJECT_COLUMNS}, data_set.name AS dataSet, data_set.format
       FROM data_set JOIN queue_project ON queue_project.edition = data_set.edition
       WHERE data_set.kind = 'queue' AND state = ? COLLATE NOCASE ORDER BY data_set.key, position`,
    )
    .all(state) as StoredRequest[]
  const inCycle = new Set(rows.filter(({ format }) => format === 'queue.pjm-cycle').map(queueKey))
  const isOnce = (row: StoredRequest) =>
    !(COLLECTIONS.has(row.format) && covered.has(row.iso)) &&
    !(row.format === 'queue.pjm' && inCycle.has(queueKey(row)))
  const requests = rows.filter(isOnce)
  const tells = ({ dataSet, iso }: StoredRequest) => telling.has(`${dataSet} ${iso}`)
  const told = requests.filter(tells)
  const toldOperators = new Set(told.map(({ iso }) => iso))
  const spokenFor = new Map<string, string>()
  for (const row of rows)
    if (tells(row) && !toldOperators.has(row.iso) && !spokenFor.has(row.iso)) spokenFor.set(row.iso, row.dataSet)
  return { requests, settled: [...told, ...rows.filter(({ iso, dataSet }) => spokenFor.get(iso) === dataSet)] }
}

function coveredOperators(db: Db): Set<string> {
  return new Set(
    db
      .prepare(
        `SELECT DISTINCT iso FROM data_set JOIN queue_project ON queue_project.edition = data_set.edition
         WHERE data_set.kind = 'queue' AND data_set.format NOT IN ('queue.lbnl', 'queue.gridstatus')`,
      )
      .pluck()
      .all() as string[],
  )
}

function tellingFiles(db: Db): Set<string> {
  return new Set(
    db
      .prepare(
        `SELECT data_set.name || ' ' || iso FROM data_set JOIN queue_project ON queue_project.edition = data_set.edition
         WHERE data_set.kind = 'queue' GROUP BY data_set.key, iso
         HAVING max(stage = 'withdrawn') AND max(stage IN ('in_service', 'retired'))`,
      )
      .pluck()
      .all() as string[],
  )
}
