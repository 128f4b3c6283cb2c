import { type Map as LeafletMap, type LeafletMouseEvent, latLngBounds } from 'leaflet'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { AnnotationFigure } from '../../../shared/domain/annotations/annotation-figure.ts'
import { defaultStyle } from '../../../shared/domain/annotations/default-style.ts'
import { figureBox } from '../../../shared/map/geodesy/figure-box.ts'
import { figurePlaces } from '../../../shared/map/geodesy/figure-places.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import { prefersStillness } from '../map/home-view.ts'
import type { AppState } from '../stores/app-state.ts'
import type { AppStore } from '../stores/app-store.ts'
import { AnnotationLabels } from './annotation-labels.ts'
import { pathOptions } from './annotation-path.ts'
import { AnnotationsView } from './annotations-view.ts'
import { Crosshair } from './crosshair.ts'
import { CutSession } from './cut-session.ts'
import { nameOf, SHAPE_NAMES, selectedOf, writeFigures } from './drawing-actions.ts'
import { type DrawingTool, type DrawTool, isDrawing, isDrawTool } from './drawing-tools.ts'
import { EditSession, MOST_HANDLES } from './edit-session.ts'
import { FreehandSession } from './freehand-session.ts'
import { GeomanSession } from './geoman-session.ts'
import { keepCuts } from './keep-cuts.ts'
import { keepDrawn } from './keep-drawn.ts'
import { loadGeoman } from './load-geoman.ts'
import { draftText, rulerText } from './measure-text.ts'
import { MoveDrag } from './move-drag.ts'
import { nearAnnotation } from './near-annotation.ts'
import { Nudge } from './nudge.ts'
import { Readout } from './readout.ts'
import { RULER_STYLE, Ruler } from './ruler.ts'
import { isLocked, shownAnnotations } from './shown-annotations.ts'
import type { ToolHandlers, ToolSession } from './tool-session.ts'

/** A finger covers more than a pointer's tip. */
const REACH_PX = { touch: 22, other: 7 }
/** A single point is shown from no nearer than this, so that its surroundings can be told. */
const FOCUS_ZOOM = 14
/** On a wider map what is looked at can lie between the panels over it; on a narrower one there is no room there. */
const ROOM_BESIDE_PANELS_PX = 900

/** Ties the map to the drawings of the store: shows them, and carries the tools out. React only starts and ends it. */
export class MapDesk {
  readonly crosshair: Crosshair
  readonly nudge: Nudge
  readonly #map: LeafletMap
  readonly #store: AppStore
  readonly #announce: (text: string) => void
  readonly #view: AnnotationsView
  readonly #labels: AnnotationLabels
  readonly #move: MoveDrag
  readonly #readout: Readout
  readonly #ruler: Ruler
  readonly #unsubscribe: () => void
  #scheme: MapScheme
  #session: ToolSession | null = null
  #edit: EditSession | null = null
  /** Counts up with every tool, as Geoman may come after the next one was chosen. */
  #turn = 0

  constructor(map: LeafletMap, store: AppStore, scheme: MapScheme, announce: (text: string) => void) {
    this.#map = map
    this.#store = store
    this.#scheme = scheme
    this.#announce = announce
    this.#view = new AnnotationsView(map, this.#onAnnotationClick)
    this.#labels = new AnnotationLabels(scheme, getComputedStyle(map.getContainer()).fontFamily).addTo(map)
    this.crosshair = new Crosshair(map)
    this.#readout = new Readout(map)
    this.#ruler = new Ruler(map)
    this.nudge = new Nudge(map, this.#view, (edits) => void this.#write(edits, 'Move'))
    this.#move = new MoveDrag(map, this.#view, {
      movedWith: (annotationId) => this.#movedWith(annotationId),
      onMoved: (edits) => void this.#write(edits, 'Move'),
    })
    map.on('click', this.#onMapClick)
    this.#unsubscribe = store.subscribe((state, before) => this.#onState(state, before))
    this.#show(store.getState())
    void this.#takeTool(store.getState())
  }

  /** The shape that is being drawn, to be led by keys; null while nothing is. */
  get session(): ToolSession | null {
    return this.#session
  }

  setScheme(scheme: MapScheme): void {
    this.#scheme = scheme
    this.#show(this.#store.getState())
  }

  /** Leaves a drag in the middle; false where there was none. */
  cancelDrag(): boolean {
    return this.#move.cancel()
  }

  /** Ends the shape that is being drawn; tells what is missing for it. */
  finish(): void {
    const missing = this.#session?.finish() ?? null
    if (missing !== null) this.#announce(missing)
  }

  remove(): void {
    this.nudge.flush()
    this.#turn += 1
    this.#unsubscribe()
    this.#stopTool()
    this.#map.off('click', this.#onMapClick)
    this.#move.remove()
    this.#readout.remove()
    this.#ruler.remove()
    this.crosshair.remove()
    this.#labels.remove()
    this.#view.remove()
    delete this.#map.getContainer().dataset['drawing']
  }

  #onState(state: AppState, before: AppState): void {
    const isOther = (...parts: readonly (keyof AppState)[]) => parts.some((part) => state[part] !== before[part])
    if (isOther('annotations')) this.#forgetGone(state)
    if (isOther('annotations', 'annotationGroups', 'drawingFilter', 'selectedId', 'selectedAnnotations')) {
      this.#show(this.#store.getState())
      this.#edit?.edit(this.#editable())
    }
    if (isOther('isDrawingOpen', 'drawingTool', 'photoToPlace')) void this.#takeTool(state)
    if (isOther('annotationFocus')) this.#zoomTo(selectedOf(state))
  }

  /** What an undo or a colleague took away is selected no more. */
  #forgetGone({ annotations, selectedAnnotations, selectAnnotations }: AppState): void {
    if (selectedAnnotations.length === 0) return
    const there = new Set(annotations.map(({ annotationId }) => annotationId))
    const left = selectedAnnotations.filter((id) => there.has(id))
    if (left.length < selectedAnnotations.length) selectAnnotations(left)
  }

  #show(state: AppState): void {
    const shown = shownAnnotations(state)
    const selected = new Set(state.selectedAnnotations)
    this.#view.show(shown)
    this.#view.select(selected)
    this.#labels.show(shown, selected, this.#scheme)
  }

  async #takeTool(state: AppState): Promise<void> {
    this.#turn += 1
    const turn = this.#turn
    this.#stopTool()
    delete this.#map.getContainer().dataset['ready']
    const container = this.#map.getContainer()
    if (!state.isDrawingOpen) {
      delete container.dataset['drawing']
      return
    }
    const { drawingTool } = state
    container.dataset['drawing'] = modeOf(drawingTool)
    let prepare: Awaited<ReturnType<typeof loadGeoman>>
    try {
      prepare = await loadGeoman(this.#map)
    } catch (error) {
      state.report(error)
      return
    }
    if (turn !== this.#turn) return
    this.#view.makeEditable(prepare)
    this.#startTool(this.#store.getState())
    // Geoman comes a moment after the first tool was chosen; a click before that would be lost unseen.
    container.dataset['ready'] = drawingTool
  }

  #startTool(state: AppState): void {
    const { drawingTool: tool } = state
    if (tool === 'vertices' || tool === 'rotate') {
      const verb = tool === 'rotate' ? 'Rotate' : 'Reshape'
      this.#edit = new EditSession(
        this.#view,
        tool,
        (annotation, figure) => void this.#write([{ annotation, figure }], verb),
      )
      this.#edit.edit(this.#editable())
      this.#tellWithoutHandles(state)
    } else if (tool === 'cut') this.#startCut(state)
    else if (tool === 'measure')
      this.#session = new GeomanSession(this.#map, 'line', RULER_STYLE, {
        ...this.#handlers(rulerText),
        onDrawn: this.#onMeasured,
      })
    else if (tool !== 'photo' || state.photoToPlace !== null) if (isDrawTool(tool)) this.#startDrawing(tool, state)
  }

  #tellWithoutHandles(state: AppState): void {
    const selected = selectedOf(state)
    if (selected.length === 0) this.#announce('Select a drawing first; then it gets handles.')
    const large = selected.find(({ figure }) => figurePlaces(figure).length > MOST_HANDLES)
    if (large)
      state.notify(
        'error',
        `${nameOf(large)} has too many vertices for handles; change them in its table of coordinates.`,
      )
  }

  #startDrawing(tool: DrawTool, state: AppState): void {
    const style = pathOptions(
      defaultStyle(state.drawingCategory),
      tool,
      tool === 'line' || tool === 'arrow' || tool === 'freehand',
    )
    const handlers = this.#handlers(draftText)
    this.#session =
      tool === 'freehand'
        ? new FreehandSession(this.#map, style, handlers)
        : new GeomanSession(this.#map, tool, style, handlers)
  }

  #startCut(state: AppState): void {
    const selected = selectedOf(state)
    const candidates = (selected.length > 0 ? selected : this.#view.all()).filter(
      (each) =>
        !isLocked(each, state.annotationGroups) &&
        (each.figure.geometry.type !== 'Point' || each.figure.radiusMetres !== null),
    )
    if (candidates.length === 0) {
      state.notify('error', 'There is no line or area here that can be cut; draw or select one first.')
      state.chooseTool('select')
      return
    }
    this.#session = new CutSession(this.#map, this.#view, candidates, this.#handlers(draftText), (cuts) => {
      this.#store.getState().chooseTool('select')
      void keepCuts(this.#store, cuts).then(this.#announce)
    })
  }

  #stopTool(): void {
    this.#move.cancel()
    this.#session?.stop()
    this.#session = null
    this.#edit?.stop()
    this.#edit = null
    this.#readout.show(null)
    this.#ruler.clear()
    this.crosshair.hide()
  }

  #handlers(textOf: typeof draftText): ToolHandlers {
    let text: string | null = null
    return {
      onDraft: (figure) => {
        text = figure === null ? null : textOf(figure, this.#store.getState().measureUnits)
        this.#readout.show(text)
      },
      onPoints: (count) => this.#announce(count === 0 ? 'No point is set.' : pointsText(count, text)),
      onDrawn: this.#onDrawn,
    }
  }

  readonly #onDrawn = (figure: AnnotationFigure): void => {
    const state = this.#store.getState()
    void keepDrawn(this.#store, figure).then((text) => {
      if (text !== null) this.#announce(text)
    })
    if (!state.keepsTool || figure.shape === 'photo' || figure.shape === 'text') state.chooseTool('select')
    // Geoman has ended its tool with the shape.
    else void this.#takeTool(state)
  }

  readonly #onMeasured = (figure: AnnotationFigure): void => {
    const text = rulerText(figure, this.#store.getState().measureUnits)
    this.#announce(`${text}. Approximate, not a survey.`)
    void this.#takeTool(this.#store.getState()).then(() => this.#ruler.show(figure, text))
  }

  async #write(edits: readonly { annotation: Annotation; figure: AnnotationFigure }[], verb: string): Promise<void> {
    const isKept = await writeFigures(this.#store, edits, verb)
    if (isKept) this.#announce(`${verb}: ${edits.map(({ figure }) => SHAPE_NAMES[figure.shape]).join(', ')}.`)
    else for (const { annotation } of edits) this.#view.restore(annotation.annotationId)
  }

  #editable(): string[] {
    const state = this.#store.getState()
    return selectedOf(state)
      .filter((annotation) => !isLocked(annotation, state.annotationGroups))
      .map(({ annotationId }) => annotationId)
  }

  #movedWith(annotationId: string): readonly Annotation[] {
    const state = this.#store.getState()
    if (!state.isDrawingOpen || state.drawingTool !== 'select') return []
    const one = state.annotations.filter((each) => each.annotationId === annotationId)
    const all = state.selectedAnnotations.includes(annotationId) ? selectedOf(state) : one
    return all.filter((annotation) => !isLocked(annotation, state.annotationGroups))
  }

  readonly #onAnnotationClick = (annotationId: string, event: LeafletMouseEvent): void => {
    if (this.#move.hasJustDragged) return
    const { selectedAnnotations, selectAnnotations } = this.#store.getState()
    if (!event.originalEvent.shiftKey) selectAnnotations([annotationId])
    else if (selectedAnnotations.includes(annotationId))
      selectAnnotations(selectedAnnotations.filter((id) => id !== annotationId))
    else selectAnnotations([...selectedAnnotations, annotationId])
  }

  readonly #onMapClick = (event: LeafletMouseEvent): void => {
    const { isDrawingOpen, selectedAnnotations, selectAnnotations } = this.#store.getState()
    if (this.#session !== null || this.#move.hasJustDragged) return
    const isTouch = (event.originalEvent as Partial<PointerEvent>).pointerType === 'touch'
    const near = isDrawingOpen
      ? nearAnnotation(this.#map, this.#view.all(), event.containerPoint, isTouch ? REACH_PX.touch : REACH_PX.other)
      : null
    if (near !== null) this.#onAnnotationClick(near, event)
    else if (selectedAnnotations.length > 0 && !event.originalEvent.shiftKey) selectAnnotations([])
  }

  #zoomTo(annotations: readonly Annotation[]): void {
    if (annotations.length === 0) return
    const bounds = latLngBounds([])
    for (const { figure } of annotations) {
      const { west, south, east, north } = figureBox(figure)
      bounds.extend([south, west]).extend([north, east])
    }
    const isWide = this.#map.getSize().x >= ROOM_BESIDE_PANELS_PX
    const isLayersOpen = this.#store.getState().layersPanel.isOpen
    this.#map.fitBounds(bounds, {
      maxZoom: FOCUS_ZOOM,
      paddingTopLeft: [isWide && isLayersOpen ? 340 : 40, 110],
      paddingBottomRight: [isWide ? 370 : 40, 70],
      animate: !prefersStillness(),
    })
  }
}

function pointsText(count: number, text: string | null): string {
  const points = count === 1 ? 'One point is set' : `${count} points are set`
  return text === null ? `${points}.` : `${points}: ${text}.`
}

/** Which of what is drawn takes the pointer: all to be moved, handles alone, or nothing while something is drawn over it. */
function modeOf(tool: DrawingTool): 'select' | 'edit' | 'draw' {
  if (isDrawing(tool)) return 'draw'
  return tool === 'select' ? 'select' : 'edit'
}
