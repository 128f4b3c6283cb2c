import { isSiteFieldKey } from '../../../shared/domain/site/site-fields.ts'
import { isAnnotationField } from '../annotations/annotation-cells.ts'
import { isGroupField } from '../annotations/group-cells.ts'
import { isCommentField, isThreadField } from '../comments/comment-cells.ts'
import { isDeckField } from '../deck/deck-cells.ts'
import { EVIDENCE_FIELDS } from '../evidence/evidence-cells.ts'
import { LAND_FIELD } from '../land/land-cells.ts'
import { isLayerField } from '../layers/layer-cells.ts'
import { isMappingField } from '../mapping/mapping-cells.ts'
import { ROLE_FIELD } from '../nearby/layer-role-cells.ts'
import { isRulerField } from '../ruler/ruler-cells.ts'

/** What an op speaks of: one field of one site, note, deck, ruler, mapping, drawing or comment. */
export interface Cell {
  readonly entity: Entity
  readonly rowId: string
  readonly field: string
}

export type Entity =
  | 'site'
  | 'note'
  | 'deck'
  | 'evidence'
  | 'ruler'
  | 'mapping'
  | 'annotation'
  | 'annotationGroup'
  | 'commentThread'
  | 'comment'
  | 'layerRole'
  | 'land'
  | 'layer'

/** A change of one cell; `value` is JSON, and null takes the cell back to what it was before anybody wrote it. */
export interface CellChange extends Cell {
  readonly value: unknown
  /** The op whose state an undo or redo brings back; left out for a person's own change. */
  readonly restores?: string | null
}

const NOTE_FIELDS: ReadonlySet<string> = new Set(['site', 'text', '_deleted'])

/** True for the cells that this version can write; everything else is refused at the write door. */
export function isKnownCell(cell: { readonly entity: string; readonly field: string }): boolean {
  if (cell.entity === 'site') return isSiteFieldKey(cell.field)
  if (cell.entity === 'deck') return isDeckField(cell.field)
  if (cell.entity === 'evidence') return EVIDENCE_FIELDS.has(cell.field)
  if (cell.entity === 'ruler') return isRulerField(cell.field)
  if (cell.entity === 'mapping') return isMappingField(cell.field)
  if (cell.entity === 'annotation') return isAnnotationField(cell.field)
  if (cell.entity === 'annotationGroup') return isGroupField(cell.field)
  if (cell.entity === 'commentThread') return isThreadField(cell.field)
  if (cell.entity === 'comment') return isCommentField(cell.field)
  if (cell.entity === 'layer') return isLayerField(cell.field)
  if (cell.entity === 'land') return cell.field === LAND_FIELD
  if (cell.entity === 'layerRole') return cell.field === ROLE_FIELD
  return cell.entity === 'note' && NOTE_FIELDS.has(cell.field)
}
