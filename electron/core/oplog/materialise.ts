import { materialiseAnnotation } from '../annotations/materialise-annotation.ts'
import { materialiseGroup } from '../annotations/materialise-group.ts'
import { materialiseComment } from '../comments/materialise-comment.ts'
import { materialiseThread } from '../comments/materialise-thread.ts'
import type { Db } from '../db/database.ts'
import { materialiseDeck } from '../deck/materialise-deck.ts'
import { materialiseEvidence } from '../evidence/materialise-evidence.ts'
import { materialiseLand } from '../land/land-cells.ts'
import { materialiseLayer } from '../layers/materialise-layer.ts'
import { materialiseMapping } from '../mapping/materialise-mapping.ts'
import { materialiseLayerRole } from '../nearby/layer-role-cells.ts'
import { materialiseRuler } from '../ruler/materialise-ruler.ts'
import { indexSite, siteKey } from '../site/index-sites.ts'
import { materialiseNote } from '../site/materialise-note.ts'
import { materialiseSite } from '../site/materialise-sites.ts'
import type { Cell, Entity } from './cell.ts'

/** Brings sites, notes, decks, rulers, mappings, drawings, comments and indices up to the heads of the given cells. */
export function materialise(db: Db, cells: Iterable<Cell>, revision: number): void {
  const rows: Record<Entity, Set<string>> = {
    site: new Set(),
    note: new Set(),
    deck: new Set(),
    ruler: new Set(),
    evidence: new Set(),
    mapping: new Set(),
    annotation: new Set(),
    annotationGroup: new Set(),
    commentThread: new Set(),
    comment: new Set(),
    layerRole: new Set(),
    land: new Set(),
    layer: new Set(),
  }
  for (const { entity, rowId } of cells) rows[entity].add(rowId)
  for (const deckId of rows.deck) materialiseDeck(db, deckId)
  for (const evidenceId of rows.evidence) materialiseEvidence(db, evidenceId)
  for (const rulerId of rows.ruler) materialiseRuler(db, rulerId)
  for (const mappingId of rows.mapping) materialiseMapping(db, mappingId)
  for (const groupId of rows.annotationGroup) materialiseGroup(db, groupId)
  for (const annotationId of rows.annotation) materialiseAnnotation(db, annotationId)
  for (const threadId of rows.commentThread) materialiseThread(db, threadId)
  for (const commentId of rows.comment) materialiseComment(db, commentId)
  for (const layerKey of rows.layer) materialiseLayer(db, layerKey)
  for (const siteId of rows.land) materialiseLand(db, siteId)
  for (const roleId of rows.layerRole) materialiseLayerRole(db, roleId)
  for (const noteId of rows.note) {
    const siteId = materialiseNote(db, noteId)
    if (siteId !== null) rows.site.add(siteId)
  }
  for (const siteId of rows.site) {
    const formerKey = siteKey(db, siteId)
    materialiseSite(db, siteId, revision)
    indexSite(db, siteId, formerKey)
  }
}
