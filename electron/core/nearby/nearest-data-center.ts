import { boxAround } from '../../../shared/domain/nearby/box-distance.ts'
import type { LngLat } from '../../../shared/map/geodesy/lng-lat.ts'
import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import { type NearestCandidate, nearestPlace, type PlacedCandidate } from './nearest-place.ts'

export interface DataCenterSite extends PlacedCandidate {
  readonly siteId: string
  readonly name: string
  readonly energizedMw: number | null
  readonly precision: string | null
}

/** The nearest other site of the catalog that is a data center or a campus for computing. */
export function nearestDataCenter(
  db: Db,
  from: LngLat,
  radiusM: number,
  siteId: string,
): NearestCandidate<DataCenterSite> | null {
  const rows = prepared(
    db,
    `SELECT id AS siteId, name, longitude, latitude, energized_mw AS energizedMw, coordinate_precision AS precision
     FROM site_rtree AS box CROSS JOIN site ON site.key = box.key
     WHERE box.east >= @west AND box.west <= @east AND box.north >= @south AND box.south <= @north
       AND kind IN ('data_center', 'hpc_campus') AND id <> @siteId AND latitude IS NOT NULL`,
  ).all({ ...boxAround(from, radiusM), siteId }) as DataCenterSite[]
  return nearestPlace(from, rows, radiusM)
}
