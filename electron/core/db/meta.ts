import type { Db } from './database.ts'

type MetaKey = 'catalog_id' | 'revision' | 'node_id' | 'clock'

export function readMeta(db: Db, key: MetaKey): string | number {
  const value = db.prepare('SELECT value FROM meta WHERE key = ?').pluck().get(key) as string | number | undefined
  if (value === undefined) throw new Error(`The catalog has no ${key}.`)
  return value
}

export function writeMeta(db: Db, key: MetaKey, value: string | number): void {
  db.prepare('UPDATE meta SET value = ? WHERE key = ?').run(value, key)
}

/** The number of committed writes so far. */
export function readRevision(db: Db): number {
  return readMeta(db, 'revision') as number
}

/** Counts one more write, inside its transaction. */
export function nextRevision(db: Db): number {
  return db.prepare(`UPDATE meta SET value = value + 1 WHERE key = 'revision' RETURNING value`).pluck().get() as number
}
