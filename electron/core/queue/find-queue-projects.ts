import type { QueueProjectDetail } from '../../../shared/contract/queue.ts'
import type { QueueProject } from '../../../shared/domain/queue/queue-project.ts'
import type { Db } from '../db/database.ts'
import { QUEUE_PROJECT_COLUMNS } from './read-queue-projects.ts'

interface Row extends QueueProject {
  readonly dataSet: string
  readonly edition: number
  readonly fileName: string
  readonly sheet: string | null
  readonly row: number
  readonly fips: string | null
  readonly extra: string
  readonly precision: string | null
}

/** The rows of a request in the editions that count, with where they stand and what else they say. */
export function findQueueProjects(db: Db, queueId: string, iso: string | undefined): QueueProjectDetail[] {
  const rows = db
    .prepare(
      `SELECT ${QUEUE_PROJECT_COLUMNS}, data_set.name AS dataSet, data_set.edition, data_set.file_name AS fileName, sheet,
         row_number AS row, fips, extra, date_precision AS precision
       FROM data_set JOIN queue_project ON queue_project.edition = data_set.edition
       WHERE queue_id = ? COLLATE NOCASE AND (? IS NULL OR iso = ?) ORDER BY data_set.key, position LIMIT 100`,
    )
    .all(queueId, iso ?? null, iso ?? null) as Row[]
  return rows.map(({ dataSet, edition, fileName, sheet, row, fips, extra, precision, ...project }) => ({
    project,
    dataSet,
    edition,
    fileName,
    sheet,
    row,
    fips: fips === null ? [] : fips.split(' '),
    extra: JSON.parse(extra) as Record<string, string>,
    precision: precision === null ? {} : (JSON.parse(precision) as Record<string, string>),
  }))
}
