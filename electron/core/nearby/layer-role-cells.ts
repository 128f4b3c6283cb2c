import { LAYER_ROLES, type LayerRole } from '../../../shared/domain/nearby/layer-role.ts'
import type { Db } from '../db/database.ts'

/** The one cell of a layer's role: a role, or null where the guess holds again. */
export const ROLE_FIELD = 'role'

/** A layer keeps its role through newer editions of its file, and in a colleague's catalog. */
export function layerRoleId(dataSetName: string, part: string): string {
  return JSON.stringify([dataSetName, part])
}

/** Writes a layer's role from its head; of two people's the later one shows. */
export function materialiseLayerRole(db: Db, rowId: string): void {
  const [dataSetName, part] = JSON.parse(rowId) as [string, string]
  const head = db
    .prepare(
      `SELECT op.value, op.author FROM head JOIN op ON op.id = head.op
       WHERE head.entity = 'layerRole' AND head.row_id = ? AND head.field = ? ORDER BY op.id DESC LIMIT 1`,
    )
    .raw()
    .get(rowId, ROLE_FIELD) as [string, string] | undefined
  const role = head ? (JSON.parse(head[0]) as LayerRole | null) : null
  if (head && role !== null && LAYER_ROLES.includes(role))
    db.prepare(
      `INSERT INTO layer_role (data_set_name, part, role, author) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET role = excluded.role, author = excluded.author`,
    ).run(dataSetName, part, role, head[1])
  else db.prepare('DELETE FROM layer_role WHERE data_set_name = ? AND part = ?').run(dataSetName, part)
}
