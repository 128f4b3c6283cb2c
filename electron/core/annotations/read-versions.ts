import type { AnnotationPart } from '../../../shared/contract/annotations.ts'
import type { Db } from '../db/database.ts'
import { clockTimeMs } from '../oplog/clock.ts'
import { type PartVersion, readRowState } from '../oplog/row-state.ts'
import { isAnnotationPart } from './annotation-cells.ts'
import { requireAnnotation } from './read-annotations.ts'

export interface PartVersions {
  readonly part: AnnotationPart
  readonly versions: { readonly value: unknown; readonly author: string; readonly at: number }[]
}

/** What people made of an annotation without having seen each other's change. @throws AppError 'not_found' */
export function readVersions(db: Db, annotationId: string): PartVersions[] {
  requireAnnotation(db, annotationId)
  const conflicts =
    readRowState(db, 'annotation', annotationId, isAnnotationPart)?.conflicts ?? new Map<string, PartVersion[]>()
  return [...conflicts].flatMap(([part, versions]) =>
    isAnnotationPart(part)
      ? [
          {
            part,
            versions: versions.map(({ value, author, op }) => ({ value, author, at: clockTimeMs(op) })),
          },
        ]
      : [],
  )
}
