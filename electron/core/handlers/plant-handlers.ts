import { AppError } from '../../../shared/contract/errors.ts'
import { plantSite } from '../plants/plant-site.ts'
import { readCandidates } from '../plants/read-candidates.ts'
import type { HandlersOfKind } from './handler-types.ts'
import { writeEdit } from './write-edit.ts'
import type { WriterContext } from './writer-context.ts'

/** What the writer answers about plants: making sites of them. */
export function plantHandlers(context: WriterContext): Pick<HandlersOfKind<'command'>, 'plants.add'> {
  const { db } = context
  return {
    'plants.add': ({ plantIds }) => {
      const siteIds: string[] = []
      const result = writeEdit(context, 'The plants', () => {
        const wanted = new Set(plantIds)
        const candidates = readCandidates(db, wanted.size === 1 ? plantIds[0] : null)
        const plants = candidates.filter(({ plantId }) => wanted.delete(plantId))
        const [missing] = wanted
        if (missing !== undefined)
          throw new AppError(
            'not_found',
            `EIA plant ${missing} has no retired or retiring units in the catalog, or is a site already; look at the candidates again.`,
          )
        const changes = plants.flatMap((plant) => {
          const siteId = freeId(`eia-${plant.plantId}`)
          siteIds.push(siteId)
          return plantSite(siteId, plant)
        })
        return { label: plants.length === 1 ? `Add ${plants[0]?.name}` : `Add ${plants.length} plants`, changes }
      })
      return { ...result, siteIds }
    },
  }

  /** An id that no site has, nor ever had: what people said of a site that is gone is still its own. */
  function freeId(wanted: string): string {
    const isTaken = db
      .prepare(`SELECT 1 FROM site WHERE id = @id UNION ALL SELECT 1 FROM head WHERE entity = 'site' AND row_id = @id`)
      .pluck()
    let id = wanted
    for (let count = 2; isTaken.get({ id }) !== undefined; count++) id = `${wanted}-${count}`
    return id
  }
}
