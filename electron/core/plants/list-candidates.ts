import type { PlantCandidate } from '../../../shared/contract/plants.ts'
import type { Db } from '../db/database.ts'
import { readCandidates } from './read-candidates.ts'

/** The largest plants that could be sites, of a state or of all. */
export function listCandidates(
  db: Db,
  leastMw: number,
  state: string,
  limit: number,
): { candidates: PlantCandidate[]; total: number } {
  const found = readCandidates(db).filter(
    (plant) =>
      plant.retiredMw + plant.retiringMw >= leastMw &&
      (state === '' || plant.state?.toLowerCase() === state.toLowerCase()),
  )
  return { candidates: found.slice(0, limit).map(({ asOf: _, ...candidate }) => candidate), total: found.length }
}
