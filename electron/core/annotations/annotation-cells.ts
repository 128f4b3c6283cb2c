import { ANNOTATION_PARTS, type AnnotationPart } from '../../../shared/contract/annotations.ts'
import { DELETED_FIELD } from '../oplog/is-deleted.ts'
import { CREATED_FIELD } from '../oplog/row-state.ts'

export function isAnnotationPart(field: string): field is AnnotationPart {
  return ANNOTATION_PARTS.some((part) => part === field)
}

export function isAnnotationField(field: string): boolean {
  return field === CREATED_FIELD || field === DELETED_FIELD || isAnnotationPart(field)
}
