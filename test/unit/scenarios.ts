import type { AssumptionKey } from '../../shared/domain/scenario/assumption-defs.ts'
import { PRESETS } from '../../shared/domain/scenario/presets.ts'
import { resolveScenario, type Scenario } from '../../shared/domain/scenario/resolve-scenario.ts'

export const PRESET_IDS = PRESETS.map((preset) => preset.id)

/** A scenario that is known to resolve. */
export function scenarioOf(preset: string, changes: Partial<Record<AssumptionKey, number>> = {}): Scenario {
  const resolved = resolveScenario({ preset, changes })
  if (!resolved.ok) throw new Error(resolved.reason)
  return resolved.scenario
}

export const STORY = 'story-2024-11-22'
