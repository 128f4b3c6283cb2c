import type { AssumptionKey, Assumptions } from '../../scenario/assumption-defs.ts'
import { FAIL, landGate, PASS, UNKNOWN } from '../gate-states.ts'
import { GATES } from '../ranking.ts'
import { byPosition } from './by-position.ts'
import type { CatalogFacts } from './catalog-facts.ts'

/** Bits of `summary`: how many gates are unknown, and whether one has failed. */
export const UNKNOWN_GATES = 15
export const FAILED = 16

export interface CatalogGates {
  /** As Ranking.gates. */
  readonly states: Uint8Array
  /** By position. */
  readonly summary: Uint8Array
}

/** The assumptions that a gate's state depends on. */
const THRESHOLDS = [
  'minimumItMw',
  'grossToIt',
  'substationMaxMi',
  'fiberMaxMi',
  'landAcresPerMwDensest',
  'landMinimumAcres',
  'landAcresPerMw',
] as const satisfies readonly AssumptionKey[]

interface Kept {
  readonly thresholds: readonly number[]
  readonly gates: CatalogGates
}

const cache = new WeakMap<CatalogFacts, Kept>()

/** Gates of every site; kept until a threshold moves, because most sliders move none. Nobody may write to the result. */
export function catalogGates(facts: CatalogFacts, a: Assumptions): CatalogGates {
  const thresholds = THRESHOLDS.map((key) => a[key])
  const kept = cache.get(facts)
  if (kept?.thresholds.every((value, index) => value === thresholds[index])) return kept.gates
  const gates = judgeGates(facts, a)
  cache.set(facts, { thresholds, gates })
  return gates
}

const MEGAWATTS = GATES.indexOf('contiguous_mw')
const SUBSTATION = GATES.indexOf('substation_distance')
const FIBER = GATES.indexOf('fiber')
const LAND = GATES.indexOf('land')

function judgeGates(facts: CatalogFacts, a: Assumptions): CatalogGates {
  const { count, rows, mw, substationMi, fiberMi, landAcres } = facts
  const states = facts.gates.slice()
  const byRow = new Uint8Array(count)
  const leastMw = a.minimumItMw * a.grossToIt
  const { substationMaxMi, fiberMaxMi } = a
  for (let row = 0; row < count; row += 1) {
    const at = row * GATES.length
    const size = mw[row]!
    const miles = substationMi[row]!
    const fiber = fiberMi[row]!
    states[at + MEGAWATTS] = size < leastMw ? FAIL : size >= leastMw ? PASS : UNKNOWN
    states[at + SUBSTATION] = miles > substationMaxMi ? FAIL : miles <= substationMaxMi ? PASS : UNKNOWN
    states[at + FIBER] = fiber > fiberMaxMi ? FAIL : fiber <= fiberMaxMi ? PASS : UNKNOWN
    states[at + LAND] = landGate(landAcres[row]!, size, a)
    let unknowns = 0
    let failed = 0
    for (let gate = at; gate < at + GATES.length; gate += 1) {
      const state = states[gate]
      if (state === UNKNOWN) unknowns += 1
      else if (state === FAIL) failed = FAILED
    }
    byRow[row] = unknowns | failed
  }
  const summary = byPosition(byRow, rows)
  return { states, summary }
}
