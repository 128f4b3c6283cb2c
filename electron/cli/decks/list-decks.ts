import type { SwitchyardClient } from '../../../shared/contract/contract.ts'
import { PRESETS } from '../../../shared/domain/scenario/presets.ts'
import type { CommandResult } from '../command.ts'
import { textTable } from '../text-table.ts'

/** The presets, which are built in, and the catalog's decks. */
export async function listDecks(client: SwitchyardClient): Promise<CommandResult> {
  const decks = await client['decks.list']({})
  const table = textTable(
    [
      { heading: 'Deck', maxWidth: 48 },
      { heading: 'Version', align: 'right' },
      { heading: 'As of' },
      { heading: 'Base', maxWidth: 40 },
      { heading: 'Changes', align: 'right' },
      { heading: 'Author', maxWidth: 24 },
    ],
    [
      ...PRESETS.map(({ id, date, values }) => [
        id,
        'built in',
        date,
        'defaults',
        String(Object.keys(values).length),
        '',
      ]),
      ...decks.map(({ name, version, asOf, base, values, author }) => [
        name,
        String(version),
        asOf,
        base.deck ? `${base.deck.name}@${base.deck.version}` : base.preset,
        String(Object.keys(values).length),
        author,
      ]),
    ],
  )
  return {
    json: {
      presets: PRESETS.map(({ id, label, date, note }) => ({ id, label, as_of: date, note })),
      decks: decks.map(({ deckId, name, version, asOf, base, values, author }) => ({
        deck_id: deckId,
        name,
        version,
        as_of: asOf,
        preset: base.preset,
        base_deck: base.deck && { name: base.deck.name, version: base.deck.version },
        changes: Object.keys(values).length,
        author,
      })),
    },
    text: table,
  }
}
