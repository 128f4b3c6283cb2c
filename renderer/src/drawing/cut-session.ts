import { type LatLng, type Layer, type Map as LeafletMap, Polygon } from 'leaflet'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { AnnotationFigure } from '../../../shared/domain/annotations/annotation-figure.ts'
import { circlePolygon } from '../../../shared/map/geodesy/circle-polygon.ts'
import type { AnnotationsView } from './annotations-view.ts'
import { DRAWINGS_PANE } from './drawing-panes.ts'
import { GeomanSession } from './geoman-session.ts'
import { inOneWorld } from './in-one-world.ts'
import { layerFigures } from './layer-figure.ts'
import type { ToolHandlers, ToolSession } from './tool-session.ts'

/** What a cut left of an annotation: nothing, one figure, or several pieces of a line. */
export interface Cut {
  readonly annotation: Annotation
  readonly left: readonly AnnotationFigure[]
}

/** Draws an area and takes it out of annotations; which is whose follows through the cut, as Geoman makes new layers. */
export class CutSession implements ToolSession {
  readonly #map: LeafletMap
  readonly #view: AnnotationsView
  readonly #onCuts: (cuts: readonly Cut[]) => void
  readonly #idOf = new Map<Layer, string>()
  readonly #stands: Layer[] = []
  readonly #session: GeomanSession
  #cuts: Cut[] = []

  constructor(
    map: LeafletMap,
    view: AnnotationsView,
    annotations: readonly Annotation[],
    handlers: ToolHandlers,
    onCuts: (cuts: readonly Cut[]) => void,
  ) {
    this.#map = map
    this.#view = view
    this.#onCuts = onCuts
    for (const annotation of annotations) {
      const layer = this.#cuttable(annotation)
      if (layer) this.#idOf.set(layer, annotation.annotationId)
    }
    map.on('pm:cut', this.#onCut)
    map.on('pm:drawend', this.#onEnd)
    this.#session = new GeomanSession(map, 'polygon', { color: '#d6249f', weight: 2 }, handlers, [...this.#idOf.keys()])
  }

  moveTo(at: LatLng): void {
    this.#session.moveTo(at)
  }

  place(at: LatLng): void {
    this.#session.place(at)
  }

  back(): void {
    this.#session.back()
  }

  finish(): string | null {
    return this.#session.finish()
  }

  stop(): void {
    this.#map.off('pm:cut', this.#onCut)
    this.#map.off('pm:drawend', this.#onEnd)
    this.#session.stop()
    for (const layer of this.#stands) layer.remove()
  }

  /** Geoman cuts no circles, so a polygon stands in for one. */
  #cuttable({ annotationId, figure: { geometry, radiusMetres } }: Annotation): Layer | undefined {
    if (geometry.type !== 'Point') return this.#view.layerOf(annotationId)
    if (radiusMetres === null) return undefined
    const ring = circlePolygon(geometry.coordinates, radiusMetres)
    const stand = new Polygon(
      ring.map(([longitude, latitude]): [number, number] => [latitude, longitude]),
      { pane: DRAWINGS_PANE, stroke: false, fill: false, interactive: false, pmIgnore: false },
    ).addTo(this.#map)
    this.#stands.push(stand)
    return stand
  }

  readonly #onCut = ({ layer, originalLayer }: { layer: Layer; originalLayer: Layer }): void => {
    layer.remove()
    const id = this.#idOf.get(originalLayer)
    const annotation = id === undefined ? undefined : this.#view.annotationOf(id)
    if (!annotation) return
    this.#view.restore(annotation.annotationId)
    const { shape } = annotation.figure
    const after = shape === 'rectangle' || shape === 'circle' ? 'polygon' : shape
    const left = layerFigures(layer, after).filter(hasPlaces).map(inOneWorld)
    this.#cuts.push({ annotation, left })
  }

  /** Geoman ends its tool after the last of the cuts. */
  readonly #onEnd = (): void => {
    const cuts = this.#cuts
    this.#cuts = []
    queueMicrotask(() => this.#onCuts(cuts))
  }
}

/** Of what was cut away whole, Geoman leaves a layer without a place. */
function hasPlaces({ geometry }: AnnotationFigure): boolean {
  if (geometry.type === 'LineString') return geometry.coordinates.length > 1
  return geometry.type === 'Point' || geometry.coordinates.flat(2).length > 3
}
