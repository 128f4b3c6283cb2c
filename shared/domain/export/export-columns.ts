import { SITE_FIELD_KEYS, type SiteFieldGroup, type SiteFieldKey, siteField } from '../site/site-fields.ts'
import { STRATEGIES } from '../site/strategies.ts'

/** One column of an exported table. */
export interface ExportColumn {
  /** Name in the file: what it is, with its unit. */
  readonly name: string
  /** What a user reads when choosing columns. */
  readonly label: string
  readonly type: 'text' | 'number'
  readonly group: ExportColumnGroup
}

export type ExportColumnGroup = SiteFieldGroup | 'judgement'

/** A field's name in files: energizedMw is energized_mw. */
export function exportName(key: SiteFieldKey): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** All columns in their order: id, every field (the position as two), the notes, then what ranking says. */
export const EXPORT_COLUMNS: readonly ExportColumn[] = [
  { name: 'site_id', label: 'Site id', type: 'text', group: 'identity' },
  ...SITE_FIELD_KEYS.flatMap(fieldColumns),
  { name: 'deal_notes', label: 'Notes of the team', type: 'text', group: 'judgement' },
  { name: 'rank', label: 'Rank', type: 'number', group: 'judgement' },
  { name: 'score', label: 'Score', type: 'number', group: 'judgement' },
  { name: 'verdict', label: 'Verdict', type: 'text', group: 'judgement' },
  ...STRATEGIES.map(
    (strategy): ExportColumn => ({
      name: `npv_usd_per_mw_${strategy}`,
      label: `Value per MW, ${strategy}`,
      type: 'number',
      group: 'judgement',
    }),
  ),
]

/** The names of all columns, in order. */
export const EXPORT_NAMES: readonly string[] = EXPORT_COLUMNS.map((column) => column.name)

function fieldColumns(key: SiteFieldKey): ExportColumn[] {
  const { label, type, group } = siteField(key)
  if (type === 'position')
    return [
      { name: 'latitude', label: 'Latitude', type: 'number', group },
      { name: 'longitude', label: 'Longitude', type: 'number', group },
    ]
  return [{ name: exportName(key), label, type: type === 'number' ? 'number' : 'text', group }]
}
