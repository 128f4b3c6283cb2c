import type { Map as LeafletMap } from 'leaflet'
import type { AppStore } from '../stores/app-store.ts'
import { changeable, duplicateSelected, removeSelected, selectAllOfGroup, selectedOf } from './drawing-actions.ts'
import { type DrawingTool, TOOL_TEXTS } from './drawing-tools.ts'
import type { MapDesk } from './map-desk.ts'
import { shiftFigure } from './shift-figure.ts'

/** Pixels of the crosshair for one press of an arrow key, and with Shift. */
const CROSSHAIR_STEPS = [12, 120] as const
/** Pixels of what is selected for one press, and with Shift. */
const NUDGE_STEPS = [1, 10] as const
/** How far a copy lies from its original, right and down, in pixels of the screen. */
const COPY_OFFSET_PX = 18

const ARROWS: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** What a key does while the drawing bar is open; true when it did something, so that nobody else hears it. */
export function pressKey(event: KeyboardEvent, map: LeafletMap, desk: MapDesk, store: AppStore): boolean {
  const state = store.getState()
  const isOnMap = event.target === map.getContainer()
  const isCommand = event.ctrlKey || event.metaKey
  if (isCommand && !event.altKey) return pressCommand(event, map, store)
  if (isCommand || event.altKey) return false
  if (event.key === 'Escape') return leave(desk, store)
  const arrow = ARROWS[event.key]
  const { session } = desk
  if (session) {
    if (event.key === 'Enter' && !isControl(event.target)) desk.finish()
    else if (isOnMap && event.key === 'Backspace') session.back()
    else if (isOnMap && event.key === ' ') {
      desk.crosshair.show()
      session.place(desk.crosshair.at)
    } else if (isOnMap && arrow) {
      const step = CROSSHAIR_STEPS[event.shiftKey ? 1 : 0]
      desk.crosshair.move(arrow[0] * step, arrow[1] * step)
      session.moveTo(desk.crosshair.at)
    } else return pressToolKey(event, store)
    return true
  }
  if (state.selectedAnnotations.length > 0) {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      if (isControl(event.target)) return false
      void removeSelected(store)
      return true
    }
    if (isOnMap && arrow) {
      const step = NUDGE_STEPS[event.shiftKey ? 1 : 0]
      desk.nudge.by(arrow[0] * step, arrow[1] * step, changeable(store, selectedOf(state)))
      return true
    }
  }
  return pressToolKey(event, store)
}

function pressCommand(event: KeyboardEvent, map: LeafletMap, store: AppStore): boolean {
  const key = event.key.toLowerCase()
  if (key === 'd' && store.getState().selectedAnnotations.length > 0) {
    void duplicate(map, store)
    return true
  }
  if (key === 'a') {
    selectAllOfGroup(store)
    return true
  }
  return false
}

/** Copies what is selected, a little to the right and below on the screen. */
export function duplicate(map: LeafletMap, store: AppStore): Promise<void> {
  return duplicateSelected(store, (figure) => shiftFigure(map, figure, COPY_OFFSET_PX, COPY_OFFSET_PX))
}

/** Leaves one thing after the other: a drag, the tool, the selection, the bar. */
function leave(desk: MapDesk, store: AppStore): boolean {
  const { drawingTool, selectedAnnotations, chooseTool, selectAnnotations, openDrawing } = store.getState()
  if (desk.cancelDrag()) return true
  if (drawingTool !== 'select') chooseTool('select')
  else if (selectedAnnotations.length > 0) selectAnnotations([])
  else openDrawing(false)
  return true
}

function pressToolKey(event: KeyboardEvent, store: AppStore): boolean {
  if (event.shiftKey || event.repeat) return false
  const tool = (Object.keys(TOOL_TEXTS) as DrawingTool[]).find((each) => TOOL_TEXTS[each].key === event.key)
  if (!tool) return false
  store.getState().chooseTool(tool)
  return true
}

/** Enter and Delete are a control's own while it has the focus. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, [role="menuitem"], [role="option"]') !== null
}
