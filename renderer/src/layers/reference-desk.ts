import type { LatLng, Map as LeafletMap } from 'leaflet'
import type { Layer } from '../../../shared/contract/layers.ts'
import { classify } from '../../../shared/map/layers/class-styles.ts'
import { contentKey } from '../../../shared/map/layers/content-key.ts'
import type { FeatureMark } from '../../../shared/map/layers/draw-mark.ts'
import { hitLayer } from '../../../shared/map/layers/hit-layer.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import { mercatorX, mercatorY } from '../../../shared/map/mercator.ts'
import type { MapWindow } from '../../../shared/map/tile-cover.ts'
import type { AttributeValues } from '../stores/layer-slice.ts'
import { HighlightLayer } from './highlight-layer.ts'
import { type NamedScene, ReferenceLayer } from './reference-layer.ts'
import { type LoadedShapes, ShapeLoader, type ShapesRequest } from './shape-loader.ts'

/** A layer that the user sees, with the values that its look goes by once they are read. */
export interface SeenLayer {
  readonly layer: Layer
  readonly styleValues: AttributeValues | null
  readonly labelValues: AttributeValues | null
}

/** A feature on the map. */
export interface FeatureOnMap {
  readonly layerId: number
  readonly featureId: number
}

export interface DeskPorts {
  readShapes(request: ShapesRequest): Promise<Uint8Array>
  /** Is told of every answer. @param error why there was none, or null. */
  onAnswer(layerId: number, error: unknown): void
}

/** Share of the view beyond each edge that the canvas reaches, and that shapes must be there for. */
const CANVAS_PADDING = 0.2

/** The reference layers of a map: reads their shapes as the map moves, draws them, and tells what is where. */
export class ReferenceDesk {
  readonly #map: LeafletMap
  readonly #ports: DeskPorts
  readonly #layer: ReferenceLayer
  readonly #highlight = new HighlightLayer()
  readonly #loaders = new Map<number, ShapeLoader>()
  /** What could not be read, by layer: the content that was asked for. */
  readonly #failed = new Map<number, string>()
  readonly #move = () => this.#follow()
  #seen: readonly SeenLayer[] = []
  #scheme: MapScheme = 'light'
  #composed: {
    readonly seen: readonly SeenLayer[]
    readonly scheme: MapScheme
    readonly zoom: number
    readonly shown: readonly (LoadedShapes | null | undefined)[]
  } | null = null
  #marked: Readonly<Record<FeatureMark['kind'], FeatureOnMap | null>> = { hovered: null, selected: null }

  constructor(map: LeafletMap, ports: DeskPorts, fontFamily: string) {
    this.#map = map
    this.#ports = ports
    this.#layer = new ReferenceLayer(fontFamily).addTo(map)
    this.#highlight.addTo(map)
    map.on('moveend resize', this.#move)
  }

  /** @param seen the topmost first. */
  show(seen: readonly SeenLayer[], scheme: MapScheme): void {
    this.#seen = seen
    this.#scheme = scheme
    for (const [layerId, loader] of this.#loaders)
      if (!seen.some(({ layer }) => layer.layerId === layerId)) {
        loader.close()
        this.#loaders.delete(layerId)
        this.#failed.delete(layerId)
      }
    this.#follow()
  }

  mark(marked: Readonly<Record<FeatureMark['kind'], FeatureOnMap | null>>): void {
    this.#marked = marked
    this.#paintMarks()
  }

  /** The topmost feature at a place, if any. */
  hit(place: LatLng): FeatureOnMap | null {
    const { lat, lng } = place.wrap()
    const zoom = this.#map.getZoom()
    for (const scene of this.#layer.scenes) {
      const feature = hitLayer(scene, mercatorX(lng), mercatorY(lat), zoom)
      if (feature !== null) return { layerId: scene.layerId, featureId: scene.shapes.ids[feature]! }
    }
    return null
  }

  retry(): void {
    this.#failed.clear()
    for (const loader of this.#loaders.values()) loader.retry()
  }

  remove(): void {
    this.#map.off('moveend resize', this.#move)
    for (const loader of this.#loaders.values()) loader.close()
    this.#highlight.remove()
    this.#layer.remove()
  }

  #follow(): void {
    const window = this.#window()
    for (const { layer } of this.#seen) {
      if (layer.box === null || window.zoom < layer.look.minZoom) continue
      // What failed is asked for again when the user says so or wants something else, and not with every move.
      if (this.#failed.get(layer.layerId) !== contentKey(layer)) this.#loaderOf(layer).cover(layer, window)
    }
    this.#compose()
  }

  #loaderOf({ layerId }: Layer): ShapeLoader {
    let loader = this.#loaders.get(layerId)
    if (!loader) {
      loader = new ShapeLoader(this.#ports.readShapes, (error) => {
        const asked = this.#seen.find(({ layer }) => layer.layerId === layerId)?.layer
        if (error === null || !asked) this.#failed.delete(layerId)
        else this.#failed.set(layerId, contentKey(asked))
        this.#ports.onAnswer(layerId, error)
        this.#compose()
      })
      this.#loaders.set(layerId, loader)
    }
    return loader
  }

  #compose(): void {
    const zoom = this.#map.getZoom()
    const isSame =
      this.#composed?.seen === this.#seen &&
      this.#composed.scheme === this.#scheme &&
      this.#composed.zoom === zoom &&
      this.#seen.every(({ layer }, at) => this.#composed?.shown[at] === this.#loaders.get(layer.layerId)?.shown)
    // The layer paints by itself when the map moves; new scenes would have it paint once more.
    if (isSame) return
    this.#composed = {
      seen: this.#seen,
      scheme: this.#scheme,
      zoom,
      shown: this.#seen.map(({ layer }) => this.#loaders.get(layer.layerId)?.shown),
    }
    const scenes = this.#seen.flatMap((seen): NamedScene[] => {
      const { layerId, name, look } = seen.layer
      const loaded = this.#loaders.get(layerId)?.shown ?? null
      if (!loaded || zoom < look.minZoom) return []
      const { shapes, boxes } = loaded
      const { styleValues, labelValues } = seen
      // Until the values are there the layer is drawn in its plain colour, and not left out.
      const drawn = styleValues ? look : { ...look, by: null }
      return [
        {
          layerId,
          name,
          look: drawn,
          shapes,
          boxes,
          classes: classify(drawn, shapes.ids, (id) => styleValues?.get(id)),
          labels: labelValues && Array.from(shapes.ids, (id) => labelOf(labelValues.get(id))),
        },
      ]
    })
    this.#layer.setScenes(scenes, this.#scheme)
    this.#paintMarks()
  }

  #paintMarks(): void {
    const marks = (['hovered', 'selected'] as const).flatMap((kind): FeatureMark[] => {
      const mark = this.#marked[kind]
      const scene = mark && this.#layer.scenes.find(({ layerId }) => layerId === mark.layerId)
      const feature = scene ? scene.shapes.ids.indexOf(mark?.featureId ?? 0) : -1
      return scene && feature >= 0 ? [{ scene, feature, kind }] : []
    })
    this.#highlight.mark(marks, this.#scheme)
  }

  #window(): MapWindow {
    const map = this.#map
    const { min, max } = map.getPixelBounds()
    if (!min || !max) return { zoom: map.getZoom(), left: 0, top: 0, width: 0, height: 0 }
    const size = max.subtract(min)
    return {
      zoom: map.getZoom(),
      left: min.x - size.x * CANVAS_PADDING,
      top: min.y - size.y * CANVAS_PADDING,
      width: size.x * (1 + 2 * CANVAS_PADDING),
      height: size.y * (1 + 2 * CANVAS_PADDING),
    }
  }
}

function labelOf(value: string | number | boolean | null | undefined): string | null {
  return value === null || value === undefined || value === '' ? null : String(value)
}
