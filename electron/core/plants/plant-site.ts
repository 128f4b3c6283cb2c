import type { SiteFieldKey } from '../../../shared/domain/site/site-fields.ts'
import type { SiteValue } from '../../../shared/domain/site/site-value.ts'
import type { CellChange } from '../oplog/cell.ts'
import type { CellValue } from '../site/cell-value.ts'
import type { Candidate } from './read-candidates.ts'

/**
 * The cells that make a site of a plant. Its megawatts are those that retire; a plant that runs on with others is
 * `operating`, so that nobody takes its connection for free.
 */
export function plantSite(siteId: string, plant: Candidate): CellChange[] {
  const runsOn = plant.nameplateMw > plant.retiredMw + plant.retiringMw
  const values: Partial<Record<SiteFieldKey, SiteValue>> = {
    name: plant.name,
    kind: plant.retiringMw > 0 || runsOn ? 'retiring_plant' : 'retired_plant',
    status: plant.retiringMw > 0 ? 'retiring' : runsOn ? 'operating' : 'retired',
    position: plant.position,
    coordinatePrecision: plant.position === null ? null : 'site',
    county: plant.county,
    state: plant.state,
    country: 'US',
    nameplateGenerationMw: Math.round((plant.retiredMw + plant.retiringMw) * 1_000) / 1_000,
    retirementYear: plant.lastRetirementYear,
    eiaPlantId: plant.plantId,
  }
  return Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([field, value]) => {
      const cell: CellValue = { value, source: plant.title, asOf: plant.asOf, rung: 'claimed' }
      return { entity: 'site', rowId: siteId, field, value: cell }
    })
}
