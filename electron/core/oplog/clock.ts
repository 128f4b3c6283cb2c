import type { Db } from '../db/database.ts'
import { readMeta, writeMeta } from '../db/meta.ts'

/**
 * Op ids: 12 hex digits of milliseconds, 4 of a counter, the node. Their text order is the order of the hybrid
 * logical clock. The clock only orders what happened; that no edit is lost rests on the ops' parents.
 */
const MOST_MS = 0xffff_ffff_ffff
const MOST_COUNTS = 0xffff

/** The wall clock's share of an op id, ms since 1970. */
export function clockTimeMs(opId: string): number {
  return Number.parseInt(opId.slice(0, 12), 16)
}

/** The id after `last` on a node: later than `last` even where the wall clock has gone back. */
export function tick(last: string, node: string, nowMs: number): string {
  const lastMs = last === '' ? 0 : clockTimeMs(last)
  const lastCount = last === '' ? 0 : Number.parseInt(last.slice(13, 17), 16)
  const now = Math.min(Math.max(Math.floor(nowMs), 0), MOST_MS)
  if (now > lastMs) return opId(now, 0, node)
  return lastCount < MOST_COUNTS ? opId(lastMs, lastCount + 1, node) : opId(lastMs + 1, 0, node)
}

/** Ticks the catalog's own clock, inside the transaction of the write. */
export function tickCatalog(db: Db, nowMs: number): string {
  const clock = openClock(db, nowMs)
  const id = clock.tick()
  clock.keep()
  return id
}

/** The catalog's own clock for many ticks in one transaction, kept in the catalog at their end. */
export function openClock(db: Db, nowMs: number): { tick(): string; keep(): void } {
  const node = readMeta(db, 'node_id') as string
  let last = readMeta(db, 'clock') as string
  return {
    tick() {
      last = tick(last, node, nowMs)
      return last
    },
    keep: () => writeMeta(db, 'clock', last),
  }
}

/** Moves the catalog's clock past an id that came from elsewhere. */
export function observe(db: Db, opId: string): void {
  if (opId > (readMeta(db, 'clock') as string)) writeMeta(db, 'clock', opId)
}

function opId(ms: number, count: number, node: string): string {
  return `${ms.toString(16).padStart(12, '0')}-${count.toString(16).padStart(4, '0')}-${node}`
}
