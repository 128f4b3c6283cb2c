import type { Deck } from '../../contract/decks.ts'
import type { DeckValues, ScenarioInput } from '../../contract/scenario.ts'

/** Everything that a deck lays over its preset: its base's values with its own over them. */
export function effectiveValues({ base, values }: Pick<Deck, 'base' | 'values'>): DeckValues {
  return { ...base.values, ...values }
}

/** The scenario of a deck as it stands. */
export function scenarioOfDeck(
  deck: Pick<Deck, 'deckId' | 'name' | 'version' | 'asOf' | 'note' | 'base' | 'values'>,
): ScenarioInput {
  const { deckId, name, version, asOf, note, base } = deck
  return {
    preset: base.preset,
    deck: { deckId, name, version, asOf, note, values: { ...effectiveValues(deck) } },
    changes: {},
  }
}
