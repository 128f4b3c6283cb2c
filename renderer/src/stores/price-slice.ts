import type { CurtailmentReport, PriceNode, PriceStatisticsReport } from '../../../shared/contract/prices.ts'
import type { CurtailmentRule } from '../../../shared/domain/prices/simulate-curtailment.ts'
import type { SliceTools } from './app-state.ts'

export interface NodePrices {
  readonly node: PriceNode
  readonly statistics: PriceStatisticsReport
}

export interface PriceSlice {
  /** Nodes with prices whose market or name holds the text; empty after the error was told. */
  findPriceNodes(text: string): Promise<readonly PriceNode[]>
  /** Null where the catalog no longer has prices of the node, or after the error was told. */
  readPrices(nodeId: string): Promise<NodePrices | null>
  simulatePrices(nodeId: string, rule: CurtailmentRule): Promise<CurtailmentReport | null>
}

/** As many as a list can offer. */
const MOST_OFFERED = 200

export function priceSlice({ get, ports }: SliceTools): PriceSlice {
  async function told<T>(work: Promise<T>): Promise<T | null> {
    try {
      return await work
    } catch (error) {
      get().report(error)
      return null
    }
  }
  return {
    findPriceNodes: async (text) =>
      (await told(ports.client['prices.list']({ text, limit: MOST_OFFERED })))?.nodes ?? [],
    readPrices: (nodeId) => told(ports.client['prices.stats']({ nodeId })),
    simulatePrices: async (nodeId, rule) =>
      (await told(ports.client['prices.simulate']({ nodeId, rule })))?.curtailment ?? null,
  }
}
