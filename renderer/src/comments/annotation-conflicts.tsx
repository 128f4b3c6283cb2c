import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import { formatDateTime } from '../../../shared/format/format-date.ts'
import type { AnnotationVersions } from '../stores/annotation-slice.ts'
import { useApp } from '../stores/use-app.ts'
import { PART_NAMES, partText } from './part-text.ts'

export interface AnnotationConflictsProps {
  readonly annotation: Annotation
  readonly isLocked: boolean
}

/** What two people made of a drawing unseen by each other, and which of it is to stand. */
export function AnnotationConflicts({ annotation, isLocked }: AnnotationConflictsProps) {
  const { annotationId } = annotation
  const readVersions = useApp((state) => state.readAnnotationVersions)
  const writeAnnotations = useApp((state) => state.writeAnnotations)
  const sites = useApp((state) => state.columns)
  const rowOf = useApp((state) => state.rowOf)
  const groups = useApp((state) => state.annotationGroups)
  const [parts, setParts] = useState<readonly AnnotationVersions[]>([])
  useEffect(() => {
    let isCurrent = true
    void readVersions(annotationId).then((found) => {
      if (isCurrent && found !== null) setParts(found)
    })
    return () => {
      isCurrent = false
    }
  }, [annotationId, readVersions])
  const nameOf = (kind: 'site' | 'group', id: string) =>
    kind === 'site'
      ? (sites?.names[rowOf.get(id) ?? -1] ?? id)
      : (groups.find(({ groupId }) => groupId === id)?.name ?? 'a removed layer')
  return (
    <section className="conflicts" aria-label="Changes that disagree">
      {parts.map(({ part, versions }) => (
        <div key={part} className="conflict">
          <p className="draft-mark">Two people changed {PART_NAMES[part]} unseen by each other. Which one stands?</p>
          {versions.map(({ value, author, at }, index) => (
            <div key={`${author} ${at}`} className="conflict__version">
              <div>
                <div className="conflict__value">{partText(part, value, nameOf)}</div>
                <div className="muted num">
                  {author || 'Unknown'}, {formatDateTime(at)}
                  {index === 0 ? ' · shown now' : ''}
                </div>
              </div>
              <Button
                size="compact-xs"
                variant="default"
                disabled={isLocked}
                onClick={() =>
                  void writeAnnotations({
                    update: [{ annotationId, [part]: value }],
                    stepLabel: `Settle ${PART_NAMES[part]} of ${annotation.label || annotation.figure.shape}`.slice(
                      0,
                      200,
                    ),
                  })
                }
              >
                {index === 0 ? 'Keep' : 'Take'}
              </Button>
            </div>
          ))}
        </div>
      ))}
    </section>
  )
}
