import { IconCopy, IconLock, IconTrash, IconX, IconZoomScan } from '@tabler/icons-react'
import type { Map as LeafletMap } from 'leaflet'
import { useId, useState } from 'react'
import type { Annotation, AnnotationChange } from '../../../shared/contract/annotations.ts'
import { formatDateTime } from '../../../shared/format/format-date.ts'
import { AnnotationComments } from '../comments/annotation-comments.tsx'
import { AnnotationConflicts } from '../comments/annotation-conflicts.tsx'
import { useApp, useAppStore } from '../stores/use-app.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { AnnotationFields } from './annotation-fields.tsx'
import { CoordinateTable } from './coordinate-table.tsx'
import { duplicate } from './desk-keys.ts'
import { nameOf, removeSelected, SHAPE_NAMES, selectedOf, writeFigures } from './drawing-actions.ts'
import { MeasuresPart } from './measures-part.tsx'
import { isLocked } from './shown-annotations.ts'
import { StyleFields } from './style-fields.tsx'
import { TurnField } from './turn-field.tsx'

const MARKS = {
  atZeroZero: 'Lies at 0, 0, in the Gulf of Guinea: its place is probably missing.',
  crossesItself: 'Its outline crosses itself, so its area is not what it looks like.',
} as const

/** What is selected on the map, to be read and changed: one annotation with all it has, or several together. */
export function Inspector({ map }: { readonly map: LeafletMap }) {
  const store = useAppStore()
  const annotations = useApp((state) => state.annotations)
  const selectedAnnotations = useApp((state) => state.selectedAnnotations)
  const groups = useApp((state) => state.annotationGroups)
  const selectAnnotations = useApp((state) => state.selectAnnotations)
  const showAnnotations = useApp((state) => state.showAnnotations)
  const titleId = useId()
  const selected = selectedOf({ annotations, selectedAnnotations })
  const [one] = selected
  if (!one) return null
  const isAnyLocked = selected.some((annotation) => isLocked(annotation, groups))
  const title = selected.length === 1 ? SHAPE_NAMES[one.figure.shape] : `${selected.length} drawings`

  const write = (change: Omit<AnnotationChange, 'annotationId'>, what: string) => {
    const names = selected.length === 1 ? nameOf(one) : `${selected.length} drawings`
    void store.getState().writeAnnotations({
      update: selected.map(({ annotationId }) => ({ annotationId, ...change })),
      stepLabel: `Change ${what} of ${names}`.slice(0, 200),
    })
  }
  return (
    <section className="inspector" aria-labelledby={titleId}>
      <header className="inspector__head">
        <h2 id={titleId} className="inspector__title">
          {title}
          {isAnyLocked ? <IconLock size={14} stroke={1.8} aria-label="in a locked drawing layer" /> : null}
        </h2>
        <IconButton label="Show it on the map" onClick={() => showAnnotations(selectedAnnotations)}>
          <IconZoomScan size={16} stroke={1.7} />
        </IconButton>
        <IconButton label="Duplicate" onClick={() => void duplicate(map, store)}>
          <IconCopy size={16} stroke={1.7} />
        </IconButton>
        <IconButton label="Delete" isDisabled={isAnyLocked} onClick={() => void removeSelected(store)}>
          <IconTrash size={16} stroke={1.7} />
        </IconButton>
        <IconButton label="Close" hint="Close (Esc)" onClick={() => selectAnnotations([])}>
          <IconX size={16} stroke={1.7} />
        </IconButton>
      </header>
      <div className="inspector__body">
        <AnnotationFields selected={selected} isDisabled={isAnyLocked} onWrite={write} />
        <StyleFields
          annotation={one}
          isDisabled={isAnyLocked}
          onStyle={(change) =>
            void store.getState().writeAnnotations({
              update: selected.map(({ annotationId, style }) => ({ annotationId, style: { ...style, ...change } })),
              stepLabel: `Style ${selected.length === 1 ? nameOf(one) : `${selected.length} drawings`}`.slice(0, 200),
            })
          }
        />
        {selected.length === 1 ? <SingleParts annotation={one} isLocked={isAnyLocked} /> : null}
      </div>
    </section>
  )
}

function SingleParts({ annotation, isLocked }: { readonly annotation: Annotation; readonly isLocked: boolean }) {
  const store = useAppStore()
  const notify = useApp((state) => state.notify)
  const [isTableOpen, setTableOpen] = useState(false)
  const { author, createdAt, changedBy, changedAt, marks, conflicts, figure } = annotation
  const isChanged = changedAt !== createdAt
  return (
    <>
      {marks.map((mark) => (
        <p key={mark} className="inspector-warning">
          {MARKS[mark]}
        </p>
      ))}
      {conflicts.length > 0 ? (
        <AnnotationConflicts key={changedAt} annotation={annotation} isLocked={isLocked} />
      ) : null}
      <MeasuresPart annotation={annotation} />
      {figure.geometry.type !== 'Point' && !isLocked ? <TurnField annotation={annotation} /> : null}
      <details className="inspector-part" onToggle={(event) => setTableOpen(event.currentTarget.open)}>
        <summary>Coordinates</summary>
        {isTableOpen ? (
          <CoordinateTable
            annotation={annotation}
            isLocked={isLocked}
            onFigure={(changed) => void writeFigures(store, [{ annotation, figure: changed }], 'Reshape')}
            onRefuse={(reason) => notify('error', reason)}
          />
        ) : null}
      </details>
      <AnnotationComments annotationId={annotation.annotationId} name={nameOf(annotation)} />
      <p className="inspector-facts num">
        {author || 'Unknown'}, {formatDateTime(createdAt)}
        {isChanged ? ` · changed by ${changedBy || 'unknown'}, ${formatDateTime(changedAt)}` : ''}
      </p>
    </>
  )
}
