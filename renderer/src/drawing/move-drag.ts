import type { LatLng, Map as LeafletMap } from 'leaflet'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { AnnotationFigure } from '../../../shared/domain/annotations/annotation-figure.ts'
import { moveFigure } from '../../../shared/map/geodesy/move-figure.ts'
import type { AnnotationsView } from './annotations-view.ts'
import { inOneWorld } from './in-one-world.ts'

/** A hand that clicks trembles by less than this. */
const CLICK_PX = 4

export interface MoveHandlers {
  /** What moves when this one is taken hold of; none where it is locked. */
  movedWith(annotationId: string): readonly Annotation[]
  onMoved(moved: readonly { annotation: Annotation; figure: AnnotationFigure }[]): void
}

interface Drag {
  readonly pointerId: number
  readonly startX: number
  readonly startY: number
  readonly from: LatLng
  readonly moving: readonly Annotation[]
  to: LatLng | null
}

/** Lets annotations be dragged to another place by mouse, pen or finger. */
export class MoveDrag {
  readonly #map: LeafletMap
  readonly #view: AnnotationsView
  readonly #handlers: MoveHandlers
  #drag: Drag | null = null
  #frame = 0
  #endedAt = 0

  constructor(map: LeafletMap, view: AnnotationsView, handlers: MoveHandlers) {
    this.#map = map
    this.#view = view
    this.#handlers = handlers
    // Before Leaflet, which would take the same press for a drag of the map.
    map.getContainer().addEventListener('pointerdown', this.#onDown, true)
  }

  /** True for the click that a drag ends with. */
  get hasJustDragged(): boolean {
    return performance.now() - this.#endedAt < 80
  }

  /** Lets go and leaves all where it was; false where nothing was held. */
  cancel(): boolean {
    if (!this.#drag) return false
    const { moving, to } = this.#drag
    this.#end()
    if (to !== null) for (const { annotationId } of moving) this.#view.restore(annotationId)
    return true
  }

  remove(): void {
    this.cancel()
    this.#map.getContainer().removeEventListener('pointerdown', this.#onDown, true)
  }

  readonly #onDown = (event: PointerEvent): void => {
    const id = event.target instanceof Element ? event.target.closest('[data-annotation]') : null
    const annotationId = id?.getAttribute('data-annotation')
    if (!annotationId || !event.isPrimary || event.button !== 0 || event.shiftKey) return
    const moving = this.#handlers.movedWith(annotationId)
    if (moving.length === 0) return
    this.#map.dragging.disable()
    const { pointerId, clientX: startX, clientY: startY } = event
    this.#drag = { pointerId, startX, startY, from: this.#map.mouseEventToLatLng(event), moving, to: null }
    document.addEventListener('pointermove', this.#onMove)
    document.addEventListener('pointerup', this.#onUp)
    document.addEventListener('pointercancel', this.#onCancel)
  }

  readonly #onMove = (event: PointerEvent): void => {
    const drag = this.#drag
    if (!drag || event.pointerId !== drag.pointerId) return
    const isTremble = Math.hypot(event.clientX - drag.startX, event.clientY - drag.startY) < CLICK_PX
    if (drag.to === null && isTremble) return
    drag.to = this.#map.mouseEventToLatLng(event)
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#show)
  }

  readonly #show = (): void => {
    this.#frame = 0
    for (const { annotation, figure } of this.#moved()) this.#view.preview(annotation.annotationId, figure)
  }

  readonly #onUp = (event: PointerEvent): void => {
    if (event.pointerId !== this.#drag?.pointerId) return
    const moved = this.#moved()
    this.#end()
    if (moved.length === 0) return
    this.#endedAt = performance.now()
    this.#handlers.onMoved(moved.map(({ annotation, figure }) => ({ annotation, figure: inOneWorld(figure) })))
  }

  readonly #onCancel = (): void => {
    this.cancel()
  }

  #moved(): { annotation: Annotation; figure: AnnotationFigure }[] {
    const drag = this.#drag
    const to = drag?.to
    if (!drag || !to) return []
    return drag.moving.map((annotation) => ({
      annotation,
      figure: moveFigure(annotation.figure, [drag.from.lng, drag.from.lat], [to.lng, to.lat]),
    }))
  }

  #end(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    this.#drag = null
    this.#map.dragging.enable()
    document.removeEventListener('pointermove', this.#onMove)
    document.removeEventListener('pointerup', this.#onUp)
    document.removeEventListener('pointercancel', this.#onCancel)
  }
}
