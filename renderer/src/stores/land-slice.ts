import type { LandOptions, LandRequest, SavedLand } from '../../../shared/contract/land.ts'
import { formatDate } from '../../../shared/format/format-date.ts'
import type { SliceTools } from './app-state.ts'
import { told } from './told.ts'

export interface LandSlice {
  /** What can be built on, as the map shows it: rings of polygons in degrees. */
  readonly shownLand: SavedLand['result']['net'] | null
  showLand(net: SavedLand['result']['net'] | null): void
  /** Counts up when the map should move to it. */
  readonly landToken: number
  focusLand(): void
  /** Null after the error was told. */
  readLandOptions(siteId: string): Promise<LandOptions | null>
  saveLand(siteId: string, request: LandRequest): Promise<boolean>
  removeLand(siteId: string): Promise<boolean>
  /** Puts the net acres into the site's own field, with what they were measured from. */
  takeLand(siteId: string, saved: SavedLand): Promise<boolean>
}

export function landSlice(tools: SliceTools): LandSlice {
  const { set, get, ports } = tools
  const written = async (change: Promise<{ revision: number }>): Promise<boolean> => {
    const result = await told(tools, change)
    if (result === null) return false
    await told(tools, Promise.all([get().refresh(result.revision), get().refreshDetail(), get().refreshHistory()]))
    return true
  }
  return {
    shownLand: null,
    showLand: (shownLand) => set({ shownLand }),
    landToken: 0,
    focusLand: () => set(({ landToken }) => ({ landToken: landToken + 1 })),
    readLandOptions: (siteId) => told(tools, ports.client['land.options']({ siteId })),
    saveLand: (siteId, request) => written(ports.client['land.save']({ siteId, request })),
    removeLand: (siteId) => written(ports.client['land.remove']({ siteId })),
    takeLand: (siteId, { result, author, savedAt }) => {
      const day = new Date(savedAt).toISOString().slice(0, 10)
      const excluded = result.exclusions.length + (result.setback.acres > 0 ? 1 : 0)
      const less = excluded === 0 ? '' : `, less ${excluded} ${excluded === 1 ? 'exclusion' : 'exclusions'}`
      return get().editField({
        siteId,
        field: 'buildableAcres',
        value: netAcres(result.netAcres),
        source: `Measured from ${result.parcels.join(', ')}${less}, by ${author} on ${formatDate(day)}`.slice(0, 2_000),
        asOf: day,
        rung: 'claimed',
      })
    },
  }
}

/** Acres as they go into the field, to a tenth. */
export function netAcres(acres: number): number {
  return Math.round(10 * acres) / 10
}
