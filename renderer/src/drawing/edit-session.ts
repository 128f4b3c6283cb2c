import type { Layer, PM } from 'leaflet'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { AnnotationFigure } from '../../../shared/domain/annotations/annotation-figure.ts'
import type { AnnotationShape } from '../../../shared/domain/annotations/annotation-shape.ts'
import { figurePlaces } from '../../../shared/map/geodesy/figure-places.ts'
import type { AnnotationsView } from './annotations-view.ts'
import { inOneWorld } from './in-one-world.ts'
import { isUpright } from './is-upright.ts'
import { layerFigures } from './layer-figure.ts'

/** With more corners than this, handles would neither be told apart nor be made in time; the table edits them. */
export const MOST_HANDLES = 2_000

type Editable = Layer & { readonly pm?: PM.PMLayer }

/** Handles on the corners of the selected annotations, to drag them or to turn the whole. */
export class EditSession {
  readonly #view: AnnotationsView
  readonly #kind: 'vertices' | 'rotate'
  readonly #onEdited: (annotation: Annotation, figure: AnnotationFigure) => void
  readonly #layers = new Map<string, Editable>()
  #wanted: readonly string[] = []

  constructor(
    view: AnnotationsView,
    kind: 'vertices' | 'rotate',
    onEdited: (annotation: Annotation, figure: AnnotationFigure) => void,
  ) {
    this.#view = view
    this.#kind = kind
    this.#onEdited = onEdited
  }

  /** Puts handles on these alone; called again after the view was renewed, on the layers that are new. */
  edit(annotationIds: readonly string[]): void {
    this.#wanted = annotationIds
    for (const [id, layer] of this.#layers)
      if (!annotationIds.includes(id) || this.#view.layerOf(id) !== layer) this.#release(id)
    for (const id of annotationIds) if (!this.#layers.has(id)) this.#take(id)
  }

  stop(): void {
    for (const id of [...this.#layers.keys()]) this.#release(id)
    // A shape that was dragged and not let go shows what the catalog has.
    for (const id of this.#wanted) this.#view.restore(id)
  }

  #take(id: string): void {
    const layer = this.#view.layerOf(id) as Editable | undefined
    const annotation = this.#view.annotationOf(id)
    if (!layer?.pm || !annotation || figurePlaces(annotation.figure).length > MOST_HANDLES) return
    if (this.#kind === 'rotate') {
      if (annotation.figure.geometry.type === 'Point') return
      layer.pm.enableRotate()
      layer.on('pm:rotateend', this.#onRotated)
    } else {
      layer.pm.enable({
        snappable: true,
        allowSelfIntersection: true,
        removeLayerBelowMinVertexCount: false,
        draggable: true,
      })
      layer.on('pm:edit', this.#onEditedLayer)
    }
    this.#layers.set(id, layer)
  }

  #release(id: string): void {
    const layer = this.#layers.get(id)
    this.#layers.delete(id)
    if (!layer?.pm) return
    layer.off('pm:edit', this.#onEditedLayer)
    layer.off('pm:rotateend', this.#onRotated)
    if (this.#kind === 'rotate') layer.pm.disableRotate()
    else layer.pm.disable()
  }

  readonly #onEditedLayer = ({ target }: { target: Layer }): void => this.#tell(target, false)
  readonly #onRotated = ({ target }: { target: Layer }): void => this.#tell(target, true)

  #tell(layer: Layer, isTurned: boolean): void {
    const id = this.#view.idOf(layer)
    const annotation = id === undefined ? undefined : this.#view.annotationOf(id)
    if (!annotation) return
    const figure = layerFigures(layer, annotation.figure.shape)[0]
    if (figure) this.#onEdited(annotation, inOneWorld({ ...figure, shape: shapeAfter(figure, isTurned) }))
  }
}

/** A rectangle whose corners were dragged out of square is one no more. */
function shapeAfter({ shape, geometry }: AnnotationFigure, isTurned: boolean): AnnotationShape {
  if (shape !== 'rectangle' || isTurned || geometry.type !== 'Polygon') return shape
  const ring = geometry.coordinates[0]
  return ring && geometry.coordinates.length === 1 && isUpright(ring) ? shape : 'polygon'
}
