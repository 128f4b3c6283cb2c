import type { SavedMapping } from '../../../shared/contract/mappings.ts'
import type { Db } from '../db/database.ts'
import { clockTimeMs } from '../oplog/clock.ts'
import { isDeleted } from '../oplog/is-deleted.ts'
import { DEFINITION_FIELD } from './mapping-cells.ts'

export type MappingDefinition = Pick<SavedMapping, 'name' | 'mapping'>

type HeadRow = [field: string, op: string, value: string, author: string, state: string]

/**
 * Writes a mapping's row from its heads; of two people's versions the later one shows. One that was saved by somebody
 * whom its deleter had not heard of stays.
 */
export function materialiseMapping(db: Db, mappingId: string): void {
  const heads = db
    .prepare(
      `SELECT head.field, op.id, op.value, op.author, coalesce(op.restores, op.id) FROM head JOIN op ON op.id = head.op
       WHERE head.entity = 'mapping' AND head.row_id = ? ORDER BY op.id DESC`,
    )
    .raw()
    .all(mappingId) as HeadRow[]
  const shown = heads.find(([field]) => field === DEFINITION_FIELD)
  const definition = shown ? (JSON.parse(shown[2]) as MappingDefinition | null) : null
  if (shown === undefined || definition === null || isDeleted(heads, (field) => field === DEFINITION_FIELD)) {
    db.prepare('DELETE FROM mapping WHERE id = ?').run(mappingId)
    return
  }
  const saved: SavedMapping = { mappingId, ...definition, author: shown[3], savedAt: clockTimeMs(shown[1]) }
  db.prepare(
    `INSERT INTO mapping (id, name, content) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, content = excluded.content`,
  ).run(mappingId, saved.name, JSON.stringify(saved))
}
