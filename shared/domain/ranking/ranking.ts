import type { Strategy } from '../site/strategies.ts'
import type { Ruler } from './ruler.ts'

/** The conditions that stand outside the score: a failed one takes a strategy away at any price. */
export const GATES = [
  'firm_service',
  'contiguous_mw',
  'voltage',
  'substation_distance',
  'fiber',
  'land',
  'flood',
  'zoning',
  'water',
] as const

export type Gate = (typeof GATES)[number]

/** Unknown is not a pass. */
export const GATE_STATES = ['pass', 'fail', 'unknown'] as const

export type GateState = (typeof GATE_STATES)[number]

/**
 * All sites ranked under one scenario. Arrays are indexed by the row of the columns that were ranked;
 * money is net present value in US dollars per gross megawatt at the point of interconnection.
 */
export interface Ranking {
  readonly count: number
  /** What the scores are measured with. */
  readonly ruler: Ruler
  /** Rows, best first. */
  readonly order: Uint32Array
  /** 1 for the best site. */
  readonly rank: Uint32Array
  /** 0 to 100 on the ruler's fixed bounds, unknown criteria at their worst. */
  readonly score: Float64Array
  /** The score if every unknown criterion were at its best. */
  readonly scoreAtBest: Float64Array
  /** Index into VERDICTS. */
  readonly verdict: Uint8Array
  /** NaN where the strategy cannot be valued. */
  readonly npvUsdPerMw: Readonly<Record<Strategy, Float64Array>>
  /** Index into GATE_STATES at `row * GATES.length + gate`. */
  readonly gates: Uint8Array
  /** Megawatts that size the site: energized, else planned, else queued; NaN where none is known. */
  readonly mw: Float64Array
  /** 1 where no megawatt figure stands above a claim. */
  readonly unproven: Uint8Array
  /** All-in power price used, $/MWh. */
  readonly powerPriceUsdPerMwh: Float64Array
}
