import type { Db } from '../../db/database.ts'
import type { ExportRow } from './export-content.ts'

/** What an export says of a queue project, by the catalog's own names. */
export const QUEUE_COLUMNS = [
  'iso',
  'queue_id',
  'direction',
  'project_name',
  'developer',
  'utility',
  'poi',
  'county',
  'state',
  'fips',
  'capacity_mw',
  'summer_mw',
  'winter_mw',
  'resource',
  'stage',
  'raw_status',
  'queue_date',
  'proposed_cod',
  'status_date',
  'withdrawn_date',
  'in_service_date',
  'data_set',
] as const

/** The projects of the newest edition of every queue in the catalog. */
export function queueRows(db: Db): Iterable<ExportRow> {
  const columns = QUEUE_COLUMNS.map((name) => (name === 'data_set' ? 'data_set.name AS data_set' : `project.${name}`))
  return db
    .prepare(
      `SELECT ${columns.join(', ')} FROM queue_project AS project JOIN data_set ON data_set.edition = project.edition
       ORDER BY data_set.key, project.position`,
    )
    .iterate() as Iterable<ExportRow>
}
