import type { SavedRuler } from '../../../shared/contract/rulers.ts'
import type { Db } from '../db/database.ts'
import { clockTimeMs } from '../oplog/clock.ts'
import { isDeleted } from '../oplog/is-deleted.ts'
import { DEFINITION_FIELD } from './ruler-cells.ts'

export type RulerDefinition = Pick<SavedRuler, 'name' | 'lens' | 'criteria' | 'judgments'>

type HeadRow = [field: string, op: string, value: string, author: string, state: string]

/**
 * Writes a ruler's row from its heads; of two people's versions the later one shows. One that was saved by somebody
 * whom its deleter had not heard of stays.
 */
export function materialiseRuler(db: Db, rulerId: string): void {
  const heads = db
    .prepare(
      `SELECT head.field, op.id, op.value, op.author, coalesce(op.restores, op.id) FROM head JOIN op ON op.id = head.op
       WHERE head.entity = 'ruler' AND head.row_id = ? ORDER BY op.id DESC`,
    )
    .raw()
    .all(rulerId) as HeadRow[]
  const shown = heads.find(([field]) => field === DEFINITION_FIELD)
  const definition = shown ? (JSON.parse(shown[2]) as RulerDefinition | null) : null
  if (shown === undefined || definition === null || isDeleted(heads, (field) => field === DEFINITION_FIELD)) {
    db.prepare('DELETE FROM ruler WHERE id = ?').run(rulerId)
    return
  }
  const version = db
    .prepare(`SELECT count(*) FROM op WHERE entity = 'ruler' AND row_id = ? AND field = ?`)
    .pluck()
    .get(rulerId, DEFINITION_FIELD) as number
  const ruler: SavedRuler = { rulerId, ...definition, version, author: shown[3], savedAt: clockTimeMs(shown[1]) }
  db.prepare(
    `INSERT INTO ruler (id, name, version, content) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, version = excluded.version, content = excluded.content`,
  ).run(rulerId, ruler.name, version, JSON.stringify(ruler))
}
