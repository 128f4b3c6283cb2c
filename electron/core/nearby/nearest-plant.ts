import { boxAround } from '../../../shared/domain/nearby/box-distance.ts'
import { type PlantUnit, sumUnits } from '../../../shared/domain/plants/sum-units.ts'
import type { LngLat } from '../../../shared/map/geodesy/lng-lat.ts'
import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import { type NearestCandidate, nearestPlace, type PlacedCandidate } from './nearest-place.ts'

export interface PlacedPlant extends PlacedCandidate {
  readonly plantId: string
  readonly name: string | null
  readonly title: string
  readonly asOf: string | null
  readonly importedAt: number
}

/** Whether a table in the catalog says where plants stand. */
export function hasPlants(db: Db): boolean {
  return (
    prepared(
      db,
      `SELECT 1 FROM data_set JOIN reference_record AS record ON record.edition = data_set.edition
       WHERE record.latitude IS NOT NULL AND record.plant_id IS NOT NULL LIMIT 1`,
    ).get() !== undefined
  )
}

/** The nearest plant of the EIA's tables that is not the site itself. */
export function nearestPlant(
  db: Db,
  from: LngLat,
  radiusM: number,
  ownPlantId: string | null,
): NearestCandidate<PlacedPlant> | null {
  const box = boxAround(from, radiusM)
  const rows = prepared(
    db,
    `SELECT plant_id AS plantId, record.name, longitude, latitude, edition.title, edition.as_of AS asOf,
       data_set.imported_at AS importedAt
     FROM reference_record AS record JOIN data_set ON data_set.edition = record.edition
     JOIN import_edition AS edition ON edition.key = record.edition
     WHERE latitude BETWEEN @south AND @north AND longitude BETWEEN @west AND @east
       AND plant_id IS NOT NULL AND plant_id IS NOT @ownPlantId`,
  ).all({ ...box, ownPlantId }) as PlacedPlant[]
  return nearestPlace(from, rows, radiusM)
}

/** Nameplate megawatts of a plant's units, 0 where no table lists them. */
export function plantMegawatts(db: Db, plantId: string): number {
  const rows = prepared(
    db,
    `SELECT schedule, stage, capacity_mw AS capacityMw, retirement_year AS retirementYear
     FROM reference_record AS record JOIN data_set ON data_set.edition = record.edition
     WHERE plant_id = ? AND schedule IN ('eia-860m', 'eia-860-generator') ORDER BY schedule DESC`,
  ).all(plantId) as (PlantUnit & { schedule: string })[]
  // The monthly inventory is newer than the annual tables.
  return sumUnits(rows.filter(({ schedule }) => schedule === rows[0]?.schedule)).nameplateMw
}
