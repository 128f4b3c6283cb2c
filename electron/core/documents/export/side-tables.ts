import type { ExportColumn } from '../../../../shared/domain/export/export-columns.ts'
import type { ExportProfile } from '../../../../shared/domain/export/export-profile.ts'
import type { ExportSideTable } from './export-content.ts'

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

/** Notes go out where the column of notes does; a teaser has no sources, since they name the site. */
export function sideTables(profile: ExportProfile, columns: readonly ExportColumn[]): readonly ExportSideTable[] {
  const notes = columns.some((column) => column.name === 'deal_notes') ? [NOTES] : []
  return profile === 'teaser' ? [] : [...notes, SOURCES]
}

function texts(...names: string[]): ExportColumn[] {
  return names.map((name) => ({ name, label: name, type: 'text', group: 'judgement' }))
}
