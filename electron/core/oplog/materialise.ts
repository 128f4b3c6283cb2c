import type { Db } from '../db/database.ts'
import { indexSite, siteKey } from '../site/index-sites.ts'
import { materialiseNote } from '../site/materialise-note.ts'
import { materialiseSite } from '../site/materialise-sites.ts'
import type { Cell } from './cell.ts'

/** Brings sites, notes and indices up to the heads of the given cells. */
export function materialise(db: Db, cells: Iterable<Cell>, revision: number): void {
  const sites = new Set<string>()
  const notes = new Set<string>()
  for (const cell of cells) (cell.entity === 'site' ? sites : notes).add(cell.rowId)
  for (const noteId of notes) {
    const siteId = materialiseNote(db, noteId)
    if (siteId !== null) sites.add(siteId)
  }
  for (const siteId of sites) {
    const formerKey = siteKey(db, siteId)
    materialiseSite(db, siteId, revision)
    indexSite(db, siteId, formerKey)
  }
}
