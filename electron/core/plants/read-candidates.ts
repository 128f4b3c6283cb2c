import type { PlantCandidate } from '../../../shared/contract/plants.ts'
import { type PlantUnit, sumUnits } from '../../../shared/domain/plants/sum-units.ts'
import type { Db } from '../db/database.ts'

interface UnitRow extends PlantUnit {
  readonly plantId: string
  readonly schedule: string
  readonly name: string | null
  readonly state: string | null
  readonly county: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly title: string
}

/** A plant that could be a site, with the date of the edition that says so. */
export interface Candidate extends PlantCandidate {
  readonly asOf: string | null
}

/** Plants with retired or retiring units whose code no site has, the largest first. */
export function readCandidates(db: Db, plantId: string | null = null): Candidate[] {
  const rows = db
    .prepare(
      `SELECT unit.plant_id AS plantId, unit.schedule, unit.name, unit.state, unit.county, unit.stage,
         unit.capacity_mw AS capacityMw, unit.retirement_year AS retirementYear,
         coalesce(unit.latitude, plant.latitude) AS latitude, coalesce(unit.longitude, plant.longitude) AS longitude,
         edition.title, edition.as_of AS asOf
       FROM data_set JOIN reference_record AS unit ON unit.edition = data_set.edition
       JOIN import_edition AS edition ON edition.key = data_set.edition
       LEFT JOIN (
         SELECT plant_id, max(record.latitude) AS latitude, max(record.longitude) AS longitude
         FROM data_set JOIN reference_record AS record ON record.edition = data_set.edition
         WHERE record.schedule = 'eia-860-plant' AND record.latitude IS NOT NULL GROUP BY plant_id
       ) AS plant ON plant.plant_id = unit.plant_id
       WHERE unit.schedule IN ('eia-860m', 'eia-860-generator') AND unit.plant_id IS NOT NULL
         AND (@plantId IS NULL OR unit.plant_id = @plantId)
         AND unit.plant_id NOT IN (SELECT eia_plant_id FROM site WHERE eia_plant_id IS NOT NULL)
       ORDER BY unit.schedule DESC, data_set.key, unit.position`,
    )
    .all({ plantId }) as (UnitRow & { asOf: string | null })[]
  const byPlant = new Map<string, (typeof rows)[number][]>()
  for (const row of rows) {
    const units = byPlant.get(row.plantId)
    // The monthly inventory is newer than the annual tables, and speaks for the plants that it lists.
    if (units && units[0]?.schedule === row.schedule) units.push(row)
    else if (!units) byPlant.set(row.plantId, [row])
  }
  return [...byPlant]
    .flatMap(([id, units]) => {
      const capacity = sumUnits(units)
      const [first] = units
      if (!first || capacity.retiredMw + capacity.retiringMw <= 0) return []
      const { name, state, county, latitude, longitude, title, asOf } = first
      const position = latitude === null || longitude === null ? null : { latitude, longitude }
      return [{ plantId: id, name: name ?? `EIA plant ${id}`, state, county, position, ...capacity, title, asOf }]
    })
    .sort((a, b) => b.retiredMw + b.retiringMw - a.retiredMw - a.retiringMw)
}
