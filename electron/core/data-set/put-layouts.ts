import type { Db } from '../db/database.ts'
import type { StagedLayout } from './staged-records.ts'

/** Keys of the header and of the shape of each layout, put into the catalog where it has them not yet. */
export function putLayouts(
  db: Db,
  layouts: readonly StagedLayout[],
): (readonly [header: number, shape: number | null])[] {
  return layouts.map(({ names, shape }) => [
    keyOf(db, 'record_header', 'names', names),
    shape === null ? null : keyOf(db, 'record_shape', 'columns', shape),
  ])
}

function keyOf(db: Db, table: 'record_header' | 'record_shape', column: 'names' | 'columns', json: string): number {
  db.prepare(`INSERT INTO ${table} (${column}) VALUES (?) ON CONFLICT (${column}) DO NOTHING`).run(json)
  return db.prepare(`SELECT key FROM ${table} WHERE ${column} = ?`).pluck().get(json) as number
}
