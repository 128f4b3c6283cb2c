import type { SwitchyardClient } from '../../../shared/contract/contract.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { isAssumptionKey } from '../../../shared/domain/scenario/assumption-defs.ts'
import { unknownAssumption } from '../../../shared/domain/scenario/assumption-problem.ts'
import { DEFAULT_PRESET, findPreset, PRESETS } from '../../../shared/domain/scenario/presets.ts'
import type { CommandResult, OptionValues } from '../command.ts'
import { readChanges } from '../scenario-options.ts'
import { UsageError } from '../usage-error.ts'
import { deckJson, deckText } from './deck-output.ts'
import { findDeck } from './find-deck.ts'

/** Makes a deck of a name, or a new version of the one that has it: --set and --reset change what they name. */
export async function saveDeck(
  open: () => Promise<SwitchyardClient>,
  name: string,
  options: OptionValues,
): Promise<CommandResult> {
  const changes = readChanges(options['set'])
  const resets = (options['reset'] as readonly string[] | undefined) ?? []
  for (const key of resets) if (!isAssumptionKey(key)) throw new UsageError(unknownAssumption(key))
  const source = String(options['source'] ?? '')
  const sourceAsOf = (options['source-as-of'] as string | undefined) ?? null
  const client = await open()
  const current = (await client['decks.list']({})).find((deck) => deck.name.toLowerCase() === name.trim().toLowerCase())
  const baseName = options['base'] as string | undefined
  if (current === undefined && isPresetName(name))
    throw new AppError('bad_input', `${name} is a preset, which stays as it is; save the deck under another name.`)
  const base = baseName === undefined && current ? undefined : await baseOf(client, baseName ?? DEFAULT_PRESET)
  const kept = Object.entries(current?.values ?? {}).filter(([key]) => !resets.includes(key))
  const moved = Object.entries(changes).map(([key, value]) => [key, { value, source, asOf: sourceAsOf }] as const)
  const { deckId } = await client['decks.save']({
    name: current?.name ?? name,
    asOf: (options['as-of'] as string | undefined) ?? current?.asOf ?? base?.asOf ?? '',
    note: (options['note'] as string | undefined) ?? current?.note ?? '',
    values: Object.fromEntries([...kept, ...moved]),
    ...(current ? { deckId: current.deckId, seenVersion: current.version } : {}),
    ...(base ? { base: base.mark } : {}),
  })
  const deck = await client['decks.get']({ deckId })
  return { json: deckJson(deck), text: `Saved.\n\n${deckText(deck)}` }
}

/** What a new deck starts from, with the day it speaks of. */
async function baseOf(client: SwitchyardClient, name: string) {
  const preset = findPreset(name)
  if (preset) return { mark: { deckId: preset.id }, asOf: preset.date }
  const { deckId, version, asOf } = await findDeck(client, name)
  return { mark: { deckId, version }, asOf }
}

function isPresetName(name: string): boolean {
  return PRESETS.some(({ id, label }) => id === name || label === name)
}
