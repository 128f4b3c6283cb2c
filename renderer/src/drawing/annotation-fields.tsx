import type { Annotation, AnnotationChange } from '../../../shared/contract/annotations.ts'
import {
  ANNOTATION_CATEGORIES,
  type AnnotationCategory,
} from '../../../shared/domain/annotations/annotation-category.ts'
import { defaultStyle } from '../../../shared/domain/annotations/default-style.ts'
import { useApp } from '../stores/use-app.ts'
import { CommittedField } from './committed-field.tsx'

interface AnnotationFieldsProps {
  readonly selected: readonly Annotation[]
  readonly isDisabled: boolean
  onWrite(change: Omit<AnnotationChange, 'annotationId'>, what: string): void
}

/** What annotations say and where they belong. What differs among several is left open. */
export function AnnotationFields({ selected, isDisabled, onWrite }: AnnotationFieldsProps) {
  const groups = useApp((state) => state.annotationGroups)
  const textToType = useApp((state) => state.textToType)
  const [one] = selected
  if (!one) return null
  const category = common(selected, (annotation) => annotation.category)
  const groupId = common(selected, (annotation) => annotation.groupId)
  return (
    <>
      {selected.length === 1 ? (
        <div className="inspector-fields" key={one.annotationId}>
          <CommittedField
            label={one.figure.shape === 'text' ? 'Words' : 'Label'}
            value={one.label}
            isDisabled={isDisabled}
            isFocused={textToType === one.annotationId}
            maxLength={200}
            placeholder="Shown on the map"
            onCommit={(label) => onWrite({ label }, 'the label')}
          />
          <CommittedField
            label="Note"
            isMultiline
            value={one.text}
            isDisabled={isDisabled}
            maxLength={20_000}
            onCommit={(text) => onWrite({ text }, 'the note')}
          />
        </div>
      ) : null}
      <div className="inspector-row">
        <label className="inspector-field">
          <span>Marks</span>
          <select
            value={category ?? ''}
            disabled={isDisabled}
            onChange={(event) =>
              onWrite(categoryChange(event.currentTarget.value as AnnotationCategory, selected), 'what it marks')
            }
          >
            {category === undefined ? <option value="">Different</option> : null}
            {ANNOTATION_CATEGORIES.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label className="inspector-field">
          <span>Drawing layer</span>
          <select
            value={groupId === undefined ? '?' : (groupId ?? '')}
            disabled={isDisabled || groups.length === 0}
            onChange={(event) => onWrite({ groupId: event.currentTarget.value || null }, 'the drawing layer')}
          >
            {groupId === undefined ? <option value="?">Different</option> : null}
            <option value="">None</option>
            {groups.map((group) => (
              <option key={group.groupId} value={group.groupId} disabled={group.isLocked}>
                {group.name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Belonging selected={selected} isDisabled={isDisabled} onWrite={onWrite} />
    </>
  )
}

/** To which site they belong, and the way to the open one or to the region. */
function Belonging({ selected, isDisabled, onWrite }: AnnotationFieldsProps) {
  const openId = useApp((state) => state.selectedId)
  const columns = useApp((state) => state.columns)
  const rowOf = useApp((state) => state.rowOf)
  const siteId = common(selected, (annotation) => annotation.siteId)
  const nameOfSite = (id: string) => columns?.names[rowOf.get(id) ?? -1] ?? 'a site that is gone'
  const ids = [...new Set([siteId, openId].filter((id) => typeof id === 'string'))]
  return (
    <label className="inspector-field inspector-field--wide">
      <span>Belongs to</span>
      <select
        value={siteId === undefined ? '?' : (siteId ?? '')}
        disabled={isDisabled}
        onChange={(event) => onWrite({ siteId: event.currentTarget.value || null }, 'the site')}
      >
        {siteId === undefined ? <option value="?">Different sites</option> : null}
        <option value="">The region</option>
        {ids.map((id) => (
          <option key={id} value={id}>
            {nameOfSite(id)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** What is still drawn as its category is by default goes on to be, in the colours of the new one. */
function categoryChange(
  category: AnnotationCategory,
  selected: readonly Annotation[],
): Omit<AnnotationChange, 'annotationId'> {
  const isDefault = selected.every(
    (annotation) => JSON.stringify(annotation.style) === JSON.stringify(defaultStyle(annotation.category)),
  )
  return isDefault ? { category, style: defaultStyle(category) } : { category }
}

/** What all of them have alike; undefined where they differ. */
function common<T>(annotations: readonly Annotation[], of: (annotation: Annotation) => T): T | undefined {
  const values = new Set(annotations.map(of))
  return values.size === 1 ? [...values][0] : undefined
}
