import type { Map as LeafletMap } from 'leaflet'
import type { ClassStyle } from '../../../shared/map/layers/class-styles.ts'
import { drawLayer, hexAlpha } from '../../../shared/map/layers/draw-layer.ts'
import { labelLayerFeatures } from '../../../shared/map/layers/label-layer-features.ts'
import type { LayerScene } from '../../../shared/map/layers/layer-scene.ts'
import { PART } from '../../../shared/map/layers/layer-shapes.ts'
import { legendRows } from '../../../shared/map/layers/legend-rows.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import type { Rect } from '../../../shared/map/picture/clip.ts'
import type { DrawableLayer, PictureFrame, PictureLegendItem } from '../../../shared/map/picture/drawable-layer.ts'
import type { PictureSink } from '../../../shared/map/picture/picture-sink.ts'
import type { MapWindow } from '../../../shared/map/tile-cover.ts'
import { CanvasOverlay } from '../map/canvas-overlay.ts'
import { clearedContext } from '../map/cleared-context.ts'
import { addLabelObstacles, OBSTACLES_CHANGED } from '../map/label-obstacles.ts'
import { CanvasPictureSink } from '../snapshot/canvas-picture-sink.ts'

/** A layer that is on the map, under the name that the list has for it. */
export interface NamedScene extends LayerScene {
  readonly name: string
}

/** The reference layers as one picture below the sites. */
export class ReferenceLayer extends CanvasOverlay implements DrawableLayer {
  readonly #fontFamily: string
  #scenes: readonly NamedScene[] = []
  #scheme: MapScheme = 'light'
  #labelled: { readonly window: MapWindow; readonly boxes: readonly Rect[] } | null = null
  #endObstacles: (() => void) | null = null

  constructor(fontFamily: string) {
    super('reference', 400)
    this.#fontFamily = fontFamily
  }

  override onAdd(map: LeafletMap): this {
    // Place names give way: they are placed once more after the layers' own labels are.
    this.#endObstacles = addLabelObstacles(map, ({ zoom, left, top }) => {
      const of = this.#labelled
      return of && of.window.zoom === zoom && of.window.left === left && of.window.top === top ? of.boxes : []
    })
    return super.onAdd(map)
  }

  override onRemove(): this {
    this.#endObstacles?.()
    return super.onRemove()
  }

  /** The topmost first. */
  get scenes(): readonly NamedScene[] {
    return this.#scenes
  }

  setScenes(scenes: readonly NamedScene[], scheme: MapScheme): void {
    this.#scenes = scenes
    this.#scheme = scheme
    this.requestPaint()
  }

  drawTo(sink: PictureSink, { window, scheme, obstacles, measure }: PictureFrame): void {
    for (const scene of this.#scenes.toReversed()) drawLayer(sink, scene, window, scheme, 1)
    const taken: Rect[] = [...obstacles]
    for (const scene of this.#scenes) labelLayerFeatures(sink, scene, window, scheme, taken, measure)
  }

  pictureLegend(scheme: MapScheme): readonly PictureLegendItem[] {
    return this.#scenes.flatMap((scene): PictureLegendItem[] => {
      const rows = legendRows(scene.look, scheme)
      const items = rows.map(({ text, style }) => legendItem(scene, style, text === '' ? scene.name : text))
      return rows.length > 1 ? [{ symbol: 'heading', text: scene.name }, ...items] : items
    })
  }

  protected override paint(canvas: HTMLCanvasElement, window: MapWindow, pixelRatio: number): void {
    const context = clearedContext(canvas, pixelRatio)
    if (!context) return
    const sink = new CanvasPictureSink(context, this.#fontFamily)
    for (const scene of this.#scenes.toReversed()) drawLayer(sink, scene, window, this.#scheme, 1)
    const taken: Rect[] = []
    for (const scene of this.#scenes)
      labelLayerFeatures(sink, scene, window, this.#scheme, taken, (text, look) => sink.measure(text, look))
    const had = this.#labelled
    this.#labelled = { window, boxes: taken }
    if (taken.length > 0 || (had && had.boxes.length > 0)) this._map.fire(OBSTACLES_CHANGED)
  }
}

/** A layer that mixes points, lines and areas is shown by what its first feature is. */
function legendItem({ look, shapes }: NamedScene, { color, widthPx }: ClassStyle, text: string): PictureLegendItem {
  const [kind] = shapes.kinds
  if (kind === PART.point) return { symbol: 'marker', shape: 'circle', color, text }
  if (kind === PART.ring) return { symbol: 'area', fill: color + hexAlpha(look.fillOpacity), stroke: color, text }
  return { symbol: 'line', color, widthPx: Math.max(1.5, widthPx), text }
}
