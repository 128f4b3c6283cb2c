import type { Deck } from '../../../shared/contract/decks.ts'
import type { DeckValues } from '../../../shared/contract/scenario.ts'
import { ASSUMPTIONS, isAssumptionKey } from '../../../shared/domain/scenario/assumption-defs.ts'
import { textTable } from '../text-table.ts'

/** A deck as --json prints it. */
export function deckJson(deck: Deck) {
  return {
    deck_id: deck.deckId,
    name: deck.name,
    version: deck.version,
    as_of: deck.asOf,
    note: deck.note,
    preset: deck.base.preset,
    base_deck: deck.base.deck && {
      deck_id: deck.base.deck.deckId,
      name: deck.base.deck.name,
      version: deck.base.deck.version,
    },
    assumptions: [...rows(deck.values, 'deck'), ...rows(inherited(deck), 'base')],
    is_merged: deck.isMerged,
    conflicts: deck.conflicts,
    author: deck.author,
    edited_at: new Date(deck.editedAt).toISOString(),
  }
}

/** A deck for a reader: what it is, then every assumption that it changes. */
export function deckText(deck: Deck): string {
  const { base, isMerged, conflicts } = deck
  const from = base.deck ? `${base.deck.name}, version ${base.deck.version} (${base.preset})` : base.preset
  const table = textTable(
    [
      { heading: 'Assumption' },
      { heading: 'Value', align: 'right' },
      { heading: 'Unit' },
      { heading: 'As of' },
      { heading: 'Author', maxWidth: 24 },
      { heading: 'Source', maxWidth: 70 },
    ],
    [...rows(deck.values, 'deck'), ...rows(inherited(deck), 'base')].map((row) => [
      row.key,
      String(row.value),
      row.unit,
      row.as_of ?? '',
      row.author,
      row.set_by === 'base' ? `${row.source} (from ${base.deck?.name ?? base.preset})` : row.source,
    ]),
  )
  return [
    `${deck.name}, version ${deck.version}${isMerged ? ', merged of two' : ''}, as of ${deck.asOf}, on ${from}`,
    ...(deck.note === '' ? [] : [deck.note]),
    ...(conflicts.length === 0 ? [] : [`Two people differ on ${conflicts.join(', ')}; the next save settles it.`]),
    '',
    table,
  ].join('\n')
}

function inherited({ base, values }: Deck): DeckValues {
  return Object.fromEntries(Object.entries(base.values).filter(([key]) => !Object.hasOwn(values, key)))
}

function rows(values: DeckValues, setBy: 'deck' | 'base') {
  return Object.entries(values).map(([key, { value, source, asOf, author }]) => ({
    key,
    label: isAssumptionKey(key) ? ASSUMPTIONS[key].label : key,
    value,
    unit: isAssumptionKey(key) ? ASSUMPTIONS[key].unit : '',
    default: isAssumptionKey(key) ? ASSUMPTIONS[key].default : null,
    source,
    as_of: asOf,
    author,
    set_by: setBy,
  }))
}
