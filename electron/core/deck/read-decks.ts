import type { Deck, DeckVersion } from '../../../shared/contract/decks.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { findPreset } from '../../../shared/domain/scenario/presets.ts'
import type { Db } from '../db/database.ts'
import { clockTimeMs } from '../oplog/clock.ts'
import { VERSION_FIELD } from './deck-cells.ts'
import { opsOfVersion, readDeckOps, versionNumbers } from './deck-ops.ts'
import { deckState } from './deck-state.ts'

/** All decks by name. */
export function readDecks(db: Db): Deck[] {
  const rows = db.prepare('SELECT content FROM deck ORDER BY name COLLATE NOCASE, id').pluck().all() as string[]
  return rows.map((content) => JSON.parse(content) as Deck)
}

/** @throws AppError 'not_found', or 'bad_input' for a preset, which is not kept in the catalog. */
export function requireDeck(db: Db, deckId: string): Deck {
  const preset = findPreset(deckId)
  if (preset)
    throw new AppError(
      'bad_input',
      `The market of ${preset.label} is built in and stays as it is; duplicate it and change the copy.`,
    )
  const content = db.prepare('SELECT content FROM deck WHERE id = ?').pluck().get(deckId) as string | undefined
  if (content === undefined)
    throw new AppError('not_found', 'The catalog has no such deck any more; choose another one.')
  return JSON.parse(content) as Deck
}

/**
 * A deck as it was at a version, by its number or its id. Of two versions of one number the later one.
 * @throws AppError 'not_found'
 */
export function readDeckVersion(db: Db, deckId: string, version: number | string): Deck {
  const current = requireDeck(db, deckId)
  // What two people's versions make together is no version of one of them.
  if (version === current.version) return current
  const ops = readDeckOps(db, deckId)
  const found = [...versionNumbers(ops)].findLast(([id, number]) => id === version || number === version)
  const deck = found ? deckState(deckId, opsOfVersion(ops, found[0])) : null
  if (deck === null)
    throw new AppError(
      'not_found',
      `The deck ${current.name} has no version ${version}; it stands at ${current.version}.`,
    )
  return deck
}

/** Every version of a deck, newest first. @throws AppError 'not_found' */
export function readDeckVersions(db: Db, deckId: string): DeckVersion[] {
  requireDeck(db, deckId)
  const ops = readDeckOps(db, deckId)
  const numbers = versionNumbers(ops)
  const describe = db.prepare('SELECT label, kind FROM change_set WHERE id = ?').raw()
  return ops
    .filter((op) => op.field === VERSION_FIELD)
    .toReversed()
    .map((op) => {
      const [label, kind] = (describe.get(op.changeSet) as [string, string] | undefined) ?? ['', 'edit']
      return {
        version: numbers.get(op.id) ?? 1,
        versionId: op.id,
        label: kind === 'edit' ? label : `${kind === 'undo' ? 'Undo' : 'Redo'}: ${label}`,
        author: op.author,
        at: clockTimeMs(op.id),
      }
    })
}
