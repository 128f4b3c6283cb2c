import type { Position } from '../../../../shared/domain/site/site-value.ts'
import type { CountyTable } from './county-table.ts'
import type { ExportRow, ExportValue } from './export-content.ts'

/** Shorter texts, such as a state's two letters, turn up in other texts by chance. */
const LEAST_TELLING_LENGTH = 4

/** Columns whose texts name a site or who is behind it. */
const TELLING = ['name', 'operator', 'owner', 'utility', 'eia_plant_id', 'site_id'] as const

/**
 * What a teaser may say of a site: its place is the middle of its county, or nowhere where the county is not known,
 * and a text that speaks of the site's name, operator, owner or utility is left out.
 * @param row the site's whole row.
 * @param names the columns that the profile shows.
 */
export function teaserRow(
  row: ExportRow,
  names: readonly string[],
  codeName: string,
  counties: CountyTable,
): { row: ExportRow; position: Position | null } {
  const county = row['country'] === 'US' || row['country'] === null ? countyOf(row, counties) : null
  const position = county?.middle ?? null
  const snapped: ExportRow = {
    ...row,
    code_name: codeName,
    latitude: position?.latitude ?? null,
    longitude: position?.longitude ?? null,
    coordinate_precision: position === null ? null : 'county',
    county: county?.name ?? row['county'] ?? null,
  }
  const telling = TELLING.map((name) => row[name])
    .filter((text): text is string => typeof text === 'string' && text.trim().length >= LEAST_TELLING_LENGTH)
    .map((text) => text.trim().toLowerCase())
  const kept = names.map((name): [string, ExportValue] => {
    const value = snapped[name] ?? null
    return [name, name !== 'code_name' && tells(value, telling) ? null : value]
  })
  return { row: Object.fromEntries(kept), position }
}

function countyOf(row: ExportRow, counties: CountyTable) {
  const { latitude, longitude } = row
  const position = typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : null
  return counties.find(textOrNull(row['state']), textOrNull(row['county']), position)
}

function textOrNull(value: ExportValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}

function tells(value: ExportValue, telling: readonly string[]): boolean {
  if (typeof value !== 'string') return false
  const text = value.toLowerCase()
  return telling.some((each) => text.includes(each))
}
