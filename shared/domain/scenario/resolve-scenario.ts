import type { ScenarioInput } from '../../contract/scenario.ts'
import {
  ASSUMPTION_KEYS,
  ASSUMPTIONS,
  type AssumptionKey,
  type Assumptions,
  isAssumptionKey,
} from './assumption-defs.ts'
import { PRESETS } from './presets.ts'

/** A preset with the user's changes laid over it: a value for every assumption. */
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
  const preset = PRESETS.find((each) => each.id === input.preset)
  if (!preset) {
    const known = PRESETS.map((each) => each.id).join(', ')
    return { ok: false, reason: `There is no market preset "${clip(input.preset)}"; choose one of ${known}.` }
  }
  const assumptions = Object.fromEntries(
    ASSUMPTION_KEYS.map((key) => [key, preset.values[key] ?? ASSUMPTIONS[key].default]),
  ) as Record<AssumptionKey, number>
  let changes = 0
  for (const [key, value] of Object.entries(input.changes)) {
    if (!isAssumptionKey(key)) {
      return {
        ok: false,
        reason: `There is no assumption "${clip(key)}"; known ones are ${ASSUMPTION_KEYS.join(', ')}.`,
      }
    }
    const { min, max, unit } = ASSUMPTIONS[key]
    if (!(typeof value === 'number' && value >= min && value <= max)) {
      return {
        ok: false,
        reason: `The assumption ${key} must be a number from ${min} to ${max}${unit ? ` ${unit}` : ''}, not ${value}.`,
      }
    }
    if (assumptions[key] !== value) changes += 1
    assumptions[key] = value
  }
  const label = changes === 0 ? preset.label : `${preset.label}, ${changes} ${changes === 1 ? 'change' : 'changes'}`
  return { ok: true, scenario: { presetId: preset.id, label, assumptions } }
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
