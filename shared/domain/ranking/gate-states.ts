import type { Assumptions } from '../scenario/assumption-defs.ts'
import type { SiteFacts } from './site-facts.ts'

/** Positions in GATE_STATES. */
export const PASS = 0
export const FAIL = 1
export const UNKNOWN = 2

/** Up to this size a site converts on 69 kV; above it takes 138 kV. Source: published siting guides. */
export const SMALL_SITE_MW = 75
export const SMALL_SITE_KV = 69
export const LARGE_SITE_KV = 138

/** Distribution voltage from which a mine can be served. */
export const MINING_KV = 12.47

/** Writes the state of each gate for AI uses to `states` from `at` on, in the order of GATES. */
export function gateStates(facts: SiteFacts, a: Assumptions, states: Uint8Array, at: number): void {
  states[at] = Number.isNaN(facts.firm) ? UNKNOWN : facts.firm === 1 ? PASS : FAIL
  states[at + 1] = passUnless(facts.mw, facts.mw < a.minimumItMw * a.grossToIt)
  states[at + 2] = voltageState(facts)
  states[at + 3] = passUnless(facts.substationMi, facts.substationMi > a.substationMaxMi)
  states[at + 4] = passUnless(facts.fiberMi, facts.fiberMi > a.fiberMaxMi)
  states[at + 5] = landGate(facts.landAcres, facts.mw, a)
  states[at + 6] = Number.isNaN(facts.flood) ? UNKNOWN : facts.flood === 1 ? PASS : FAIL
  states[at + 7] = Number.isNaN(facts.zoning) ? UNKNOWN : facts.zoning === 1 ? PASS : FAIL
  states[at + 8] = Number.isNaN(facts.water) ? UNKNOWN : facts.water === 1 ? PASS : FAIL
}

/** Mining needs little: true where even that is known to be missing. */
export function isMiningBlocked(facts: SiteFacts, a: Assumptions): boolean {
  return facts.mw < a.minimumMiningMw || isBarredToMining(facts)
}

/** The part of it that no assumption changes. */
export function isBarredToMining(facts: SiteFacts): boolean {
  return facts.gridVoltageKv < MINING_KV || facts.zoning === 0
}

function passUnless(value: number, fails: boolean): number {
  if (Number.isNaN(value)) return UNKNOWN
  return fails ? FAIL : PASS
}

function voltageState(facts: SiteFacts): number {
  const { gridVoltageKv, mw } = facts
  if (Number.isNaN(gridVoltageKv)) return UNKNOWN
  if (gridVoltageKv >= LARGE_SITE_KV) return PASS
  if (gridVoltageKv < SMALL_SITE_KV) return FAIL
  if (Number.isNaN(mw)) return UNKNOWN
  return mw > SMALL_SITE_MW ? FAIL : PASS
}

/** Between the usual need and the densest campus built, only a site plan can tell. */
export function landGate(landAcres: number, mw: number, a: Assumptions): number {
  if (Number.isNaN(landAcres)) return UNKNOWN
  const leastMw = !Number.isNaN(mw) ? mw : a.minimumItMw * a.grossToIt
  if (landAcres < a.landAcresPerMwDensest * leastMw) return FAIL
  if (Number.isNaN(mw)) return UNKNOWN
  return landAcres >= Math.max(a.landMinimumAcres, a.landAcresPerMw * mw) ? PASS : UNKNOWN
}
