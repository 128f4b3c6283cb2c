import { siteField } from '../../../shared/domain/site/site-fields.ts'
import type { SiteValue } from '../../../shared/domain/site/site-value.ts'
import type { Command } from '../command.ts'
import { textTable } from '../text-table.ts'

/** Prints a site: every attribute with what vouches for it, its notes and the rows it came from. */
export const show: Command = {
  name: 'show',
  summary: 'print what the catalog knows of a site',
  options: { site: { type: 'string', value: 'ID', help: 'the site', isRequired: true } },
  async run(context) {
    const siteId = String(context.options['site'])
    const { client } = await context.open()
    const detail = await client['sites.get']({ siteId })
    const name = detail.attributes.find(({ field }) => field === 'name')?.value ?? siteId
    const attributes = detail.attributes.map((each) => ({
      field: each.field,
      label: siteField(each.field).label,
      value: each.value,
      unit: siteField(each.field).unit ?? null,
      rung: each.rung,
      as_of: each.asOf,
      source: each.source,
      author: each.author,
      origin: each.origin,
      data_set: each.dataSet,
      ...(each.dataSetValue === undefined ? {} : { data_set_value: each.dataSetValue }),
    }))
    const notes = detail.notes.map((note) => ({
      note_id: note.noteId,
      text: note.text,
      author: note.author,
      created_at: new Date(note.createdAt).toISOString(),
      edited_at: new Date(note.editedAt).toISOString(),
    }))
    const records = detail.records.map((record) => ({
      data_set: record.dataSet,
      row: record.rowNumber,
      source: record.source,
      cells: record.cells,
    }))
    const table = textTable(
      [
        { heading: 'Field' },
        { heading: 'Value', maxWidth: 60 },
        { heading: 'Rung' },
        { heading: 'As of' },
        { heading: 'From' },
        { heading: 'Source', maxWidth: 70 },
      ],
      attributes.map((each) => [
        each.label,
        valueText(each.value, each.unit),
        each.rung,
        each.as_of ?? '',
        each.origin === 'data_set' ? (each.data_set ?? '') : `${each.origin}, ${each.author}`,
        each.source,
      ]),
    )
    const noteLines = notes.map((note) => `Note of ${note.author}, ${note.edited_at.slice(0, 10)}: ${note.text}`)
    const recordLines = records.map((record) => `Row ${record.row} of ${record.data_set}`)
    return {
      json: { site_id: siteId, name, attributes, notes, records },
      text: [`${name} (${siteId})`, '', table, '', ...noteLines, ...recordLines].join('\n').trimEnd(),
    }
  },
}

/** A value with its unit, on one line. */
function valueText(value: SiteValue, unit: string | null): string {
  if (value === null) return ''
  if (typeof value === 'object') return `${value.latitude}, ${value.longitude}`
  return unit === null ? String(value) : `${value} ${unit}`
}
