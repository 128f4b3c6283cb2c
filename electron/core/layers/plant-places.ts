import type { Db } from '../db/database.ts'
import type { RecordFeature } from './record-features.ts'

interface Row {
  readonly plantId: string
  readonly name: string | null
  readonly state: string | null
  readonly latitude: number
  readonly longitude: number
  readonly operatingMw: number | null
  readonly retiringMw: number | null
  readonly units: number
}

/** The power plants of the EIA files by place, with the megawatts of their units as the newest list has them. */
export function plantPlaces(db: Db): RecordFeature[] {
  const rows = db
    .prepare(
      `WITH record AS (
         SELECT reference_record.* FROM data_set JOIN reference_record ON reference_record.edition = data_set.edition
         WHERE plant_id IS NOT NULL
       ),
       unit AS (
         SELECT * FROM record WHERE schedule = 'eia-860m' OR (schedule = 'eia-860-generator'
           AND plant_id NOT IN (SELECT plant_id FROM record WHERE schedule = 'eia-860m'))
       )
       SELECT plant.plant_id AS plantId, max(plant.name) AS name, max(plant.state) AS state,
         max(plant.latitude) AS latitude, max(plant.longitude) AS longitude,
         figures.operatingMw, figures.retiringMw, coalesce(figures.units, 0) AS units
       FROM record AS plant LEFT JOIN (
         SELECT plant_id, count(*) AS units,
           sum(CASE WHEN stage = 'in_service' THEN capacity_mw END) AS operatingMw,
           sum(CASE WHEN retirement_year IS NOT NULL AND stage = 'in_service' THEN capacity_mw END) AS retiringMw
         FROM unit GROUP BY plant_id
       ) AS figures ON figures.plant_id = plant.plant_id
       WHERE plant.latitude IS NOT NULL AND plant.longitude IS NOT NULL GROUP BY plant.plant_id`,
    )
    .all() as Row[]
  return rows.map(({ plantId, name, state, latitude, longitude, operatingMw, retiringMw, units }) => ({
    name: name ?? `EIA plant ${plantId}`,
    latitude,
    longitude,
    attributes: {
      'Operating MW': operatingMw,
      'Retiring MW': retiringMw,
      Units: units,
      State: state,
      'EIA plant ID': plantId,
    },
  }))
}
