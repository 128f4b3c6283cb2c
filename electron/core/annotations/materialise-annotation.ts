import { figureBox } from '../../../shared/map/geodesy/figure-box.ts'
import { figurePlaces } from '../../../shared/map/geodesy/figure-places.ts'
import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import { annotationState } from './annotation-state.ts'

/** Writes an annotation's row from its heads. One that somebody changed whom its remover had not heard of stays. */
export function materialiseAnnotation(db: Db, annotationId: string): void {
  const state = annotationState(db, annotationId)
  if (state === null) {
    prepared(db, 'DELETE FROM annotation WHERE id = ?').run(annotationId)
    return
  }
  const { annotation, isGone, madeBy } = state
  const { west, south, east, north } = figureBox(annotation.figure)
  prepared(
    db,
    `INSERT INTO annotation (id, site_id, group_id, is_gone, west, south, east, north, vertices, made_by, content)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET site_id = excluded.site_id, group_id = excluded.group_id,
       is_gone = excluded.is_gone, west = excluded.west, south = excluded.south, east = excluded.east,
       north = excluded.north, vertices = excluded.vertices, made_by = excluded.made_by,
       content = excluded.content`,
  ).run(
    annotationId,
    annotation.siteId,
    annotation.groupId,
    isGone ? 1 : 0,
    west,
    south,
    east,
    north,
    figurePlaces(annotation.figure).length,
    madeBy,
    JSON.stringify(annotation),
  )
}
