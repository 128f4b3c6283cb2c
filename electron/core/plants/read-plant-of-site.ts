import type { PlantOfSite, PlantRecord } from '../../../shared/contract/plants.ts'
import { sumUnits } from '../../../shared/domain/plants/sum-units.ts'
import type { Db } from '../db/database.ts'
import { requireSite } from '../site/read-site.ts'

type Row = Omit<PlantRecord, 'cells'> & { readonly schedule: string; readonly names: string; readonly cells: string }

/** What the reference records say of the plant whose code a site has. @throws AppError 'not_found' */
export function readPlantOfSite(db: Db, siteId: string): PlantOfSite {
  requireSite(db, siteId)
  const plantId = db.prepare('SELECT eia_plant_id FROM site WHERE id = ?').pluck().get(siteId) as string | null
  if (plantId === null) return { plantId, ...sumUnits([]), records: [] }
  const rows = db
    .prepare(
      `SELECT data_set.name AS dataSet, edition.title, edition.as_of AS asOf, edition.file_name AS fileName, sheet,
         row_number AS row, schedule, record.name, unit_id AS unitId, status, stage, capacity_mw AS capacityMw,
         retirement_year AS retirementYear, names, cells
       FROM reference_record AS record JOIN data_set ON data_set.edition = record.edition
       JOIN import_edition AS edition ON edition.key = record.edition
       JOIN record_header ON record_header.key = record.header
       WHERE plant_id = ? ORDER BY schedule DESC, data_set.key, position LIMIT 1000`,
    )
    .all(plantId) as Row[]
  const units = rows.filter(({ schedule }) => schedule === 'eia-860m' || schedule === 'eia-860-generator')
  return {
    plantId,
    // The monthly inventory is newer than the annual tables, and speaks for the plants that it lists.
    ...sumUnits(units.filter(({ schedule }) => schedule === units[0]?.schedule)),
    records: rows.map(({ schedule: _, names, cells, ...record }) => {
      const values = JSON.parse(cells) as unknown[]
      return {
        ...record,
        cells: (JSON.parse(names) as string[]).map((name, i): [string, string] => [name, String(values[i] ?? '')]),
      }
    }),
  }
}
