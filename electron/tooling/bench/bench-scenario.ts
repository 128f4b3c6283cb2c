import type { AssumptionKey } from '../../../shared/domain/scenario/assumption-defs.ts'
import { resolveScenario, type Scenario } from '../../../shared/domain/scenario/resolve-scenario.ts'

/** A scenario that must resolve. */
export function benchScenario(preset: string, changes: Partial<Record<AssumptionKey, number>>): Scenario {
  const resolved = resolveScenario({ preset, changes })
  if (!resolved.ok) throw new Error(resolved.reason)
  return resolved.scenario
}
