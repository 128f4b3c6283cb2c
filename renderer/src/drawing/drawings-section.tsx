import {
  IconArrowDown,
  IconArrowUp,
  IconEye,
  IconEyeOff,
  IconLock,
  IconLockOpen,
  IconPlus,
  IconScribble,
  IconTrash,
} from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Annotation, AnnotationGroup } from '../../../shared/contract/annotations.ts'
import {
  ANNOTATION_CATEGORIES,
  type AnnotationCategory,
  categoryLabel,
} from '../../../shared/domain/annotations/annotation-category.ts'
import { LayersSection, type MapSectionProps } from '../layers/layers-section.tsx'
import { isInFilter } from '../stores/drawing-slice.ts'
import { useApp } from '../stores/use-app.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { CommittedField } from './committed-field.tsx'
import { nameOf, SHAPE_NAMES } from './drawing-actions.ts'

/** Everything drawn, by drawing layer: what is shown, locked, on top of what, and a way to each drawing for the keyboard. */
export function DrawingsSection(_: MapSectionProps) {
  const annotations = useApp((state) => state.annotations)
  const groups = useApp((state) => state.annotationGroups)
  const filter = useApp((state) => state.drawingFilter)
  const openSite = useApp((state) => state.selectedId)
  const saveGroup = useApp((state) => state.saveAnnotationGroup)
  const openDrawing = useApp((state) => state.openDrawing)
  const chooseDrawingGroup = useApp((state) => state.chooseDrawingGroup)
  const shown = useMemo(
    () => annotations.filter((annotation) => isInFilter(annotation, filter, openSite)),
    [annotations, filter, openSite],
  )
  // The topmost on the map is the topmost in the list.
  const fromTop = groups.toReversed()
  const groupIds = new Set(groups.map(({ groupId }) => groupId))
  const ungrouped = shown.filter(({ groupId }) => groupId === null || !groupIds.has(groupId))
  const name = `Drawing layer ${groups.length + 1}`
  return (
    <LayersSection
      title="Drawings"
      icon={<IconScribble size={16} stroke={1.7} />}
      count={shown.length}
      actions={
        <IconButton
          label="New drawing layer"
          onClick={async () => {
            const groupId = await saveGroup({ name, order: Math.max(0, ...groups.map(({ order }) => order)) + 1 })
            // What is drawn next is what the layer was made for.
            if (groupId !== null) chooseDrawingGroup(groupId)
          }}
        >
          <IconPlus size={16} stroke={1.7} />
        </IconButton>
      }
    >
      {annotations.length === 0 && groups.length === 0 ? (
        <p className="layers-section__empty">
          Nothing yet.{' '}
          <button type="button" className="link" onClick={() => openDrawing(true)}>
            Draw on the map
          </button>{' '}
          to mark roads, pads and setbacks.
        </p>
      ) : (
        <Filter annotations={annotations} />
      )}
      {fromTop.map((group, at) => (
        <GroupPart
          key={group.groupId}
          group={group}
          above={fromTop.slice(0, at).reverse()}
          below={fromTop.slice(at + 1)}
          annotations={shown.filter(({ groupId }) => groupId === group.groupId)}
        />
      ))}
      {ungrouped.length > 0 ? (
        <div className="drawing-group">
          {groups.length > 0 ? <div className="drawing-group__rest">In no drawing layer</div> : null}
          <AnnotationList annotations={ungrouped} />
        </div>
      ) : null}
    </LayersSection>
  )
}

function Filter({ annotations }: { readonly annotations: readonly Annotation[] }) {
  const filter = useApp((state) => state.drawingFilter)
  const filterDrawings = useApp((state) => state.filterDrawings)
  const hasOpenSite = useApp((state) => state.selectedId !== null)
  const authors = [...new Set(annotations.map(({ author }) => author))].sort()
  const used = new Set(annotations.map(({ category }) => category))
  const categories = ANNOTATION_CATEGORIES.filter(({ id }) => used.has(id))
  if (authors.length < 2 && categories.length < 2 && !hasOpenSite && !isFiltering(filter)) return null
  return (
    <div className="drawing-filter">
      <select
        aria-label="Show drawings of"
        value={filter.author ?? ''}
        onChange={(event) => filterDrawings({ author: event.currentTarget.value || null })}
      >
        <option value="">All people</option>
        {authors.map((author) => (
          <option key={author} value={author}>
            {author || 'Unknown'}
          </option>
        ))}
      </select>
      <select
        aria-label="Show drawings that mark"
        value={filter.category ?? ''}
        onChange={(event) =>
          filterDrawings({ category: (event.currentTarget.value || null) as AnnotationCategory | null })
        }
      >
        <option value="">All kinds</option>
        {categories.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      {hasOpenSite || filter.isOfOpenSite ? (
        <label className="drawing-filter__site">
          <input
            type="checkbox"
            checked={filter.isOfOpenSite}
            onChange={(event) => filterDrawings({ isOfOpenSite: event.currentTarget.checked })}
          />
          Open site only
        </label>
      ) : null}
    </div>
  )
}

function isFiltering({
  author,
  category,
  isOfOpenSite,
}: {
  author: unknown
  category: unknown
  isOfOpenSite: boolean
}) {
  return author !== null || category !== null || isOfOpenSite
}

interface GroupPartProps {
  readonly group: AnnotationGroup
  /** The layers over it and under it, the nearest first. */
  readonly above: readonly AnnotationGroup[]
  readonly below: readonly AnnotationGroup[]
  readonly annotations: readonly Annotation[]
}

function GroupPart({ group, above, below, annotations }: GroupPartProps) {
  const { groupId, name, isHidden, isLocked } = group
  const saveGroup = useApp((state) => state.saveAnnotationGroup)
  const removeGroup = useApp((state) => state.removeAnnotationGroup)
  const notify = useApp((state) => state.notify)
  const [isRenaming, setRenaming] = useState(false)
  /** Between two others in one write, so that one undo brings it back. */
  const moveTo = (near: AnnotationGroup | undefined, far: AnnotationGroup | undefined, step: 1 | -1) => {
    if (near) void saveGroup({ groupId, order: far ? (near.order + far.order) / 2 : near.order + step })
  }
  return (
    <section className="drawing-group" aria-label={name} data-hidden={isHidden}>
      <div className="drawing-group__head">
        {isRenaming ? (
          <CommittedField
            label="Name of the drawing layer"
            value={name}
            isFocused
            isLabelHidden
            maxLength={80}
            onCommit={(typed) => {
              void saveGroup({ groupId, name: typed })
              setRenaming(false)
            }}
          />
        ) : (
          <button
            type="button"
            className="drawing-group__name"
            title="Rename"
            disabled={isLocked}
            onClick={() => setRenaming(true)}
          >
            {name}
          </button>
        )}
        <span className="drawing-group__count num">{annotations.length.toLocaleString('en-US')}</span>
        <IconButton
          label={`Raise ${name}`}
          isDisabled={above.length === 0}
          onClick={() => moveTo(above[0], above[1], 1)}
        >
          <IconArrowUp size={14} stroke={1.8} />
        </IconButton>
        <IconButton
          label={`Lower ${name}`}
          isDisabled={below.length === 0}
          onClick={() => moveTo(below[0], below[1], -1)}
        >
          <IconArrowDown size={14} stroke={1.8} />
        </IconButton>
        <IconButton
          label={isLocked ? `Unlock ${name}` : `Lock ${name}`}
          onClick={() => void saveGroup({ groupId, isLocked: !isLocked })}
        >
          {isLocked ? <IconLock size={14} stroke={1.8} /> : <IconLockOpen size={14} stroke={1.8} />}
        </IconButton>
        <IconButton
          label={isHidden ? `Show ${name}` : `Hide ${name}`}
          onClick={() => void saveGroup({ groupId, isHidden: !isHidden })}
        >
          {isHidden ? <IconEyeOff size={14} stroke={1.8} /> : <IconEye size={14} stroke={1.8} />}
        </IconButton>
        <IconButton
          label={`Remove ${name}`}
          isDisabled={isLocked}
          onClick={async () => {
            if (await removeGroup(groupId, false))
              notify('done', `Removed the drawing layer ${name}; what was in it is kept.`)
          }}
        >
          <IconTrash size={14} stroke={1.8} />
        </IconButton>
      </div>
      <AnnotationList annotations={annotations} />
    </section>
  )
}

/** More rows than this wait for a click: thousands of them would make the panel slow. */
const FIRST_ROWS = 60

function AnnotationList({ annotations }: { readonly annotations: readonly Annotation[] }) {
  const selected = useApp((state) => state.selectedAnnotations)
  const showAnnotations = useApp((state) => state.showAnnotations)
  const [isWhole, setWhole] = useState(false)
  const rows = isWhole ? annotations : annotations.slice(0, FIRST_ROWS)
  return (
    <ul className="drawing-list">
      {rows.map((annotation) => {
        const { annotationId, category, figure, style, marks } = annotation
        const name = nameOf(annotation)
        const kind = category === 'other' ? SHAPE_NAMES[figure.shape] : categoryLabel(category)
        return (
          <li key={annotationId}>
            <button
              type="button"
              className="drawing-row"
              aria-current={selected.includes(annotationId)}
              onClick={(event) =>
                showAnnotations(event.shiftKey ? [...new Set([...selected, annotationId])] : [annotationId])
              }
            >
              <span className="drawing-row__mark" style={{ backgroundColor: style.strokeColor }} aria-hidden />
              <span className="drawing-row__name">{name}</span>
              {name === kind ? null : <span className="drawing-row__kind">{kind}</span>}
              {marks.length > 0 ? <span title="Something is odd about it; open it to see what.">⚠</span> : null}
            </button>
          </li>
        )
      })}
      {rows.length < annotations.length ? (
        <li>
          <button type="button" className="link" onClick={() => setWhole(true)}>
            Show all {annotations.length.toLocaleString('en-US')}
          </button>
        </li>
      ) : null}
    </ul>
  )
}
