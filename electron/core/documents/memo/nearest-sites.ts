import type { SiteColumns } from '../../../../shared/columns/site-columns.ts'

export interface NearSite {
  readonly row: number
  readonly name: string
  readonly miles: number
}

const EARTH_RADIUS_MI = 3_958.76
const FARTHEST_MI = 300

/** The catalog's sites nearest to one of them, by great circle, nearest first, within 300 miles. */
export function nearestSites(columns: SiteColumns, row: number, count: number): readonly NearSite[] {
  const found: NearSite[] = []
  for (let other = 0; other < columns.count; other += 1) {
    if (other === row) continue
    const miles = milesBetween(columns, row, other)
    if (!(miles <= FARTHEST_MI)) continue
    found.push({ row: other, name: columns.names[other] ?? '', miles })
  }
  return found.sort((one, next) => one.miles - next.miles).slice(0, count)
}

function milesBetween({ numbers: { latitude, longitude } }: SiteColumns, one: number, other: number): number {
  const radians = (degrees = Number.NaN) => (degrees * Math.PI) / 180
  const from = radians(latitude[one])
  const to = radians(latitude[other])
  const across = radians((longitude[other] ?? Number.NaN) - (longitude[one] ?? Number.NaN))
  const half = Math.sin((to - from) / 2) ** 2 + Math.cos(from) * Math.cos(to) * Math.sin(across / 2) ** 2
  return 2 * EARTH_RADIUS_MI * Math.asin(Math.min(1, Math.sqrt(half)))
}
