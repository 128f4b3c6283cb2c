import type { LatLng, Layer, Map as LeafletMap, PathOptions, PM } from 'leaflet'
import { Circle } from 'leaflet'
import type { AnnotationFigure, LonLat } from '../../../shared/domain/annotations/annotation-figure.ts'
import type { AnnotationShape } from '../../../shared/domain/annotations/annotation-shape.ts'
import { fireAt } from './fire-at.ts'
import { inOneWorld } from './in-one-world.ts'
import { layerFigures } from './layer-figure.ts'
import { ellipsoidRadius } from './leaflet-radius.ts'
import type { ToolHandlers, ToolSession } from './tool-session.ts'

/** Which of Geoman's tools draws a shape. Its own texts and markers are not used: neither can be styled as ours are. */
const GEOMAN_SHAPES: Readonly<Record<AnnotationShape, PM.SUPPORTED_SHAPES>> = {
  point: 'CircleMarker',
  text: 'CircleMarker',
  photo: 'CircleMarker',
  line: 'Line',
  arrow: 'Line',
  freehand: 'Line',
  polygon: 'Polygon',
  rectangle: 'Rectangle',
  circle: 'Circle',
}

/** Points that each of Geoman's tools needs before it can end. */
const FEWEST: Readonly<Record<string, readonly [count: number, sentence: string]>> = {
  Line: [2, 'A line needs two points; set another one.'],
  Polygon: [3, 'An area needs three corners; set another one.'],
  Cut: [3, 'An area needs three corners; set another one.'],
  Rectangle: [1, 'Set the first corner.'],
  Circle: [1, 'Set the middle.'],
  CircleMarker: [1, 'Press Space to set it here.'],
}

/** The parts of Geoman's tools that its types leave out. */
interface GeomanTool {
  readonly _hintMarker?: Layer & { getElement(): Element | undefined }
  _finishShape?(): void
  _removeLastVertex?(): void
}

/** Draws one shape with Geoman, or with `cut` the area that is taken out of `layersToCut`. */
export class GeomanSession implements ToolSession {
  readonly #map: LeafletMap
  readonly #shape: AnnotationShape
  readonly #geomanShape: PM.SUPPORTED_SHAPES
  readonly #handlers: ToolHandlers
  #workingLayer: Layer | null = null
  #points = 0

  constructor(map: LeafletMap, shape: AnnotationShape, style: PathOptions, handlers: ToolHandlers, cut?: Layer[]) {
    this.#map = map
    this.#shape = shape
    this.#geomanShape = cut ? 'Cut' : GEOMAN_SHAPES[shape]
    this.#handlers = handlers
    map.on('pm:drawstart', this.#onStart)
    map.on('pm:create', this.#onCreate)
    map.on('click', this.#onClick)
    const line = { color: style.color ?? '', weight: style.weight ?? 2 }
    map.pm.enableDraw(this.#geomanShape, {
      templineStyle: line,
      hintlineStyle: { ...line, dashArray: '5 6' },
      pathOptions: { ...style, className: 'drawing-draft' },
      resizeableCircle: true,
      resizeableCircleMarker: false,
      ...(cut ? { layersToCut: cut } : {}),
    })
    this.#showHint(false)
    map.once('mousemove', this.#onFirstMove)
  }

  moveTo(at: LatLng): void {
    fireAt(this.#map, 'mousemove', at)
  }

  place(at: LatLng): void {
    this.moveTo(at)
    fireAt(this.#map, 'click', at)
  }

  back(): void {
    if (this.#points <= 1 || !this.#tool._removeLastVertex) return
    this.#tool._removeLastVertex()
    this.#setPoints(this.#points - 1)
  }

  finish(): string | null {
    const [fewest, sentence] = FEWEST[this.#geomanShape] ?? [1, '']
    if (this.#points < fewest || this.#geomanShape === 'CircleMarker') return sentence
    this.#tool._finishShape?.()
    return null
  }

  stop(): void {
    this.#map.off('pm:drawstart', this.#onStart)
    this.#map.off('pm:create', this.#onCreate)
    this.#map.off('click', this.#onClick)
    this.#map.off('mousemove', this.#onFirstMove)
    this.#workingLayer?.off('pm:change', this.#onChange)
    this.#workingLayer?.off('pm:vertexadded', this.#onVertex)
    this.#map.pm.disableDraw(this.#geomanShape)
  }

  get #tool(): GeomanTool {
    return (this.#map.pm.Draw as unknown as Record<string, GeomanTool>)[this.#geomanShape] ?? {}
  }

  readonly #onStart = ({ workingLayer }: { workingLayer: Layer }): void => {
    this.#workingLayer = workingLayer
    workingLayer.on('pm:change', this.#onChange)
    workingLayer.on('pm:vertexadded', this.#onVertex)
  }

  readonly #onFirstMove = (): void => this.#showHint(true)

  readonly #onVertex = (): void => this.#setPoints(this.#points + 1)

  /** Geoman tells of the vertices of lines and areas; of the others the first click is the one that counts. */
  readonly #onClick = (): void => {
    const isSet = this.#geomanShape === 'Rectangle' || this.#geomanShape === 'Circle'
    if (isSet && this.#points === 0) this.#setPoints(1)
  }

  readonly #onChange = ({ latlngs }: { latlngs: unknown }): void => {
    this.#handlers.onDraft(this.#draft(latlngs))
  }

  readonly #onCreate = ({ layer }: { layer: Layer }): void => {
    layer.remove()
    const figure = layerFigures(layer, this.#shape)[0]
    if (figure) this.#handlers.onDrawn(inOneWorld(figure))
  }

  /** Until the pointer comes, its mark would stand in the middle of the map as if something were there. */
  #showHint(isShown: boolean): void {
    this.#tool._hintMarker?.getElement()?.classList.toggle('drawing-hint-hidden', !isShown)
  }

  #setPoints(count: number): void {
    this.#points = count
    this.#handlers.onPoints(count)
  }

  #draft(latlngs: unknown): AnnotationFigure | null {
    if (this.#workingLayer instanceof Circle && this.#points > 0) {
      const { lat, lng } = this.#workingLayer.getLatLng()
      const radiusMetres = ellipsoidRadius([lng, lat], this.#workingLayer.getRadius())
      return { shape: 'circle', geometry: { type: 'Point', coordinates: [lng, lat] }, radiusMetres }
    }
    const places = (Array.isArray(latlngs) ? (latlngs.flat(2) as LatLng[]) : []).map(
      ({ lat, lng }): LonLat => [lng, lat],
    )
    const first = places[0]
    if (!first || places.length < 2) return null
    const isArea = this.#geomanShape !== 'Line' && places.length > 2
    return {
      shape: this.#shape,
      geometry: isArea
        ? { type: 'Polygon', coordinates: [[...places, first]] }
        : { type: 'LineString', coordinates: places },
      radiusMetres: null,
    }
  }
}
