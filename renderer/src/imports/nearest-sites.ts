import { geoDistance } from 'd3-geo'
import type { SiteColumns } from '../../../shared/columns/site-columns.ts'
import type { ImportReport } from '../../../shared/contract/jobs.ts'

export interface NearSite {
  readonly siteId: string
  readonly name: string
  readonly kilometres: number
}

const EARTH_RADIUS_KM = 6_371
/** Farther away a photo says nothing of a site. */
const MOST_KILOMETRES = 50
const MOST_SITES = 5

/** The sites around the place where a photo was taken, nearest first; none for what has no place. */
export function nearestSites(columns: SiteColumns, { summary }: Pick<ImportReport, 'summary'>): NearSite[] {
  const { latitude, longitude } = summary
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return []
  return columns.ids
    .map((siteId, row) => ({
      siteId,
      name: columns.names[row] ?? siteId,
      kilometres:
        EARTH_RADIUS_KM *
        geoDistance(
          [longitude, latitude],
          [columns.numbers.longitude[row] ?? Number.NaN, columns.numbers.latitude[row] ?? Number.NaN],
        ),
    }))
    .filter(({ kilometres }) => kilometres <= MOST_KILOMETRES)
    .sort((a, b) => a.kilometres - b.kilometres)
    .slice(0, MOST_SITES)
}
