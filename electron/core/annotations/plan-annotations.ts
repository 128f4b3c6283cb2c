import { randomUUID } from 'node:crypto'
import type {
  Annotation,
  AnnotationChange,
  AnnotationPart,
  NewAnnotation,
} from '../../../shared/contract/annotations.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { MOST_VERTICES_AT_ONCE } from '../../../shared/domain/annotations/annotation-limits.ts'
import { figurePlaces } from '../../../shared/map/geodesy/figure-places.ts'
import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import type { CellChange } from '../oplog/cell.ts'
import type { Deletion } from '../oplog/is-deleted.ts'
import { DELETED_FIELD } from '../oplog/is-deleted.ts'
import { CREATED_FIELD, type PartValue, seenOps } from '../oplog/row-state.ts'
import { requireSite } from '../site/read-site.ts'
import { isAnnotationPart } from './annotation-cells.ts'
import { annotationName, annotationStepLabel } from './annotation-words.ts'
import { readGroups, requireAnnotation, requireGroup } from './read-annotations.ts'

export interface AnnotationWrite {
  readonly create: readonly NewAnnotation[]
  readonly update: readonly AnnotationChange[]
  readonly remove: readonly string[]
  readonly stepLabel?: string | undefined
}

export interface PlannedAnnotations {
  readonly label: string
  readonly changes: CellChange[]
  readonly created: string[]
}

const entity = 'annotation'

/**
 * The cells that a write of annotations changes; only those that differ from what is there.
 * @param newGroups drawing layers that the same step makes.
 * @throws AppError 'not_found', 'conflict' for a locked drawing layer or an id that is taken, 'bad_input' for too much.
 */
export function planAnnotations(
  db: Db,
  { create, update, remove, stepLabel }: AnnotationWrite,
  newGroups: ReadonlySet<string> = new Set(),
): PlannedAnnotations {
  const locked = new Map(readGroups(db).flatMap((group) => (group.isLocked ? [[group.groupId, group.name]] : [])))
  const requireUnlocked = (groupId: string | null) => {
    const name = groupId === null ? undefined : locked.get(groupId)
    if (name !== undefined)
      throw new AppError('conflict', `The drawing layer ${name} is locked; unlock it to change what is in it.`)
  }
  const changes: CellChange[] = []
  requireRoom([...create, ...update])

  const created = create.map((each) => {
    const { annotationId: rowId = randomUUID(), ...given } = each
    if (isTaken(db, rowId))
      throw new AppError('conflict', 'An annotation of this id is there already; draw it under another one.')
    requireReferences(db, newGroups.has(given.groupId ?? '') ? { ...given, groupId: null } : given)
    requireUnlocked(given.groupId)
    changes.push({ entity, rowId, field: CREATED_FIELD, value: said(given) })
    return rowId
  })

  const updated = update.flatMap(({ annotationId, ...given }) => {
    const current = requireAnnotation(db, annotationId)
    const differing = Object.entries(given).filter(
      ([part, value]) =>
        value !== undefined &&
        isAnnotationPart(part) &&
        // Writing a part again that two people changed settles it.
        (current.conflicts.includes(part) || JSON.stringify(value) !== JSON.stringify(current[part])),
    ) as [AnnotationPart, unknown][]
    if (differing.length === 0) return []
    requireUnlocked(current.groupId)
    requireUnlocked(given.groupId ?? null)
    const differs = (part: AnnotationPart) => differing.some(([each]) => each === part)
    requireReferences(db, {
      siteId: (differs('siteId') && given.siteId) || null,
      groupId: (differs('groupId') && given.groupId) || null,
      photo: (differs('photo') && given.photo) || null,
    })
    for (const [field, value] of differing) {
      const part: PartValue = { value }
      changes.push({ entity, rowId: annotationId, field, value: part })
    }
    return [{ name: annotationName(current), parts: differing.map(([part]) => part) }]
  })

  const removed = [...new Set(remove)].map((annotationId) => {
    const current = requireAnnotation(db, annotationId)
    requireUnlocked(current.groupId)
    const deletion: Deletion = { saw: seenOps(db, entity, annotationId) }
    changes.push({ entity, rowId: annotationId, field: DELETED_FIELD, value: deletion })
    return annotationName(current)
  })
  return { label: stepLabel ?? annotationStepLabel(create, updated, removed), changes, created }
}

/** What is worth keeping of a new annotation: what is not said stays free to be drawn by default. */
function said(given: Omit<NewAnnotation, 'annotationId'>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  )
}

function isTaken(db: Db, rowId: string): boolean {
  return prepared(db, `SELECT 1 FROM op WHERE entity = 'annotation' AND row_id = ? LIMIT 1`).pluck().get(rowId) === 1
}

function requireRoom(written: readonly { figure?: Annotation['figure'] | undefined }[]): void {
  const vertices = written.reduce((sum, { figure }) => sum + (figure ? figurePlaces(figure).length : 0), 0)
  if (vertices > MOST_VERTICES_AT_ONCE)
    throw new AppError(
      'bad_input',
      `${vertices.toLocaleString('en-US')} vertices are too many for one step; import them as a layer instead.`,
    )
}

function requireReferences(db: Db, { siteId, groupId, photo }: Pick<Annotation, 'siteId' | 'groupId' | 'photo'>): void {
  if (siteId) requireSite(db, siteId)
  if (groupId) requireGroup(db, groupId)
  if (photo && prepared(db, 'SELECT 1 FROM evidence WHERE id = ?').pluck().get(photo.evidenceId) === undefined)
    throw new AppError('not_found', 'The photo of this annotation is no longer in the catalog; attach it again.')
}
