import type { ScenarioInput } from '../../contract/scenario.ts'
import { ASSUMPTION_KEYS, ASSUMPTIONS, type AssumptionKey, type Assumptions } from './assumption-defs.ts'
import { assumptionProblem, clip } from './assumption-problem.ts'
import { findPreset, PRESETS } from './presets.ts'

/** A preset, the deck over it and the user's changes over both: a value for every assumption. */
export interface Scenario {
  readonly presetId: string
  readonly label: string
  readonly assumptions: Assumptions
}

export type ResolvedScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly reason: string }

/** Completes a scenario from its preset and the defaults; a refusal is one sentence that names what is allowed. */
export function resolveScenario(input: ScenarioInput): ResolvedScenario {
  const preset = findPreset(input.preset)
  if (!preset) {
    const known = PRESETS.map((each) => each.id).join(', ')
    return { ok: false, reason: `There is no market preset "${clip(input.preset)}"; choose one of ${known}.` }
  }
  const assumptions = Object.fromEntries(
    ASSUMPTION_KEYS.map((key) => [key, preset.values[key] ?? ASSUMPTIONS[key].default]),
  ) as Record<AssumptionKey, number>
  const { deck } = input
  for (const [key, { value }] of Object.entries(deck?.values ?? {})) {
    const problem = assumptionProblem(key, value)
    if (problem !== null) return { ok: false, reason: problem }
    assumptions[key as AssumptionKey] = value
  }
  let changes = 0
  for (const [key, value] of Object.entries(input.changes)) {
    const problem = assumptionProblem(key, value)
    if (problem !== null) return { ok: false, reason: problem }
    if (assumptions[key as AssumptionKey] !== value) changes += 1
    assumptions[key as AssumptionKey] = value
  }
  const name = deck ? `${deck.name}, version ${deck.version}` : preset.label
  const label = changes === 0 ? name : `${name}, ${changes} ${changes === 1 ? 'change' : 'changes'}`
  return { ok: true, scenario: { presetId: preset.id, label, assumptions } }
}
