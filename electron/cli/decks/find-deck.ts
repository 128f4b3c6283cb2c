import type { SwitchyardClient } from '../../../shared/contract/contract.ts'
import type { Deck } from '../../../shared/contract/decks.ts'
import { AppError } from '../../../shared/contract/errors.ts'

/**
 * The deck of a name or an id; "NAME@2" is its version 2.
 * @throws AppError 'not_found', or 'bad_input' where two decks have the name.
 */
export async function findDeck(client: SwitchyardClient, wanted: string): Promise<Deck> {
  const decks = await client['decks.list']({})
  const named = decks.filter((deck) => deck.deckId === wanted || sameName(deck.name, wanted))
  if (named.length > 1)
    throw new AppError(
      'bad_input',
      `${named.length} decks are named ${wanted}; give the id of one: ${named.map((deck) => deck.deckId).join(', ')}.`,
    )
  const [deck] = named
  if (deck) return deck
  const [, name, version] = /^(.+)@(\d{1,9})$/s.exec(wanted) ?? []
  if (name !== undefined && version !== undefined) {
    const { deckId } = await findDeck(client, name)
    return await client['decks.get']({ deckId, version: Math.max(1, Number(version)) })
  }
  const known =
    decks.length === 0 ? 'the catalog has none' : `the catalog has ${decks.map((each) => each.name).join(', ')}`
  throw new AppError('not_found', `There is no deck "${wanted.slice(0, 80)}"; ${known}.`)
}

function sameName(one: string, other: string): boolean {
  return one.normalize('NFC').toLowerCase() === other.trim().normalize('NFC').toLowerCase()
}
