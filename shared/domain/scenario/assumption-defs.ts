import type { AssumptionRow } from './assumption-row.ts'
import type { AssumptionDef } from './assumptions.ts'
import { AI_ASSUMPTIONS } from './assumptions-ai.ts'
import { DRAW_ASSUMPTIONS } from './assumptions-draws.ts'
import { GATE_CURE_ASSUMPTIONS } from './assumptions-gate-cures.ts'
import { MARKET_AND_MINING_ASSUMPTIONS } from './assumptions-market-and-mining.ts'
import { POWER_AND_SITE_ASSUMPTIONS } from './assumptions-power-and-site.ts'
import { TAX_ASSUMPTIONS } from './assumptions-tax.ts'
import { TIME_AND_GATES_ASSUMPTIONS } from './assumptions-time-and-gates.ts'

const TABLE = {
  ...MARKET_AND_MINING_ASSUMPTIONS,
  ...POWER_AND_SITE_ASSUMPTIONS,
  ...AI_ASSUMPTIONS,
  ...TIME_AND_GATES_ASSUMPTIONS,
  ...GATE_CURE_ASSUMPTIONS,
  ...TAX_ASSUMPTIONS,
  ...DRAW_ASSUMPTIONS,
}

export type AssumptionKey = keyof typeof TABLE

/** The value of every assumption of one scenario. */
export type Assumptions = Readonly<Record<AssumptionKey, number>>

export const ASSUMPTION_KEYS = Object.keys(TABLE) as AssumptionKey[]

/** Every assumption that valuation and gates read, with default, range and source. Shares are fractions of 1. */
export const ASSUMPTIONS = Object.fromEntries(
  ASSUMPTION_KEYS.map((key) => {
    const [label, unit, value, low, high, min, max, source, choices]: AssumptionRow = TABLE[key]
    const def: AssumptionDef = { label, unit, default: value, low, high, min, max, source }
    return [key, choices === undefined ? def : { ...def, choices }]
  }),
) as Readonly<Record<AssumptionKey, AssumptionDef>>

export function isAssumptionKey(key: string): key is AssumptionKey {
  return Object.hasOwn(TABLE, key)
}
