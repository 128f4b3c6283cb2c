import type { Db } from '../db/database.ts'
import { LOOK_FIELD, PLACE_FIELD } from './layer-cells.ts'

/** Writes how a layer is drawn, and where in the order, from its heads; of two people's choices the later one shows. */
export function materialiseLayer(db: Db, layerKey: string): void {
  const heads = db
    .prepare(
      `SELECT head.field, op.value FROM head JOIN op ON op.id = head.op
       WHERE head.entity = 'layer' AND head.row_id = ? ORDER BY op.id DESC`,
    )
    .raw()
    .all(layerKey) as [string, string][]
  const headOf = (field: string) => {
    const text = heads.find(([each]) => each === field)?.[1]
    return text === undefined ? null : (JSON.parse(text) as unknown)
  }
  const look = headOf(LOOK_FIELD)
  const place = headOf(PLACE_FIELD)
  if (look === null && place === null) db.prepare('DELETE FROM layer_look WHERE layer = ?').run(layerKey)
  else
    db.prepare(
      `INSERT INTO layer_look (layer, look, place) VALUES (?, ?, ?)
       ON CONFLICT (layer) DO UPDATE SET look = excluded.look, place = excluded.place`,
    ).run(layerKey, look === null ? null : JSON.stringify(look), place)
}
