import { ASSUMPTION_KEYS, type AssumptionKey, type Assumptions } from '../scenario/assumption-defs.ts'

export interface AssumptionDifference {
  readonly key: AssumptionKey
  readonly from: number
  readonly to: number
}

/** What two scenarios assume differently, in the order of the definitions. */
export function assumptionDifferences(from: Assumptions, to: Assumptions): AssumptionDifference[] {
  return ASSUMPTION_KEYS.filter((key) => from[key] !== to[key]).map((key) => ({ key, from: from[key], to: to[key] }))
}
