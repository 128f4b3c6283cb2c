import type { Annotation, AnnotationGroup } from '../../../shared/contract/annotations.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { MOST_VERTICES_AT_ONCE } from '../../../shared/domain/annotations/annotation-limits.ts'
import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'

export interface AnnotationFilter {
  readonly siteId?: string | undefined
  readonly box?: { west: number; south: number; east: number; north: number } | undefined
  readonly limit: number
}

export interface AnnotationList {
  readonly annotations: Annotation[]
  readonly groups: AnnotationGroup[]
  readonly leftOut: number
}

/** Annotations oldest first, as many as one answer holds, and all drawing layers from bottom to top. */
export function readAnnotations(db: Db, { siteId, box, limit }: AnnotationFilter): AnnotationList {
  const where = [
    'is_gone = 0',
    ...(siteId === undefined ? [] : ['site_id = @siteId']),
    ...(box === undefined ? [] : ['west <= @east AND east >= @west AND south <= @north AND north >= @south']),
  ].join(' AND ')
  const parameters = { ...box, ...(siteId === undefined ? {} : { siteId }) }
  return db.transaction(() => {
    const groups = readGroups(db)
    const known = new Set(groups.map(({ groupId }) => groupId))
    const total = db.prepare(`SELECT count(*) FROM annotation WHERE ${where}`).pluck().get(parameters) as number
    const rows = db
      .prepare(`SELECT content, vertices FROM annotation WHERE ${where} ORDER BY made_by LIMIT @limit`)
      .iterate({ ...parameters, limit }) as IterableIterator<{ content: string; vertices: number }>
    const annotations: Annotation[] = []
    let vertices = 0
    for (const row of rows) {
      vertices += row.vertices
      if (vertices > MOST_VERTICES_AT_ONCE && annotations.length > 0) break
      const annotation = JSON.parse(row.content) as Annotation
      // Its drawing layer may have been removed, and comes back with undo.
      annotations.push(known.has(annotation.groupId ?? '') ? annotation : { ...annotation, groupId: null })
    }
    return { annotations, groups, leftOut: total - annotations.length }
  })()
}

export function readGroups(db: Db): AnnotationGroup[] {
  const rows = prepared(db, 'SELECT content FROM annotation_group ORDER BY sort, id').pluck().all() as string[]
  return rows.map((content) => JSON.parse(content) as AnnotationGroup)
}

/** An annotation that is there. @throws AppError 'not_found' */
export function requireAnnotation(db: Db, annotationId: string): Annotation {
  const content = prepared(db, 'SELECT content FROM annotation WHERE id = ? AND is_gone = 0')
    .pluck()
    .get(annotationId) as string | undefined
  if (content === undefined)
    throw new AppError('not_found', 'This annotation was removed; undo the removal or draw it again.')
  return JSON.parse(content) as Annotation
}

/** A drawing layer that is there. @throws AppError 'not_found' */
export function requireGroup(db: Db, groupId: string): AnnotationGroup {
  const content = prepared(db, 'SELECT content FROM annotation_group WHERE id = ?').pluck().get(groupId) as
    | string
    | undefined
  if (content === undefined)
    throw new AppError('not_found', 'The catalog has no such drawing layer any more; choose another one.')
  return JSON.parse(content) as AnnotationGroup
}
