import { IconChevronDown, IconCopy, IconPencil, IconPin, IconTrash, IconX } from '@tabler/icons-react'
import type { Map as LeafletMap } from 'leaflet'
import { type KeyboardEvent, useRef } from 'react'
import {
  ANNOTATION_CATEGORIES,
  type AnnotationCategory,
} from '../../../shared/domain/annotations/annotation-category.ts'
import { useApp, useAppStore } from '../stores/use-app.ts'
import { duplicate } from './desk-keys.ts'
import { removeSelected } from './drawing-actions.ts'
import { type DrawingTool, isDrawTool, TOOL_TEXTS } from './drawing-tools.ts'
import { PhotoChoice } from './photo-choice.tsx'
import { TOOL_ICONS } from './tool-icons.tsx'
import { UnitChoice } from './unit-choice.tsx'

/** The tools in the order of the bar; between two lists there is a gap. */
const TOOLS: readonly (readonly DrawingTool[])[] = [
  ['select'],
  ['point', 'line', 'arrow', 'freehand', 'polygon', 'rectangle', 'circle', 'text', 'photo'],
  ['measure'],
  ['vertices', 'cut', 'rotate'],
]

/** The button that opens the desk to draw on, and its tools in a row over the map. */
export function DrawingBar({ map }: { readonly map: LeafletMap }) {
  const isOpen = useApp((state) => state.isDrawingOpen)
  const openDrawing = useApp((state) => state.openDrawing)
  const bar = useRef<HTMLDivElement>(null)

  /** One stop for Tab, arrows within, as toolbars have it. */
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined || event.target instanceof HTMLSelectElement) return
    const buttons = [...(bar.current?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? [])]
    const at = buttons.indexOf(event.target as HTMLElement)
    if (at < 0) return
    event.preventDefault()
    event.stopPropagation()
    buttons[(at + step + buttons.length) % buttons.length]?.focus()
  }
  return (
    <div className="drawing-head">
      <button
        type="button"
        className="layers-button drawing-toggle"
        aria-expanded={isOpen}
        title={isOpen ? 'Put the pencil away (Esc)' : 'Draw, measure and note on the map'}
        onClick={() => openDrawing(!isOpen)}
      >
        {isOpen ? <IconX size={16} stroke={1.7} aria-hidden /> : <IconPencil size={16} stroke={1.7} aria-hidden />}
        Draw
      </button>
      {isOpen ? (
        <div className="drawing-bar">
          <div ref={bar} className="drawing-tools" role="toolbar" aria-label="Drawing tools" onKeyDown={onKeyDown}>
            {TOOLS.map((tools) => (
              <div key={tools[0]} className="drawing-tools__set">
                {tools.map((tool) => (
                  <ToolButton key={tool} tool={tool} map={map} />
                ))}
              </div>
            ))}
            <Actions map={map} />
          </div>
          <Settings />
        </div>
      ) : null}
    </div>
  )
}

function ToolButton({ tool, map }: { readonly tool: DrawingTool; readonly map: LeafletMap }) {
  const isChosen = useApp((state) => state.drawingTool === tool)
  const chooseTool = useApp((state) => state.chooseTool)
  const { label, key } = TOOL_TEXTS[tool]
  const Icon = TOOL_ICONS[tool]
  return (
    <button
      type="button"
      className="drawing-tool"
      aria-label={label}
      aria-pressed={isChosen}
      // The bar is one stop for Tab; arrows go on from there.
      tabIndex={isChosen ? 0 : -1}
      aria-keyshortcuts={key}
      title={`${label} (${key.toUpperCase()})`}
      onClick={(event) => {
        chooseTool(tool)
        // Chosen by a key, the keys go on to draw.
        if (event.detail === 0 && tool !== 'photo') map.getContainer().focus()
      }}
    >
      <Icon size={18} stroke={1.6} aria-hidden />
    </button>
  )
}

function Actions({ map }: { readonly map: LeafletMap }) {
  const store = useAppStore()
  const count = useApp((state) => state.selectedAnnotations.length)
  const keepsTool = useApp((state) => state.keepsTool)
  const keepTool = useApp((state) => state.keepTool)
  return (
    <>
      <div className="drawing-tools__set">
        <button
          type="button"
          tabIndex={-1}
          className="drawing-tool"
          aria-label="Duplicate"
          title="Duplicate what is selected (Ctrl+D)"
          disabled={count === 0}
          onClick={() => void duplicate(map, store)}
        >
          <IconCopy size={18} stroke={1.6} aria-hidden />
        </button>
        <button
          type="button"
          tabIndex={-1}
          className="drawing-tool"
          aria-label="Delete"
          title="Delete what is selected (Delete)"
          disabled={count === 0}
          onClick={() => void removeSelected(store)}
        >
          <IconTrash size={18} stroke={1.6} aria-hidden />
        </button>
      </div>
      <div className="drawing-tools__set">
        <button
          type="button"
          tabIndex={-1}
          className="drawing-tool"
          aria-label="Keep the tool after each shape"
          aria-pressed={keepsTool}
          title="Keep the tool after each shape"
          onClick={() => keepTool(!keepsTool)}
        >
          <IconPin size={18} stroke={1.6} aria-hidden />
        </button>
      </div>
    </>
  )
}

/** What goes with the tool, and what to do with it. */
function Settings() {
  const tool = useApp((state) => state.drawingTool)
  return (
    <div className="drawing-settings">
      {isDrawTool(tool) ? <Belonging /> : null}
      {tool === 'photo' ? <PhotoChoice /> : null}
      {tool === 'measure' ? (
        <span className="drawing-choice">
          <UnitChoice />
          <IconChevronDown size={12} stroke={2} aria-hidden />
        </span>
      ) : null}
      <p className="drawing-hint">
        {TOOL_TEXTS[tool].hint} <span className="drawing-hint__keys">{TOOL_TEXTS[tool].keys}</span>
      </p>
    </div>
  )
}

/** What new shapes mark and which drawing layer they go into. */
function Belonging() {
  const category = useApp((state) => state.drawingCategory)
  const chooseCategory = useApp((state) => state.chooseCategory)
  const groups = useApp((state) => state.annotationGroups)
  const groupId = useApp((state) => state.drawingGroupId)
  const chooseGroup = useApp((state) => state.chooseDrawingGroup)
  return (
    <>
      <label className="drawing-choice">
        <span>Marks</span>
        <select value={category} onChange={(event) => chooseCategory(event.currentTarget.value as AnnotationCategory)}>
          {ANNOTATION_CATEGORIES.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
        <IconChevronDown size={12} stroke={2} aria-hidden />
      </label>
      {groups.length === 0 ? null : (
        <label className="drawing-choice">
          <span>into</span>
          <select
            value={groups.some((group) => group.groupId === groupId && !group.isLocked) ? (groupId ?? '') : ''}
            onChange={(event) => chooseGroup(event.currentTarget.value === '' ? null : event.currentTarget.value)}
          >
            <option value="">no drawing layer</option>
            {groups.map((group) => (
              <option key={group.groupId} value={group.groupId} disabled={group.isLocked}>
                {group.isLocked ? `${group.name} (locked)` : group.name}
              </option>
            ))}
          </select>
          <IconChevronDown size={12} stroke={2} aria-hidden />
        </label>
      )}
    </>
  )
}
