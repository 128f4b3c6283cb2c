import type { Db } from '../db/database.ts'
import { readDeckOps } from './deck-ops.ts'
import { deckState } from './deck-state.ts'

/** How many decks stand in the catalog otherwise than their ops leave them, or are missing. */
export function findWrongDecks(db: Db): number {
  const ids = db.prepare(`SELECT row_id FROM op WHERE entity = 'deck' UNION SELECT id FROM deck`).pluck().all()
  const content = db.prepare('SELECT content FROM deck WHERE id = ?').pluck()
  return (ids as string[]).filter((id) => {
    const wanted = deckState(id, readDeckOps(db, id))
    const found = content.get(id) as string | undefined
    return found !== (wanted === null ? undefined : JSON.stringify(wanted))
  }).length
}
