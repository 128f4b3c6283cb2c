import type { SpreadNode } from './spread-node.ts'

/**
 * How one strategy of every site moves with the draws: as the nodes at the four corners of the cell that the site lies
 * in, weighted by where in it, and times the site's scale. Where `isExact`, the four are one.
 */
export interface StrategyForm {
  readonly nodes: readonly SpreadNode[]
  /** Four places in `nodes` a cell: low x and low y, high x, high y, both high. */
  readonly cells: Uint32Array
  /** By row: the cell, and the share of the way along it from low to high. */
  readonly cell: Uint32Array
  readonly x: Float64Array
  readonly y: Float64Array
  /** By row; null where all are 1. */
  readonly scale: Float64Array | null
  readonly isExact: boolean
}

/** Weight of a corner, 0 to 3. */
export function cornerWeight({ x, y }: StrategyForm, row: number, corner: number): number {
  const alongX = x[row] ?? 0
  const alongY = y[row] ?? 0
  return ((corner & 1) === 1 ? alongX : 1 - alongX) * (corner >> 1 === 1 ? alongY : 1 - alongY)
}

export function cornerNode({ nodes, cells, cell }: StrategyForm, row: number, corner: number): SpreadNode {
  return nodes[cells[4 * cell[row]! + corner]!]!
}

/** What a draw adds to the plan of a row. */
export function addedInDraw(form: StrategyForm, row: number, draw: number): number {
  let added = 0
  for (let corner = 0; corner < 4; corner += 1)
    added += cornerWeight(form, row, corner) * cornerNode(form, row, corner).added[draw]!
  return added * (form.scale?.[row] ?? 1)
}

/** Deviation around a row's plan, its nodes moving together. */
export function deviation(form: StrategyForm, row: number): number {
  let sd = 0
  for (let corner = 0; corner < 4; corner += 1)
    sd += cornerWeight(form, row, corner) * Math.sqrt(cornerNode(form, row, corner).variance)
  return sd * (form.scale?.[row] ?? 1)
}
