import { DrawTable } from './draw-table.ts'
import type { SpreadNode } from './strategy-form.ts'

/** A node from its value in the plan, which comes first, and in every draw. `checks` are draws. */
export function buildNode(values: Float64Array, checks: readonly number[]): SpreadNode {
  const planned = values[0] ?? 0
  const added = values.subarray(1).map((value) => value - planned)
  // Read before the table sorts the values.
  const atChecks = Float64Array.from(checks, (draw) => added[draw] ?? 0)
  return { table: new DrawTable(added), checks: atChecks }
}
