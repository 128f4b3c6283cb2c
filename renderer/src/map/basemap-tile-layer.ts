import { type Coords, type DoneCallback, GridLayer, type TileEvent } from 'leaflet'
import type { BasemapArchive } from '../../../shared/map/basemap-archive.ts'
import { BASEMAP_ATTRIBUTION, type BasemapLayer } from '../../../shared/map/basemap-layers.ts'
import { BASEMAP_COLORS } from '../../../shared/map/basemap-style.ts'
import type { DecodedTile } from '../../../shared/map/decode-tile.ts'
import { drawTile } from '../../../shared/map/draw-tile.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import { drawGround } from '../../../shared/map/picture/draw-ground.ts'
import type { DrawableLayer, PictureFrame } from '../../../shared/map/picture/drawable-layer.ts'
import type { PictureSink } from '../../../shared/map/picture/picture-sink.ts'
import { coveringTiles } from '../../../shared/map/tile-cover.ts'
import { canvasPathSink } from './canvas-path-sink.ts'
import { canvasPixelRatio } from './canvas-pixels.ts'

const TILE_PX = 256
/** Tiles overlap by this much to the right and below: at 125 % display scaling their edges fall between pixels. */
const OVERLAP_PX = 1

/** The ground, drawn from vector tiles into one canvas a tile; past the deepest tiles it magnifies, still sharp. */
export class BasemapTileLayer extends GridLayer implements DrawableLayer {
  readonly #archive: BasemapArchive
  readonly #drawn = new Map<HTMLElement, { coords: Coords; tile: DecodedTile | null }>()
  #scheme: MapScheme
  #hidden: ReadonlySet<BasemapLayer> = new Set()

  constructor(archive: BasemapArchive, scheme: MapScheme) {
    super({ tileSize: TILE_PX, className: 'map-basemap', keepBuffer: 3, updateWhenZooming: false })
    this.#archive = archive
    this.#scheme = scheme
    this.on('tileunload', (event: TileEvent) => this.#drawn.delete(event.tile))
  }

  protected override createTile(coords: Coords, done: DoneCallback): HTMLElement {
    const canvas = document.createElement('canvas')
    canvas.width = Math.round((TILE_PX + OVERLAP_PX) * canvasPixelRatio())
    canvas.height = canvas.width
    const [source] = sourceTile(coords)
    this.#archive
      .tile(source.z, source.x, source.y)
      .then((tile) => {
        // Scrolled away before it was read.
        if (!canvas.isConnected) return
        this.#drawn.set(canvas, { coords, tile })
        this.#draw(canvas, coords, tile)
        done(undefined, canvas)
      })
      .catch((error: Error) => done(error, canvas))
    return canvas
  }

  /** Repaints the tiles in place, without fetching or fading. */
  setLook(scheme: MapScheme, hidden: ReadonlySet<BasemapLayer>): void {
    if (scheme === this.#scheme && hidden === this.#hidden) return
    this.#scheme = scheme
    this.#hidden = hidden
    for (const [canvas, { coords, tile }] of this.#drawn) this.#draw(canvas as HTMLCanvasElement, coords, tile)
  }

  drawTo(sink: PictureSink, { window, scheme }: PictureFrame): Promise<void> {
    return drawGround(sink, this.#archive, { window, unitsPerPx: 1, scheme, hidden: this.#hidden })
  }

  pictureCredit(): string {
    return BASEMAP_ATTRIBUTION
  }

  #draw(canvas: HTMLCanvasElement, coords: Coords, tile: DecodedTile | null): void {
    const context = canvas.getContext('2d', { alpha: false })
    if (!context) return
    context.fillStyle = BASEMAP_COLORS[this.#scheme].water
    context.fillRect(0, 0, canvas.width, canvas.height)
    if (!tile) return
    const [{ placement }] = sourceTile(coords)
    const window = { minX: 0, minY: 0, maxX: canvas.width, maxY: canvas.height }
    drawTile(canvasPathSink(context), tile, { ...placement, window }, this.#scheme, this.#hidden)
  }
}

/** The archive's tile that holds a tile of the grid, placed so that the grid tile's part falls on its canvas. */
function sourceTile({ x, y, z }: Coords) {
  const window = { zoom: z, left: x * TILE_PX, top: y * TILE_PX, width: TILE_PX, height: TILE_PX }
  return coveringTiles(window, canvasPixelRatio()) as [ReturnType<typeof coveringTiles>[number]]
}
