import type { Annotation, AnnotationPart } from '../../../shared/contract/annotations.ts'

const MOST_LETTERS = 80

const VERBS: Readonly<Record<AnnotationPart, string>> = {
  figure: 'Reshape',
  siteId: 'Assign',
  groupId: 'Move to another layer',
  label: 'Rename',
  text: 'Edit',
  category: 'Recategorize',
  style: 'Restyle',
  photo: 'Edit',
}

/** How a user knows an annotation: by its label, or by what it is. */
export function annotationName({ label, figure }: Pick<Annotation, 'label' | 'figure'>): string {
  const words = label.trim()
  return words === '' ? `${figure.shape} without a label` : words.slice(0, MOST_LETTERS)
}

/** What undo and the history call a write. */
export function annotationStepLabel(
  created: readonly Pick<Annotation, 'label' | 'figure'>[],
  updated: readonly { name: string; parts: readonly AnnotationPart[] }[],
  removed: readonly string[],
): string {
  const kinds = [created, updated, removed].filter((each) => each.length > 0).length
  const total = created.length + updated.length + removed.length
  if (kinds > 1) return `Change ${total} annotations`
  if (created.length > 0) return `Draw ${one(created.map(annotationName))}`
  if (removed.length > 0) return `Remove ${one(removed)}`
  const parts = new Set(updated.flatMap((each) => each.parts))
  const [only, ...others] = parts
  return `${only !== undefined && others.length === 0 ? VERBS[only] : 'Edit'}: ${one(updated.map(({ name }) => name))}`
}

function one(names: readonly string[]): string {
  return names.length === 1 ? (names[0] ?? '') : `${names.length.toLocaleString('en-US')} annotations`
}
