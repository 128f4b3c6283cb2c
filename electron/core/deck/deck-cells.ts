import { isAssumptionKey } from '../../../shared/domain/scenario/assumption-defs.ts'
import type { CellChange } from '../oplog/cell.ts'
import { DELETED_FIELD } from '../oplog/is-deleted.ts'

/** The parts of a deck that are cells of their own, beside one cell for each assumption that it changes. */
const DECK_PARTS = ['name', 'asOf', 'note', 'base', 'origin'] as const

/** Counts the deck's changes: every change set that touches a deck has one op on this cell. */
export const VERSION_FIELD = 'version'

const VALUE = 'value.'

export function valueField(assumption: string): string {
  return `${VALUE}${assumption}`
}

/** The assumption that a field holds the value of; null for any other field. */
export function assumptionOf(field: string): string | null {
  return field.startsWith(VALUE) ? field.slice(VALUE.length) : null
}

export function isDeckField(field: string): boolean {
  const assumption = assumptionOf(field)
  if (assumption !== null) return isAssumptionKey(assumption)
  return field === VERSION_FIELD || field === DELETED_FIELD || DECK_PARTS.some((part) => part === field)
}

/** The changes with a new version of every deck among them. */
export function withDeckVersions(changes: readonly CellChange[]): readonly CellChange[] {
  const decks = new Set(changes.flatMap(({ entity, rowId }) => (entity === 'deck' ? [rowId] : [])))
  if (decks.size === 0) return changes
  return [
    ...changes,
    ...[...decks].map((rowId) => ({ entity: 'deck', rowId, field: VERSION_FIELD, value: true }) as const),
  ]
}
