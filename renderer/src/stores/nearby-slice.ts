import type { FillReport, LayerPart, NearbyFigure, NearbyOfSite } from '../../../shared/contract/nearby.ts'
import type { LayerRole } from '../../../shared/domain/nearby/layer-role.ts'
import { type DistanceBasis, measuredMiles, measuredSource } from '../../../shared/domain/nearby/measured-source.ts'
import type { FillableTarget } from '../../../shared/domain/nearby/nearby-target.ts'
import type { Position } from '../../../shared/domain/site/site-value.ts'
import type { SliceTools } from './app-state.ts'
import { told } from './told.ts'

/** Lines from a site to what lies near it, as the map draws them. */
export interface NearbyLines {
  readonly from: Position
  readonly figures: readonly NearbyFigure[]
  /** Counts up when the map should move so that all of them are seen. */
  readonly fitToken: number
}

export interface FillChoice {
  readonly target: FillableTarget
  readonly basis: DistanceBasis
}

export interface NearbySlice {
  readonly nearbyLines: NearbyLines | null
  showNearbyLines(lines: NearbyLines | null): void
  /** Null after the error was told. */
  readNearby(siteId: string): Promise<NearbyOfSite | null>
  /** Empty after the error was told. */
  readLayerParts(): Promise<readonly LayerPart[]>
  setLayerRole(part: LayerPart, role: LayerRole | null): Promise<boolean>
  /** Puts a measured figure into the field that it fills, with its source. */
  takeNearbyFigure(siteId: string, figure: NearbyFigure, basis: DistanceBasis): Promise<boolean>
  /** Null after the error was told. */
  fillDistances(choice: FillChoice, dryRun: boolean): Promise<FillReport | null>
}

export function nearbySlice(tools: SliceTools): NearbySlice {
  const { set, get, ports } = tools
  const reach = () => {
    const { nearbyRadiusMi, routeFactor } = get().scenario.assumptions
    return { radiusMi: nearbyRadiusMi, routeFactor }
  }
  return {
    nearbyLines: null,
    showNearbyLines: (nearbyLines) => set({ nearbyLines }),
    readNearby: (siteId) => told(tools, ports.client['nearby.ofSite']({ siteId, ...reach() })),
    readLayerParts: async () => (await told(tools, ports.client['nearby.roles']({}))) ?? [],
    async setLayerRole({ layerId, part }, role) {
      const written = await told(tools, ports.client['nearby.setRole']({ layerId, part, role }))
      if (written === null) return false
      get().notify('done', `${written.label}; undo takes it back.`)
      await told(tools, Promise.all([get().refreshDetail(), get().refreshHistory()]))
      return true
    },
    takeNearbyFigure(siteId, figure, basis) {
      const { fills, source } = figure
      if (fills === null) return Promise.resolve(false)
      const isDistance = typeof fills.value === 'number'
      return get().editField({
        siteId,
        field: fills.field,
        value: isDistance ? measuredMiles(figure, basis) : fills.value,
        source: isDistance ? measuredSource(figure, basis, reach().routeFactor) : `Read off the layer ${source.title}`,
        asOf: source.asOf,
        rung: 'claimed',
      })
    },
    async fillDistances(choice, dryRun) {
      const report = await told(tools, ports.client['nearby.fill']({ ...choice, ...reach(), dryRun }))
      if (report === null || report.revision === null) return report
      get().notify('done', `${report.label}; undo takes it back.`)
      await told(tools, Promise.all([get().refresh(report.revision), get().refreshDetail(), get().refreshHistory()]))
      return report
    },
  }
}
