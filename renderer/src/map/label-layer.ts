import type { Map as LeafletMap } from 'leaflet'
import type { LabelIndex } from '../../../shared/map/label-index.ts'
import type { LabelKind } from '../../../shared/map/label-set.ts'
import type { LabelStyle } from '../../../shared/map/label-style.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import { drawLabels, labelText } from '../../../shared/map/picture/draw-labels.ts'
import type { DrawableLayer, PictureFrame } from '../../../shared/map/picture/drawable-layer.ts'
import type { PictureSink } from '../../../shared/map/picture/picture-sink.ts'
import { placeLabels } from '../../../shared/map/place-labels.ts'
import type { MapWindow } from '../../../shared/map/tile-cover.ts'
import { CanvasPictureSink } from '../snapshot/canvas-picture-sink.ts'
import { CanvasOverlay } from './canvas-overlay.ts'
import { LabelAtlas } from './label-atlas.ts'
import { labelObstacles, OBSTACLES_CHANGED } from './label-obstacles.ts'

export interface ShownNames {
  readonly showsCounties: boolean
  readonly showsNames: boolean
}

const NO_KINDS: ReadonlySet<LabelKind> = new Set()
const COUNTIES: ReadonlySet<LabelKind> = new Set(['county'])

/** Place names over the ground and the sites. */
export class LabelLayer extends CanvasOverlay implements DrawableLayer {
  readonly #index: LabelIndex
  readonly #fontFamily: string
  readonly #widths = new Map<string, number>()
  readonly #atlas: LabelAtlas
  #scheme: MapScheme
  #shown: ShownNames = { showsCounties: true, showsNames: true }

  constructor(index: LabelIndex, scheme: MapScheme, fontFamily: string) {
    super('labels', 450)
    this.#index = index
    this.#scheme = scheme
    this.#fontFamily = fontFamily
    this.#atlas = new LabelAtlas(fontFamily)
  }

  override onAdd(map: LeafletMap): this {
    map.on(OBSTACLES_CHANGED, this.requestPaint, this)
    return super.onAdd(map)
  }

  override onRemove(): this {
    this._map.off(OBSTACLES_CHANGED, this.requestPaint, this)
    return super.onRemove()
  }

  setLook(scheme: MapScheme, shown: ShownNames): void {
    this.#scheme = scheme
    this.#shown = shown
    this.requestPaint()
  }

  /** A font has come since the names were measured. */
  fontsChanged(): void {
    this.#widths.clear()
    this.#atlas.clear()
    this.requestPaint()
  }

  drawTo(sink: PictureSink, { window, scheme, obstacles, measure }: PictureFrame): void {
    if (!this.#shown.showsNames) return
    const width = (text: string, style: LabelStyle) => measure(text, labelText(style, scheme))
    const taken = [...obstacles, ...labelObstacles(this._map, window)]
    const placed = placeLabels(this.#index, window, width, taken, this.#hiddenKinds())
    // A name that the picture's edge would cut in two is left out; on the screen the map goes on beyond it.
    const whole = placed.filter(
      ({ box }) => box.minX >= 0 && box.minY >= 0 && box.maxX <= window.width && box.maxY <= window.height,
    )
    drawLabels(sink, whole, scheme)
  }

  protected override paint(canvas: HTMLCanvasElement, window: MapWindow, pixelRatio: number): void {
    const context = canvas.getContext('2d')
    if (!context) return
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, canvas.width, canvas.height)
    if (!this.#shown.showsNames) return
    const sink = new CanvasPictureSink(context, this.#fontFamily)
    const measure = (text: string, style: LabelStyle) => this.#measure(sink, text, style)
    const obstacles = labelObstacles(this._map, window)
    const placed = placeLabels(this.#index, window, measure, obstacles, this.#hiddenKinds())
    this.#atlas.draw(context, placed, { scheme: this.#scheme, pixelRatio }, measure)
  }

  #hiddenKinds(): ReadonlySet<LabelKind> {
    return this.#shown.showsCounties ? NO_KINDS : COUNTIES
  }

  #measure(sink: CanvasPictureSink, text: string, style: LabelStyle): number {
    const key = `${style.weight} ${style.sizePx} ${style.letterSpacingPx} ${text}`
    let width = this.#widths.get(key)
    if (width === undefined) {
      width = sink.measure(text, labelText(style, this.#scheme))
      this.#widths.set(key, width)
    }
    return width
  }
}
