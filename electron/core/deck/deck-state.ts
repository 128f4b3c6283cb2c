import type { Deck, DeckBase } from '../../../shared/contract/decks.ts'
import type { DeckValue } from '../../../shared/contract/scenario.ts'
import { clockTimeMs } from '../oplog/clock.ts'
import { isConflict } from '../oplog/conflicts.ts'
import { DELETED_FIELD, isDeleted } from '../oplog/is-deleted.ts'
import { assumptionOf, isDeckField, VERSION_FIELD } from './deck-cells.ts'
import { type DeckOp, versionNumbers } from './deck-ops.ts'

/**
 * A deck as its ops leave it; null where nothing made it, or somebody deleted it who had seen all of it. Where two
 * people changed one part unseen by each other, the later op shows, the same on every machine.
 */
export function deckState(deckId: string, ops: readonly DeckOp[]): Deck | null {
  const heads = headsByField(ops)
  const shown = (field: string): unknown => heads.get(field)?.[0]?.value ?? null
  const name = shown('name') as string | null
  const base = shown('base') as DeckBase | null
  const asOf = shown('asOf') as string | null
  const [first] = ops
  const last = ops.at(-1)
  if (name === null || base === null || asOf === null || !first || !last || isGone(heads)) return null
  const values: Record<string, DeckValue> = {}
  const conflicts: string[] = []
  for (const [field, of] of heads) {
    const assumption = assumptionOf(field)
    const value = of[0]?.value
    if (assumption !== null && isDeckField(field) && value !== null) values[assumption] = value as DeckValue
    if (isConflict(of.map((head) => JSON.stringify(head.value)))) conflicts.push(assumption ?? field)
  }
  const numbers = versionNumbers(ops)
  const versions = heads.get(VERSION_FIELD) ?? []
  return {
    deckId,
    name,
    asOf,
    note: (shown('note') as string | null) ?? '',
    base,
    values,
    version: Math.max(1, ...versions.map((head) => numbers.get(head.id) ?? 1)),
    isMerged: versions.length > 1,
    conflicts,
    origin: shown('origin') as Deck['origin'],
    author: last.author,
    createdAt: clockTimeMs(first.id),
    editedAt: clockTimeMs(last.id),
  }
}

/** The ops of each cell that are nobody's parent, largest id first. */
export function headsByField(ops: readonly DeckOp[]): Map<string, DeckOp[]> {
  const replaced = new Set(ops.flatMap((op) => op.parents))
  const heads = new Map<string, DeckOp[]>()
  for (const op of ops.toReversed()) {
    if (replaced.has(op.id)) continue
    const list = heads.get(op.field)
    if (list) list.push(op)
    else heads.set(op.field, [op])
  }
  return heads
}

function isGone(heads: ReadonlyMap<string, readonly DeckOp[]>): boolean {
  const all = [...heads.values()].flat()
  return isDeleted(
    all.map(({ field, id, value, author, state }) => [field, id, JSON.stringify(value), author, state] as const),
    isContent,
  )
}

/** Ids of the heads that make up what a deck says. */
export function contentHeads(heads: ReadonlyMap<string, readonly DeckOp[]>): string[] {
  return [...heads].flatMap(([field, of]) => (isContent(field) ? of.map((head) => head.id) : []))
}

function isContent(field: string): boolean {
  return field !== DELETED_FIELD && field !== VERSION_FIELD
}
