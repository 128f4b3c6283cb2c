import type { CurtailmentReport, PriceNode, PriceStatisticsReport } from '../../../shared/contract/prices.ts'
import type { CurtailmentRule } from '../../../shared/domain/prices/simulate-curtailment.ts'
import type { SliceTools } from './app-state.ts'

export interface NodePrices {
  readonly node: PriceNode
  readonly statistics: PriceStatisticsReport
}

export interface PriceSlice {
  /** Hours of the system peaks that a person named, by market. */
  readonly peakHours: Readonly<Record<string, string[]>>
  namePeakHours(market: string, hours: readonly string[]): void
  /** Nodes with prices whose market or name holds the text; empty after the error was told. */
  findPriceNodes(text: string): Promise<readonly PriceNode[]>
  /** Null where the catalog no longer has prices of the node, or after the error was told. */
  readPrices(nodeId: string): Promise<NodePrices | null>
  simulatePrices(nodeId: string, rule: CurtailmentRule): Promise<CurtailmentReport | null>
}

/** As many as a list can offer. */
const MOST_OFFERED = 200

/** The market that a node's id begins with. */
export function marketOf(nodeId: string): string {
  return nodeId.slice(0, Math.max(0, nodeId.indexOf('/')))
}

export function priceSlice({ set, get, ports }: SliceTools): PriceSlice {
  async function told<T>(work: Promise<T>): Promise<T | null> {
    try {
      return await work
    } catch (error) {
      get().report(error)
      return null
    }
  }
  return {
    peakHours: {},
    namePeakHours(market, hours) {
      const peakHours = { ...get().peakHours, [market]: [...hours] }
      set({ peakHours })
      get().remember({ peakHours })
    },
    findPriceNodes: async (text) =>
      (await told(ports.client['prices.list']({ text, limit: MOST_OFFERED })))?.nodes ?? [],
    readPrices: (nodeId) =>
      told(ports.client['prices.stats']({ nodeId, peakHours: [...(get().peakHours[marketOf(nodeId)] ?? [])] })),
    simulatePrices: async (nodeId, rule) =>
      (await told(ports.client['prices.simulate']({ nodeId, rule })))?.curtailment ?? null,
  }
}
