import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import { worldSizePx } from '../../../shared/map/mercator.ts'
import type { MapWindow } from '../../../shared/map/tile-cover.ts'
import { CanvasOverlay } from './canvas-overlay.ts'
import { isHollow, markerReachPx } from './marker-look.ts'
import { MarkerRaster } from './marker-raster.ts'
import { isShown, type MarkerScene, sceneRadiusPx } from './marker-scene.ts'
import { MarkerSprites } from './marker-sprite.ts'

/** All sites as one picture, painted pixel by pixel: a repaint per frame holds at a hundred thousand of them. */
export class SitesLayer extends CanvasOverlay {
  #scene: MarkerScene | null = null
  #scheme: MapScheme
  #sprites: { scheme: MapScheme; pixelRatio: number; of: MarkerSprites } | null = null
  #raster: MarkerRaster | null = null

  constructor(scheme: MapScheme) {
    super('sites', 420)
    this.#scheme = scheme
  }

  get scene(): MarkerScene | null {
    return this.#scene
  }

  setScene(scene: MarkerScene): void {
    this.#scene = scene
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
    const raster = this.#rasterOf(canvas)
    raster.clear()
    this.#stampAll(this.#scene, raster, window, pixelRatio)
    context.putImageData(new ImageData(raster.pixels, raster.width, raster.height), 0, 0)
  }

  #stampAll(scene: MarkerScene, raster: MarkerRaster, window: MapWindow, pixelRatio: number): void {
    const { points, ranking } = scene
    const sprites = this.#spritesFor(pixelRatio)
    const size = worldSizePx(window.zoom)
    const margin = markerReachPx(sceneRadiusPx(scene, ranking.order[0] ?? 0, window.zoom)) + 24
    for (const row of ranking.order) {
      if (!isShown(scene, row)) continue
      const x = points.x[row]! * size - window.left
      const y = points.y[row]! * size - window.top
      if (x < -margin || y < -margin || x > window.width + margin || y > window.height + margin) continue
      const radius = sceneRadiusPx(scene, row, window.zoom)
      const sprite = sprites.sprite(points.shape[row]!, ranking.verdict[row]!, isHollow(ranking, row), radius)
      raster.stampUnder(sprite, Math.round(x * pixelRatio), Math.round(y * pixelRatio))
    }
  }

  #spritesFor(pixelRatio: number): MarkerSprites {
    if (this.#sprites?.scheme !== this.#scheme || this.#sprites.pixelRatio !== pixelRatio)
      this.#sprites = { scheme: this.#scheme, pixelRatio, of: new MarkerSprites(this.#scheme, pixelRatio) }
    return this.#sprites.of
  }

  #rasterOf(canvas: HTMLCanvasElement): MarkerRaster {
    if (this.#raster?.width !== canvas.width || this.#raster.height !== canvas.height)
      this.#raster = new MarkerRaster(canvas.width, canvas.height)
    return this.#raster
  }
}
