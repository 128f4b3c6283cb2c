import type { Map as LeafletMap } from 'leaflet'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { AnnotationsView } from './annotations-view.ts'
import type { FigureEdit } from './drawing-actions.ts'
import { shiftFigure } from './shift-figure.ts'

/** Presses of an arrow key that follow each other within this make one step of undo. */
const PAUSE_MS = 450

/** Moves annotations by pixels of the screen, as arrow keys do. */
export class Nudge {
  readonly #map: LeafletMap
  readonly #view: AnnotationsView
  readonly #onMoved: (edits: readonly FigureEdit[]) => void
  #edits: readonly FigureEdit[] = []
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(map: LeafletMap, view: AnnotationsView, onMoved: (edits: readonly FigureEdit[]) => void) {
    this.#map = map
    this.#view = view
    this.#onMoved = onMoved
  }

  by(rightPx: number, downPx: number, annotations: readonly Annotation[]): void {
    const before =
      this.#edits.length > 0 ? this.#edits : annotations.map((each) => ({ annotation: each, figure: each.figure }))
    this.#edits = before.map(({ annotation, figure }) => ({
      annotation,
      figure: shiftFigure(this.#map, figure, rightPx, downPx),
    }))
    for (const { annotation, figure } of this.#edits) this.#view.preview(annotation.annotationId, figure)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.flush(), PAUSE_MS)
  }

  /** Tells at once what was moved so far. */
  flush(): void {
    clearTimeout(this.#timer)
    const edits = this.#edits
    this.#edits = []
    if (edits.length > 0) this.#onMoved(edits)
  }
}
