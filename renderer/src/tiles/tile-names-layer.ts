import { TILE_EXTENT } from '../../../shared/map/basemap-layers.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import { worldSizePx } from '../../../shared/map/mercator.ts'
import type { DrawableLayer, PictureFrame } from '../../../shared/map/picture/drawable-layer.ts'
import type { PictureSink, PictureText } from '../../../shared/map/picture/picture-sink.ts'
import type { MapWindow } from '../../../shared/map/tile-cover.ts'
import { type NameCandidate, placeTileNames } from '../../../shared/map/tiles/place-tile-names.ts'
import { CanvasOverlay } from '../map/canvas-overlay.ts'
import { clearedContext } from '../map/cleared-context.ts'
import { CanvasPictureSink } from '../snapshot/canvas-picture-sink.ts'
import type { UserTileLayer } from './user-tile-layer.ts'

/** The names that vector tiles bring, set anew for each view: tiles alone would repeat and cut them at their borders. */
export class TileNamesLayer extends CanvasOverlay implements DrawableLayer {
  readonly #layers: () => readonly UserTileLayer[]
  readonly #fontFamily: string
  readonly #widths = new Map<string, number>()
  #scheme: MapScheme

  constructor(layers: () => readonly UserTileLayer[], scheme: MapScheme, fontFamily: string) {
    super('tile-names', 449)
    this.#layers = layers
    this.#scheme = scheme
    this.#fontFamily = fontFamily
  }

  setScheme(scheme: MapScheme): void {
    this.#scheme = scheme
    this.requestPaint()
  }

  /** A font has come since the names were measured. */
  fontsChanged(): void {
    this.#widths.clear()
    this.requestPaint()
  }

  drawTo(sink: PictureSink, { window, scheme, obstacles, measure }: PictureFrame): void {
    const placed = placeTileNames(this.#candidates(window), window, measure, scheme, obstacles)
    // A picture's texts are level.
    for (const { text, x, y, look, angle } of placed) if (Math.abs(angle) < 0.05) sink.text(text, x, y, look)
    sink.endLayer()
  }

  protected override paint(canvas: HTMLCanvasElement, window: MapWindow, pixelRatio: number): void {
    const context = clearedContext(canvas, pixelRatio)
    if (!context) return
    const candidates = this.#candidates(window)
    if (candidates.length === 0) return
    const sink = new CanvasPictureSink(context, this.#fontFamily)
    const measure = (text: string, look: PictureText) => this.#measure(sink, text, look)
    for (const { text, x, y, look, angle } of placeTileNames(candidates, window, measure, this.#scheme)) {
      const [cos, sin] = [Math.cos(angle) * pixelRatio, Math.sin(angle) * pixelRatio]
      context.setTransform(cos, sin, -sin, cos, x * pixelRatio, y * pixelRatio)
      sink.text(text, 0, 0, look)
    }
  }

  /** Names in pixels of the window. */
  #candidates(window: MapWindow): NameCandidate[] {
    const size = worldSizePx(window.zoom)
    return this.#layers().flatMap((layer) =>
      layer.vectorTiles().flatMap(({ source, tile }) => {
        const tilePx = size / 2 ** source.z
        const scale = tilePx / TILE_EXTENT
        const left = nearestCopy(source.x * tilePx, size, window) - window.left
        const top = source.y * tilePx - window.top
        return tile.names.map((name) => ({
          ...{ text: name.text, kind: name.kind, rank: name.rank },
          points: name.points.map((value, index) => value * scale + (index % 2 === 0 ? left : top)),
        }))
      }),
    )
  }

  #measure(sink: CanvasPictureSink, text: string, look: PictureText): number {
    const key = `${look.weight} ${look.sizePx} ${look.isItalic === true} ${text}`
    let width = this.#widths.get(key)
    if (width === undefined) {
      width = sink.measure(text, look)
      this.#widths.set(key, width)
    }
    return width
  }
}

/** The world repeats to the west and east; a tile's number says only where in one world it lies. */
function nearestCopy(left: number, worldPx: number, window: MapWindow): number {
  const middle = window.left + window.width / 2
  return left + Math.round((middle - left) / worldPx) * worldPx
}
