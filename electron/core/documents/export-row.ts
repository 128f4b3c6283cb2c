import type { SiteDetail } from '../../../shared/contract/sites.ts'
import type { Ranking } from '../../../shared/domain/ranking/ranking.ts'
import { SITE_FIELD_KEYS, type SiteFieldKey } from '../../../shared/domain/site/site-fields.ts'
import type { Position, SiteValue } from '../../../shared/domain/site/site-value.ts'
import { STRATEGIES, VERDICTS } from '../../../shared/domain/site/strategies.ts'

/** What an export says of one site: names with their units, in the order of the columns. */
export type ExportRow = Readonly<Record<string, string | number | null>>

/** A field's name in files: energizedMw is energized_mw. */
export function exportName(key: SiteFieldKey): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** The names of an export in order: id, every field (the position as two), then what ranking says. */
export const EXPORT_NAMES: readonly string[] = [
  'site_id',
  ...SITE_FIELD_KEYS.flatMap((key) => (key === 'position' ? ['latitude', 'longitude'] : [exportName(key)])),
  'rank',
  'score',
  'verdict',
  ...STRATEGIES.map((strategy) => `npv_usd_per_mw_${strategy}`),
]

/** @param row the site's row in the columns that were ranked. */
export function exportRow(detail: SiteDetail, ranking: Ranking, row: number): ExportRow {
  const values = new Map<SiteFieldKey, SiteValue>(detail.attributes.map(({ field, value }) => [field, value]))
  const position = (values.get('position') ?? null) as Position | null
  const entries: [string, string | number | null][] = [['site_id', detail.siteId]]
  for (const key of SITE_FIELD_KEYS) {
    if (key === 'position')
      entries.push(['latitude', position?.latitude ?? null], ['longitude', position?.longitude ?? null])
    else entries.push([exportName(key), (values.get(key) ?? null) as string | number | null])
  }
  entries.push(
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

function known(number: number | undefined): number | null {
  return number !== undefined && Number.isFinite(number) ? number : null
}
