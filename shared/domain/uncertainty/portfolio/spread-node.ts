import { DrawTable } from './draw-table.ts'

/** What every draw adds to the plan at one place among the sites. */
export class SpreadNode {
  /** By draw. Nobody may write to it. */
  readonly added: Float64Array
  readonly mean: number
  /** Mean square of the distance to the mean. */
  readonly variance: number
  #table: DrawTable | null = null

  constructor(added: Float64Array) {
    this.added = added
    let sum = 0
    for (let draw = 0; draw < added.length; draw += 1) sum += added[draw]!
    this.mean = sum / added.length
    let squares = 0
    for (let draw = 0; draw < added.length; draw += 1) squares += (added[draw]! - this.mean) ** 2
    this.variance = squares / added.length
  }

  /** The draws in order. Sorting takes most of a node's time and only quantiles and exact gains need it. */
  get table(): DrawTable {
    this.#table ??= new DrawTable(this.added)
    return this.#table
  }
}
