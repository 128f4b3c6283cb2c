import type { PlantCandidate, PlantOfSite } from '../../../shared/contract/plants.ts'
import type { SliceTools } from './app-state.ts'
import { told } from './told.ts'

export interface PlantSlice {
  readonly isCandidatesOpen: boolean
  setCandidatesOpen(isOpen: boolean): void
  /** Null after the error was told. */
  readPlantOfSite(siteId: string): Promise<PlantOfSite | null>
  readCandidates(leastMw: number, state: string): Promise<{ candidates: PlantCandidate[]; total: number } | null>
  /** Makes sites of plants; true when they are in the catalog. */
  addPlants(plantIds: readonly string[]): Promise<boolean>
}

export function plantSlice(tools: SliceTools): PlantSlice {
  const { set, get, ports } = tools
  return {
    isCandidatesOpen: false,
    setCandidatesOpen: (isCandidatesOpen) => set({ isCandidatesOpen }),
    readPlantOfSite: (siteId) => told(tools, ports.client['plants.ofSite']({ siteId })),
    readCandidates: (leastMw, state) => told(tools, ports.client['plants.candidates']({ leastMw, state })),
    async addPlants(plantIds) {
      const added = await told(tools, ports.client['plants.add']({ plantIds: [...plantIds] }))
      if (added === null) return false
      get().notify('done', `${added.label}; undo takes it back.`)
      await told(tools, Promise.all([get().refresh(added.revision), get().refreshHistory()]))
      return true
    },
  }
}
