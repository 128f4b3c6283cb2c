import type { ScenarioInput } from '../../shared/contract/scenario.ts'
import { ASSUMPTION_KEYS, ASSUMPTIONS } from '../../shared/domain/scenario/assumption-defs.ts'
import { DEFAULT_PRESET, PRESETS } from '../../shared/domain/scenario/presets.ts'
import { resolveScenario, type Scenario } from '../../shared/domain/scenario/resolve-scenario.ts'
import type { CommandOption, OptionValues } from './command.ts'
import { twoColumns } from './two-columns.ts'
import { UsageError } from './usage-error.ts'

/** The options of every command that values sites. */
export const SCENARIO_OPTIONS: Readonly<Record<string, CommandOption>> = {
  preset: {
    type: 'string',
    value: 'NAME',
    help: `the dated market preset to start from; without it, ${DEFAULT_PRESET}`,
  },
  set: { type: 'string', multiple: true, value: 'KEY=VALUE', help: 'move one assumption; may be given several times' },
}

/** What can follow --preset and --set, for the help of a command that takes them. */
export const SCENARIO_NOTES: readonly string[] = [
  'Presets:',
  ...twoColumns(PRESETS.map(({ id, label }) => [id, label])),
  '',
  'Assumptions (unit, accepted range):',
  ...twoColumns(
    ASSUMPTION_KEYS.map((key) => {
      const { label, unit, min, max } = ASSUMPTIONS[key]
      return [key, `${label} (${unit ? `${unit}, ` : ''}${min} to ${max})`]
    }),
  ),
]

/** @throws UsageError naming the preset, the key or the range that is wrong. */
export function scenarioOf(options: OptionValues): { input: ScenarioInput; scenario: Scenario } {
  const changes: Record<string, number> = {}
  for (const change of (options['set'] as readonly string[] | undefined) ?? []) {
    const at = change.indexOf('=')
    const key = change.slice(0, at).trim()
    const text = change.slice(at + 1).trim()
    if (at < 1 || text === '') throw new UsageError(`"${change}" is not KEY=VALUE, as in --set btcPriceUsd=90000.`)
    const value = Number(text)
    if (!Number.isFinite(value)) throw new UsageError(`"${text}" in "--set ${change}" is not a number.`)
    changes[key] = value
  }
  const input: ScenarioInput = { preset: (options['preset'] as string | undefined) ?? DEFAULT_PRESET, changes }
  const resolved = resolveScenario(input)
  if (!resolved.ok) throw new UsageError(resolved.reason)
  return { input, scenario: resolved.scenario }
}
