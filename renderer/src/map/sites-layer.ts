import { SITES_ATTRIBUTION } from '../../../shared/map/basemap-layers.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import type { DrawableLayer, PictureFrame, PictureLegendItem } from '../../../shared/map/picture/drawable-layer.ts'
import type { PictureSink } from '../../../shared/map/picture/picture-sink.ts'
import type { MapWindow } from '../../../shared/map/tile-cover.ts'
import { drawSites, sitesLegend } from '../snapshot/sites-picture.ts'
import { CanvasOverlay } from './canvas-overlay.ts'
import { canvasPixelRatio } from './canvas-pixels.ts'
import { MarkerBands } from './marker-bands.ts'
import { MarkerRaster } from './marker-raster.ts'
import { type MarkerScene, sceneRadiusPx } from './marker-scene.ts'
import { MarkerSprites, radiusStep, spriteReachPx } from './marker-sprite.ts'
import { columnPxOf, rowPxOf, screenPlaces } from './screen-places.ts'
import type { SitePoints } from './site-points.ts'

/** A paint slower than this is felt while a slider moves; on a display of high density a coarse one takes a quarter. */
const SLOW_PAINT_MS = 25
/** Rest after which the picture is made sharp again. */
const SHARPEN_AFTER_MS = 160

/** All sites as one picture, painted pixel by pixel: a repaint per frame holds at a hundred thousand of them. */
export class SitesLayer extends CanvasOverlay implements DrawableLayer {
  #scene: MarkerScene | null = null
  #scheme: MapScheme
  readonly #sprites = new Map<string, MarkerSprites>()
  #raster: MarkerRaster | null = null
  #isCoarse = false
  #sharpening = 0
  #sharpPaintMs = 0
  #places: { points: SitePoints; view: string; of: Int32Array } | null = null
  #steps: { mw: Float64Array; sizeBy: MarkerScene['sizeBy']; zoom: number; of: Uint8Array } | null = null
  #bands: { places: Int32Array; steps: Uint8Array; width: number; height: number; of: MarkerBands } | null = null

  constructor(scheme: MapScheme) {
    super('sites', 420)
    this.#scheme = scheme
  }

  get scene(): MarkerScene | null {
    return this.#scene
  }

  /** A new ranking, filter or catalog. While they follow each other and full paints are slow, paints are coarse. */
  setScene(scene: MarkerScene): void {
    this.#scene = scene
    this.#isCoarse = this.#sharpPaintMs > SLOW_PAINT_MS && canvasPixelRatio() > 1
    clearTimeout(this.#sharpening)
    if (this.#isCoarse) this.#sharpening = window.setTimeout(() => this.#sharpen(), SHARPEN_AFTER_MS)
    this.requestPaint()
  }

  drawTo(sink: PictureSink, frame: PictureFrame): void {
    if (this.#scene) drawSites(sink, this.#scene, frame)
  }

  pictureLegend(scheme: MapScheme): PictureLegendItem[] {
    return this.#scene ? sitesLegend(this.#scene, scheme) : []
  }

  pictureCredit(): string {
    return SITES_ATTRIBUTION
  }

  override onRemove(): this {
    clearTimeout(this.#sharpening)
    return super.onRemove()
  }

  protected override pixelRatio(): number {
    return this.#isCoarse ? 1 : super.pixelRatio()
  }

  #sharpen(): void {
    this.#isCoarse = false
    this.requestPaint()
  }

  setScheme(scheme: MapScheme): void {
    if (scheme === this.#scheme) return
    this.#scheme = scheme
    this.requestPaint()
  }

  protected override paint(canvas: HTMLCanvasElement, window: MapWindow, pixelRatio: number): void {
    const context = canvas.getContext('2d')
    if (!context || !this.#scene || canvas.width === 0 || canvas.height === 0) return
    const startedMs = performance.now()
    const raster = this.#rasterOf(canvas)
    raster.clear()
    this.#stampAll(this.#scene, raster, window, pixelRatio)
    context.putImageData(new ImageData(raster.pixels, raster.width, raster.height), 0, 0)
    if (!this.#isCoarse) this.#sharpPaintMs = performance.now() - startedMs
  }

  #stampAll(scene: MarkerScene, raster: MarkerRaster, window: MapWindow, pixelRatio: number): void {
    const { points, ranking, visible, paint } = scene
    const { order } = ranking
    const { codes, marks } = paint
    const { shape } = points
    const sprites = this.#spritesFor(scene, pixelRatio)
    const steps = this.#stepsFor(scene, window.zoom)
    const places = this.#placesFor(points, window, pixelRatio)
    const bands = this.#bandsFor(places, steps, raster, pixelRatio)
    bands.deal(order, visible)
    for (let band = 0; band < bands.count; band += 1) {
      raster.setBand(band * bands.heightPx, (band + 1) * bands.heightPx)
      const rows = bands.rowsOf(band)
      // No closures and no look-ups by name in here: it runs for every site in every frame of a slider's drag.
      for (let at = 0; at < rows.length; at += 1) {
        const row = rows[at]!
        const place = places[row]!
        const sprite = sprites.sprite(shape[row]!, codes[row]!, marks[row]!, steps[row]!)
        raster.stampUnder(sprite, columnPxOf(place), rowPxOf(place))
      }
    }
  }

  /** Radii change with megawatts and zoom, not with prices: a drag of a slider finds them ready. */
  #stepsFor(scene: MarkerScene, zoom: number): Uint8Array {
    const { sizeBy } = scene
    const { mw } = scene.ranking
    const known = this.#steps
    if (
      known?.zoom === zoom &&
      known.sizeBy === sizeBy &&
      known.of.length === mw.length &&
      (known.mw === mw || areSame(known.mw, mw))
    )
      return known.of
    const of = Uint8Array.from(mw, (_, row) => radiusStep(sceneRadiusPx(scene, row, zoom)))
    this.#steps = { mw, sizeBy, zoom, of }
    return of
  }

  /** Places change with the view, not with prices either. */
  #placesFor(points: SitePoints, window: MapWindow, pixelRatio: number): Int32Array {
    const { zoom, left, top, width, height } = window
    const view = [zoom, left, top, width, height, pixelRatio].join(' ')
    if (this.#places?.points !== points || this.#places.view !== view)
      this.#places = { points, view, of: screenPlaces(points, window, pixelRatio) }
    return this.#places.of
  }

  /** Nor do the bands that markers reach into. */
  #bandsFor(places: Int32Array, steps: Uint8Array, { width, height }: MarkerRaster, pixelRatio: number): MarkerBands {
    const known = this.#bands
    if (known?.places === places && known.steps === steps && known.width === width && known.height === height)
      return known.of
    const reaches = Uint16Array.from(steps, (step) => spriteReachPx(step, pixelRatio))
    const of = new MarkerBands(places, reaches, width, height)
    this.#bands = { places, steps, width, height, of }
    return of
  }

  #spritesFor({ paint }: MarkerScene, pixelRatio: number): MarkerSprites {
    const key = `${paint.value} ${this.#scheme} ${pixelRatio}`
    let sprites = this.#sprites.get(key)
    if (!sprites) {
      sprites = new MarkerSprites(paint, this.#scheme, pixelRatio)
      this.#sprites.set(key, sprites)
    }
    return sprites
  }

  #rasterOf(canvas: HTMLCanvasElement): MarkerRaster {
    if (this.#raster?.width !== canvas.width || this.#raster.height !== canvas.height)
      this.#raster = new MarkerRaster(canvas.width, canvas.height)
    return this.#raster
  }
}

/** Equal megawatts, unknown ones (NaN) among them. */
function areSame(a: Float64Array, b: Float64Array): boolean {
  for (let row = 0; row < a.length; row += 1) if (!Object.is(a[row], b[row])) return false
  return true
}
