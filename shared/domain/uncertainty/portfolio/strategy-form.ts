import type { DrawTable } from './draw-table.ts'

/** What the draws add to the plan at one node, and at the draws that a site's linearity is checked with. */
export interface SpreadNode {
  readonly table: DrawTable
  readonly checks: Float64Array
}

/**
 * How one strategy of every site moves with the draws: as a weighted mean of the nodes around it. Entry
 * `row * corners + k` of `node` and `weight` is the site's k-th node.
 */
export interface StrategyForm {
  readonly nodes: readonly SpreadNode[]
  readonly corners: number
  readonly node: Uint16Array
  readonly weight: Float64Array
}
