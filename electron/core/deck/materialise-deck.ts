import type { Db } from '../db/database.ts'
import { readDeckOps } from './deck-ops.ts'
import { deckState } from './deck-state.ts'

/** Writes a deck's row from its ops; one that is deleted has none. */
export function materialiseDeck(db: Db, deckId: string): void {
  const deck = deckState(deckId, readDeckOps(db, deckId))
  if (deck === null) {
    db.prepare('DELETE FROM deck WHERE id = ?').run(deckId)
    return
  }
  db.prepare(
    `INSERT INTO deck (id, name, version, content) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, version = excluded.version, content = excluded.content`,
  ).run(deckId, deck.name, deck.version, JSON.stringify(deck))
}
