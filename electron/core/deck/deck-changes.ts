import type { Deck, DeckBase } from '../../../shared/contract/decks.ts'
import type { DeckValues } from '../../../shared/contract/scenario.ts'
import type { CellChange } from '../oplog/cell.ts'
import { valueField } from './deck-cells.ts'

/** What a deck is to say. */
export interface DeckContent {
  readonly name: string
  readonly asOf: string
  readonly note: string
  readonly base: DeckBase
  readonly values: DeckValues
  readonly origin: Deck['origin']
}

/** The cells to write so that a deck says `content`; for one that is there, those alone that differ. */
export function deckChanges(deckId: string, current: Deck | null, content: DeckContent): CellChange[] {
  const { values, ...parts } = content
  const fields = new Map<string, [was: unknown, value: unknown]>()
  for (const [part, value] of Object.entries(parts))
    fields.set(part, [current?.[part as keyof typeof parts] ?? null, value])
  for (const key of new Set([...Object.keys(current?.values ?? {}), ...Object.keys(values)]))
    fields.set(valueField(key), [current?.values[key] ?? null, values[key] ?? null])
  return [...fields].flatMap(([field, [was, value]]) =>
    JSON.stringify(was) === JSON.stringify(value) ? [] : [{ entity: 'deck', rowId: deckId, field, value } as const],
  )
}
