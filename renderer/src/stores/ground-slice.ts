import type { QueueOfCounty } from '../../../shared/contract/queue.ts'
import type { AreaIndex } from '../../../shared/map/areas/area-index.ts'
import type { MapArea } from '../../../shared/map/areas/area-set.ts'
import { loadAreas } from '../map/basemap-source.ts'
import { DEFAULT_GROUND, type GroundLook } from '../map/ground-look.ts'
import type { SliceTools } from './app-state.ts'

export interface GroundSlice {
  /** What the map shows of the ground. */
  readonly ground: GroundLook
  /** Whether the box that takes coordinates and place names is open. */
  readonly isJumpOpen: boolean
  /** Outlines of counties and states; null until something has asked for them. */
  readonly areas: AreaIndex | null
  /** What the queues hold by county; null until something has asked for it. */
  readonly queueByCounty: readonly QueueOfCounty[] | null
  /** The county or state whose card is open. */
  readonly pickedArea: MapArea | null
  setGround(change: Partial<GroundLook>): void
  setJumpOpen(isJumpOpen: boolean): void
  /** Reads outlines and queues for what speaks of counties; does nothing where they are there. */
  readAreas(): Promise<AreaIndex | null>
  pickArea(area: MapArea | null): void
  /** Puts a text on the clipboard and says so. */
  copyText(text: string): Promise<void>
}

export function groundSlice({ set, get, ports }: SliceTools): GroundSlice {
  /** Queues of the catalog's revision that was read last. */
  let queueRevision: number | null = null

  async function readQueue(): Promise<void> {
    const revision = get().columns?.revision ?? null
    if (revision === queueRevision) return
    queueRevision = revision
    try {
      set({ queueByCounty: await ports.client['queue.byCounty']({}) })
    } catch (error) {
      queueRevision = null
      get().report(error)
    }
  }

  return {
    ground: DEFAULT_GROUND,
    isJumpOpen: false,
    areas: null,
    queueByCounty: null,
    pickedArea: null,
    setGround(change) {
      const ground = { ...get().ground, ...change }
      set({ ground })
      get().remember({ ground })
    },
    setJumpOpen: (isJumpOpen) => set({ isJumpOpen }),
    async readAreas() {
      void readQueue()
      const known = get().areas
      if (known) return known
      try {
        const areas = await loadAreas()
        set({ areas })
        return areas
      } catch (error) {
        console.warn(error)
        get().notify('error', 'The outlines of counties could not be loaded; start Switchyard again.')
        return null
      }
    },
    pickArea: (pickedArea) => set({ pickedArea }),
    async copyText(text) {
      try {
        await navigator.clipboard.writeText(text)
        get().notify('done', `Copied ${text}.`)
      } catch {
        get().notify('error', 'The clipboard cannot be written to here; select the text and copy it by hand.')
      }
    },
  }
}
