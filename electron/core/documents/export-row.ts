import type { SiteDetail, SiteNote } from '../../../shared/contract/sites.ts'
import { exportName } from '../../../shared/domain/export/export-columns.ts'
import type { Ranking } from '../../../shared/domain/ranking/ranking.ts'
import { SITE_FIELD_KEYS, type SiteFieldKey, siteField } from '../../../shared/domain/site/site-fields.ts'
import type { Position, SiteValue } from '../../../shared/domain/site/site-value.ts'
import { STRATEGIES, VERDICTS } from '../../../shared/domain/site/strategies.ts'
import type { ExportRow, ExportValue } from './export/export-content.ts'

/** A site's whole row: every column that any profile may show. @param row the site's row in the columns that were ranked. */
export function exportRow(detail: SiteDetail, ranking: Ranking, row: number): ExportRow {
  const values = new Map<SiteFieldKey, SiteValue>(detail.attributes.map(({ field, value }) => [field, value]))
  const position = (values.get('position') ?? null) as Position | null
  const entries: [string, ExportValue][] = [['site_id', detail.siteId]]
  for (const key of SITE_FIELD_KEYS) {
    if (key === 'position')
      entries.push(['latitude', position?.latitude ?? null], ['longitude', position?.longitude ?? null])
    else entries.push([exportName(key), (values.get(key) ?? null) as ExportValue])
  }
  entries.push(
    ['deal_notes', detail.notes.length === 0 ? null : detail.notes.map(noteText).join('\n\n')],
    ['rank', known(ranking.rank[row])],
    ['score', known(ranking.score[row])],
    ['verdict', VERDICTS[ranking.verdict[row] ?? VERDICTS.length - 1] ?? null],
    ...STRATEGIES.map((strategy): [string, number | null] => [
      `npv_usd_per_mw_${strategy}`,
      known(ranking.npvUsdPerMw[strategy][row]),
    ]),
  )
  return Object.fromEntries(entries)
}

/** One row a note. */
export function noteRows(detail: SiteDetail): ExportRow[] {
  return detail.notes.map((note) => ({
    site_id: detail.siteId,
    note_id: note.noteId,
    author: note.author,
    created_at: instant(note.createdAt),
    edited_at: instant(note.editedAt),
    text: note.text,
  }))
}

/** One row a value that the catalog knows, with what vouches for it. @param isShown by the name of a column. */
export function sourceRows(detail: SiteDetail, isShown: (name: string) => boolean): ExportRow[] {
  return detail.attributes
    .filter(({ field }) => isShown(field === 'position' ? 'latitude' : exportName(field)))
    .map(({ field, value, source, asOf, rung, dataSet }) => ({
      site_id: detail.siteId,
      field: exportName(field),
      value: valueText(value),
      unit: siteField(field).unit ?? null,
      source,
      as_of: asOf,
      rung,
      data_set: dataSet,
    }))
}

function valueText(value: SiteValue): string | null {
  if (value === null) return null
  return typeof value === 'object' ? `${value.latitude}, ${value.longitude}` : String(value)
}

function noteText(note: SiteNote): string {
  return `${instant(note.createdAt).slice(0, 10)} ${note.author}: ${note.text}`
}

function instant(ms: number): string {
  return new Date(ms).toISOString()
}

function known(number: number | undefined): number | null {
  return number !== undefined && Number.isFinite(number) ? number : null
}
