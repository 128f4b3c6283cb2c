import type { ExportColumn } from '../../../../shared/domain/export/export-columns.ts'
import type { ExportProfile } from '../../../../shared/domain/export/export-profile.ts'
import type { ExportSideTable } from './export-content.ts'
import { QUEUE_COLUMNS } from './queue-rows.ts'

const NOTES: ExportSideTable = {
  name: 'notes',
  title: 'Notes',
  columns: texts('site_id', 'note_id', 'author', 'created_at', 'edited_at', 'text'),
}

const SOURCES: ExportSideTable = {
  name: 'sources',
  title: 'Sources',
  columns: texts('site_id', 'field', 'value', 'unit', 'source', 'as_of', 'rung', 'data_set'),
}

const QUEUE_NUMBERS = new Set(['capacity_mw', 'summer_mw', 'winter_mw'])

const QUEUE: ExportSideTable = {
  name: 'queue',
  title: 'Queue projects',
  columns: texts(...QUEUE_COLUMNS).map((column) =>
    QUEUE_NUMBERS.has(column.name) ? { ...column, type: 'number' } : column,
  ),
}

/**
 * Notes go out where the column of notes does; a teaser has no sources, since they name the site, and no queue, since
 * the projects named beside a site give it away.
 */
export function sideTables(
  profile: ExportProfile,
  columns: readonly ExportColumn[],
  withQueue: boolean,
): readonly ExportSideTable[] {
  if (profile === 'teaser') return []
  const notes = columns.some((column) => column.name === 'deal_notes') ? [NOTES] : []
  return [...notes, SOURCES, ...(withQueue ? [QUEUE] : [])]
}

function texts(...names: string[]): ExportColumn[] {
  return names.map((name) => ({ name, label: name, type: 'text', group: 'judgement' }))
}
