import type { Layer } from '../../../shared/contract/layers.ts'
import { contentKey } from '../../../shared/map/layers/content-key.ts'
import type { LayerFilter } from '../../../shared/map/layers/layer-look.ts'
import { featureBoxes } from '../../../shared/map/layers/layer-scene.ts'
import { type LayerShapes, unpackShapes } from '../../../shared/map/layers/layer-shapes.ts'
import { latitudeOf, longitudeOf, MERCATOR_MAX_LATITUDE, worldSizePx } from '../../../shared/map/mercator.ts'
import type { MapWindow } from '../../../shared/map/tile-cover.ts'

/** Shapes of a layer as they were read for a box at a zoom. */
export interface LoadedShapes {
  readonly shapes: LayerShapes
  readonly boxes: Float64Array
}

interface Block extends LoadedShapes {
  readonly key: string
  readonly zoom: number
  readonly box: Box
}

interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** What the catalog is asked for. */
export interface ShapesRequest extends Box {
  readonly layerId: number
  readonly zoom: number
  readonly filter: LayerFilter | null
}

/** Blocks that are kept: going back to where one was asks nothing. */
const MOST_BLOCKS = 8
/** Views that are read beyond each edge of the view. */
const AHEAD = 1

/** Reads the shapes of one layer for where the map is, a stretch ahead of it, and keeps what it read. */
export class ShapeLoader {
  readonly #ask: (request: ShapesRequest) => Promise<Uint8Array>
  readonly #onChange: (error: unknown) => void
  #blocks: Block[] = []
  #shown: Block | null = null
  #isAsking = false
  #wanted: { layer: Layer; window: MapWindow } | null = null
  #isClosed = false

  /** @param onChange is called after each answer, with what went wrong or null. */
  constructor(ask: (request: ShapesRequest) => Promise<Uint8Array>, onChange: (error: unknown) => void) {
    this.#ask = ask
    this.#onChange = onChange
  }

  /** The best that is there for what was last asked for: until the answer comes, what was shown before. */
  get shown(): LoadedShapes | null {
    return this.#shown
  }

  /** Sees to it that the window, CSS pixels at a zoom, is covered. */
  cover(layer: Layer, window: MapWindow): void {
    const key = contentKey(layer)
    if (this.#shown && this.#shown.key !== key) this.#blocks = this.#blocks.filter((block) => block.key === key)
    this.#wanted = { layer, window }
    const view = boxOf(window, 0)
    const known = this.#blocks.find((block) => block.zoom === window.zoom && covers(block.box, view, layer))
    if (known) {
      this.#blocks = [known, ...this.#blocks.filter((block) => block !== known)]
      this.#shown = known
      return
    }
    void this.#read(layer, window, key)
  }

  /** Forgets what went wrong and asks again. */
  retry(): void {
    if (this.#wanted) this.cover(this.#wanted.layer, this.#wanted.window)
  }

  close(): void {
    this.#isClosed = true
  }

  async #read(layer: Layer, window: MapWindow, key: string): Promise<void> {
    // One question at a time: while it is under way the map may move on, and then the last place counts.
    if (this.#isAsking) return
    const box = boxOf(window, AHEAD)
    this.#isAsking = true
    let error: unknown = null
    try {
      const { layerId, look } = layer
      const packed = await this.#ask({ layerId, ...box, zoom: window.zoom, filter: look.filter })
      const shapes = unpackShapes(packed)
      const block: Block = { key, zoom: window.zoom, box, shapes, boxes: featureBoxes(shapes) }
      this.#blocks = [block, ...this.#blocks].slice(0, MOST_BLOCKS)
      this.#shown = block
    } catch (thrown) {
      error = thrown
    }
    this.#isAsking = false
    if (this.#isClosed) return
    if (error === null) this.retry()
    this.#onChange(error)
  }
}

/** Degrees of a window with `ahead` of its own size around it. */
function boxOf({ zoom, left, top, width, height }: MapWindow, ahead: number): Box {
  const size = worldSizePx(zoom)
  const longitude = (px: number) => Math.max(-180, Math.min(180, longitudeOf(px / size)))
  const latitude = (px: number) =>
    Math.max(-MERCATOR_MAX_LATITUDE, Math.min(MERCATOR_MAX_LATITUDE, latitudeOf(px / size)))
  return {
    west: longitude(left - ahead * width),
    east: longitude(left + (1 + ahead) * width),
    north: latitude(top - ahead * height),
    south: latitude(top + (1 + ahead) * height),
  }
}

/** Whether a box holds all of the view in which the layer has something. */
function covers(box: Box, view: Box, layer: Layer): boolean {
  const [west, south, east, north] = layer.box ?? [0, 0, 0, 0]
  return (
    box.west <= Math.max(view.west, west) &&
    box.east >= Math.min(view.east, east) &&
    box.south <= Math.max(view.south, south) &&
    box.north >= Math.min(view.north, north)
  )
}
