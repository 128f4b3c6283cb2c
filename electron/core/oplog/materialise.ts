import type { Db } from '../db/database.ts'
import { materialiseDeck } from '../deck/materialise-deck.ts'
import { indexSite, siteKey } from '../site/index-sites.ts'
import { materialiseNote } from '../site/materialise-note.ts'
import { materialiseSite } from '../site/materialise-sites.ts'
import type { Cell } from './cell.ts'

/** Brings sites, notes, decks and indices up to the heads of the given cells. */
export function materialise(db: Db, cells: Iterable<Cell>, revision: number): void {
  const rows = { site: new Set<string>(), note: new Set<string>(), deck: new Set<string>() }
  for (const { entity, rowId } of cells) rows[entity].add(rowId)
  for (const deckId of rows.deck) materialiseDeck(db, deckId)
  for (const noteId of rows.note) {
    const siteId = materialiseNote(db, noteId)
    if (siteId !== null) rows.site.add(siteId)
  }
  for (const siteId of rows.site) {
    const formerKey = siteKey(db, siteId)
    materialiseSite(db, siteId, revision)
    indexSite(db, siteId, formerKey)
  }
}
