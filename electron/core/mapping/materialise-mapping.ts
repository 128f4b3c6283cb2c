import type { SavedMapping } from '../../../shared/contract/mappings.ts'
import type { Db } from '../db/database.ts'
import { clockTimeMs } from '../oplog/clock.ts'
import { DEFINITION_FIELD, DELETED_FIELD } from './mapping-cells.ts'

export type MappingDefinition = Pick<SavedMapping, 'name' | 'mapping'>

/** What an op on a mapping's `_deleted` cell says: which versions its author had seen. */
export interface MappingDeletion {
  readonly saw: readonly string[]
}

type HeadRow = [field: string, op: string, value: string, author: string]

/**
 * Writes a mapping's row from its heads; of two people's versions the later one shows. One that was saved by somebody
 * whom its deleter had not heard of stays.
 */
export function materialiseMapping(db: Db, mappingId: string): void {
  const heads = db
    .prepare(
      `SELECT head.field, op.id, op.value, op.author FROM head JOIN op ON op.id = head.op
       WHERE head.entity = 'mapping' AND head.row_id = ? ORDER BY op.id DESC`,
    )
    .raw()
    .all(mappingId) as HeadRow[]
  const shown = heads.find(([field]) => field === DEFINITION_FIELD)
  const definition = shown ? (JSON.parse(shown[2]) as MappingDefinition | null) : null
  if (shown === undefined || definition === null || isDeleted(heads)) {
    db.prepare('DELETE FROM mapping WHERE id = ?').run(mappingId)
    return
  }
  const saved: SavedMapping = { mappingId, ...definition, author: shown[3], savedAt: clockTimeMs(shown[1]) }
  db.prepare(
    `INSERT INTO mapping (id, name, content) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, content = excluded.content`,
  ).run(mappingId, saved.name, JSON.stringify(saved))
}

function isDeleted(heads: readonly HeadRow[]): boolean {
  const deletions = heads
    .filter(([field]) => field === DELETED_FIELD)
    .map(([, , value]) => JSON.parse(value) as MappingDeletion | null)
  const [latest] = deletions
  if (!latest) return false
  const seen = new Set(deletions.flatMap((deletion) => deletion?.saw ?? []))
  return heads.every(([field, op]) => field !== DEFINITION_FIELD || seen.has(op))
}
