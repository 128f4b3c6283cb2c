import type { Deck } from '../../shared/contract/decks.ts'
import type { ScenarioInput } from '../../shared/contract/scenario.ts'
import { ASSUMPTION_KEYS, ASSUMPTIONS } from '../../shared/domain/scenario/assumption-defs.ts'
import { assumptionProblem } from '../../shared/domain/scenario/assumption-problem.ts'
import { scenarioOfDeck } from '../../shared/domain/scenario/deck-values.ts'
import { DEFAULT_PRESET, PRESETS } from '../../shared/domain/scenario/presets.ts'
import { resolveScenario, type Scenario } from '../../shared/domain/scenario/resolve-scenario.ts'
import type { CommandContext, CommandOption, OptionValues } from './command.ts'
import { findDeck } from './decks/find-deck.ts'
import type { Session } from './session.ts'
import { twoColumns } from './two-columns.ts'
import { UsageError } from './usage-error.ts'

export const SET_OPTION: CommandOption = {
  type: 'string',
  multiple: true,
  value: 'KEY=VALUE',
  help: 'move one assumption; may be given several times',
}

/** The options of every command that values sites. */
export const SCENARIO_OPTIONS: Readonly<Record<string, CommandOption>> = {
  preset: {
    type: 'string',
    value: 'NAME',
    help: `the dated market preset to start from; without it, ${DEFAULT_PRESET}`,
  },
  deck: {
    type: 'string',
    value: 'NAME',
    help: "the catalog's deck to start from; NAME@2 is its version 2",
  },
  set: SET_OPTION,
}

export const ASSUMPTION_NOTES: readonly string[] = [
  'Assumptions (unit, accepted range):',
  ...twoColumns(
    ASSUMPTION_KEYS.map((key) => {
      const { label, unit, min, max } = ASSUMPTIONS[key]
      return [key, `${label} (${unit ? `${unit}, ` : ''}${min} to ${max})`]
    }),
  ),
]

/** What can follow --preset and --set, for the help of a command that takes them. */
export const SCENARIO_NOTES: readonly string[] = [
  'Presets:',
  ...twoColumns(PRESETS.map(({ id, label }) => [id, label])),
  '',
  ...ASSUMPTION_NOTES,
]

/** @throws UsageError naming the key or the range that is wrong. */
export function readChanges(texts: unknown): Record<string, number> {
  const changes: Record<string, number> = {}
  for (const change of (texts as readonly string[] | undefined) ?? []) {
    const at = change.indexOf('=')
    const key = change.slice(0, at).trim()
    const text = change.slice(at + 1).trim()
    if (at < 1 || text === '') throw new UsageError(`"${change}" is not KEY=VALUE, as in --set btcPriceUsd=90000.`)
    const value = Number(text)
    if (!Number.isFinite(value)) throw new UsageError(`"${text}" in "--set ${change}" is not a number.`)
    const problem = assumptionProblem(key, value)
    if (problem !== null) throw new UsageError(problem)
    changes[key] = value
  }
  return changes
}

/**
 * The scenario that the options name; `deck` is the one that --deck asks for.
 * @throws UsageError naming the preset, the key or the range that is wrong.
 */
export function scenarioOf(
  options: OptionValues,
  deck: Deck | null = null,
): { input: ScenarioInput; scenario: Scenario } {
  if (options['deck'] !== undefined && options['preset'] !== undefined)
    throw new UsageError('--preset and --deck name two starting points; give one of them.')
  const changes = readChanges(options['set'])
  const start = deck === null ? { preset: String(options['preset'] ?? DEFAULT_PRESET) } : scenarioOfDeck(deck)
  const input: ScenarioInput = { ...start, changes }
  const resolved = resolveScenario(input)
  if (!resolved.ok) throw new UsageError(resolved.reason)
  return { input, scenario: resolved.scenario }
}

/**
 * Opens the catalog and reads the scenario that the options name; what is wrong with the options alone is said before.
 * @throws UsageError as `scenarioOf`; AppError 'not_found' where the catalog has no such deck.
 */
export async function openScenario(
  context: CommandContext,
): Promise<{ session: Session; input: ScenarioInput; scenario: Scenario }> {
  const early = scenarioOf(context.options)
  const session = await context.open()
  const name = context.options['deck']
  if (name === undefined) return { session, ...early }
  return { session, ...scenarioOf(context.options, await findDeck(session.client, String(name))) }
}
