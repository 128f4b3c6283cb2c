import { orderByScore } from '../../ranking/order-by-score.ts'
import type { StrategyForm } from './strategy-form.ts'

/**
 * One use of all sites in an order that puts sites of one cell together, within it the worst plan first: what is looked
 * up for one is then at hand for the next. All but `rows` is by place in `rows`.
 */
export interface OrderedUse {
  readonly rows: Uint32Array
  /** Place after the last site of each cell. */
  readonly ends: Uint32Array
  /** Weights are as short as they may be, because reading them takes most of the time. */
  readonly x: Float32Array
  readonly y: Float32Array
  readonly scale: Float32Array
  readonly planned: Float64Array
  /** What a gain loses of itself: gates that may fail, and waiting. */
  readonly lost: Float64Array
  /** Where the probability that the power comes stands in `completions`. */
  readonly stand: Uint8Array
  readonly completions: Float64Array
}

/** Arrays are by row of the form. */
export function orderedUse(
  form: StrategyForm,
  planned: Float64Array,
  gain: Float64Array,
  stand: Uint8Array,
  completions: Float64Array,
): OrderedUse {
  const { length } = planned
  const { rows, ends } = inOrder(form.cell, form.cells.length / 4, planned)
  const use = {
    rows,
    ends,
    x: new Float32Array(length),
    y: new Float32Array(length),
    scale: new Float32Array(length),
    planned: new Float64Array(length),
    lost: new Float64Array(length),
    stand: new Uint8Array(length),
    completions,
  }
  for (let place = 0; place < length; place += 1) {
    const row = rows[place]!
    use.x[place] = form.x[row]!
    use.y[place] = form.y[row]!
    use.scale[place] = form.scale === null ? 1 : form.scale[row]!
    use.planned[place] = planned[row]!
    use.lost[place] = 1 - gain[row]!
    use.stand[place] = stand[row]!
  }
  return use
}

function inOrder(cell: Uint32Array, cells: number, planned: Float64Array) {
  let best = Number.NEGATIVE_INFINITY
  for (let row = 0; row < planned.length; row += 1) if (planned[row]! > best) best = planned[row]!
  const ascending = orderByScore(planned.map((value) => best - value))
  const starts = new Uint32Array(cells + 1)
  for (let row = 0; row < cell.length; row += 1) starts[cell[row]! + 1]! += 1
  for (let at = 0; at < cells; at += 1) starts[at + 1]! += starts[at]!
  const rows = new Uint32Array(planned.length)
  for (let place = 0; place < ascending.length; place += 1) {
    const row = ascending[place]!
    rows[starts[cell[row]!]!++] = row
  }
  // Where a cell begins has become where it ends.
  return { rows, ends: starts.subarray(0, cells) }
}
