import { type Coords, type DoneCallback, GridLayer, type Map as LeafletMap, type TileEvent } from 'leaflet'
import type { TileSource } from '../../../shared/contract/tiles.ts'
import { TILE_EXTENT } from '../../../shared/map/basemap-layers.ts'
import { paintSteps } from '../../../shared/map/draw-tile.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import type { DrawableLayer, PictureFrame } from '../../../shared/map/picture/drawable-layer.ts'
import type { PictureSink } from '../../../shared/map/picture/picture-sink.ts'
import type { DecodedUserTile } from '../../../shared/map/tiles/decode-user-tile.ts'
import { TILE_COLORS, tileGround, tilePaint } from '../../../shared/map/tiles/tile-paint.ts'
import type { FetchTile } from '../api/tile-door.ts'
import { canvasPathSink } from '../map/canvas-path-sink.ts'
import { canvasPixelRatio } from '../map/canvas-pixels.ts'
import { drawTilesTo } from './draw-tiles-to.ts'
import { type SourceTile, sourceTileOf } from './source-tile.ts'
import { type LoadedTile, TileLoader, TileProblem } from './tile-loader.ts'

export const USER_TILES_PANE = 'user-tiles'

const TILE_PX = 256
/** As the built-in map's: at 125 % display scaling the edges of tiles fall between pixels. */
const OVERLAP_PX = 1

interface Shown {
  readonly coords: Coords
  readonly source: SourceTile
  tile: LoadedTile | null
}

/** Hears what is wrong with the tiles in view, or null when nothing is; `isGone` where it is the source as a whole. */
export type MarkListener = (mark: string | null, isGone: boolean) => void

export interface UserTileLayerOptions {
  readonly source: TileSource
  readonly scheme: MapScheme
  readonly fetchTile: FetchTile
  onMark: MarkListener
}

/**
 * The user's own tiles, drawn into one canvas a tile. Where the source has no tile the canvas stays empty, and the
 * built-in map shows. Fires `load` as every layer of tiles.
 */
export class UserTileLayer extends GridLayer implements DrawableLayer {
  readonly #shown = new Map<HTMLElement, Shown>()
  readonly #problems = new Map<HTMLElement, TileProblem>()
  readonly #options: UserTileLayerOptions
  readonly #loader: TileLoader
  #source: TileSource
  #scheme: MapScheme
  #mark: string | null = null

  constructor(options: UserTileLayerOptions) {
    const { source } = options
    super({
      ...{ tileSize: TILE_PX, pane: USER_TILES_PANE, className: 'map-user-tiles', opacity: source.opacity },
      ...{ keepBuffer: 2, updateWhenZooming: false, minZoom: source.minZoom },
    })
    this.#options = options
    this.#source = source
    this.#scheme = options.scheme
    this.#loader = new TileLoader(source, options.fetchTile)
    this.on('tileunload', (event: TileEvent) => this.#unload(event.tile))
  }

  get source(): TileSource {
    return this.#source
  }

  /** Takes what may change of a source while its tiles stay: how far it lets through what is beneath. */
  setSource(source: TileSource): void {
    if (source.opacity !== this.#source.opacity) this.setOpacity(source.opacity)
    this.#source = source
  }

  override onAdd(map: LeafletMap): this {
    const pane = map.getPane(USER_TILES_PANE) ?? map.createPane(USER_TILES_PANE)
    pane.style.zIndex = '210'
    pane.style.pointerEvents = 'none'
    return super.onAdd(map)
  }

  override onRemove(map: LeafletMap): this {
    super.onRemove(map)
    this.#loader.close()
    return this
  }

  setScheme(scheme: MapScheme): void {
    if (scheme === this.#scheme) return
    this.#scheme = scheme
    for (const [canvas, shown] of this.#shown) this.#draw(canvas as HTMLCanvasElement, shown)
  }

  /** The vector tiles that are on the map at its zoom, each once. */
  vectorTiles(): { readonly source: SourceTile; readonly tile: DecodedUserTile }[] {
    const found = new Map<string, { source: SourceTile; tile: DecodedUserTile }>()
    for (const { source, tile } of this.#shownNow())
      if (tile?.type === 'vector') found.set(source.key, { source, tile: tile.tile })
    return [...found.values()]
  }

  /** Tiles of the grid, at the map's zoom, that hide all beneath them and bring names of their own. */
  coveredTiles(): Coords[] {
    if (this.source.opacity < 0.99) return []
    return this.#shownNow()
      .filter(({ tile }) => tile?.type === 'vector' && tile.tile.schema !== 'generic')
      .map(({ coords }) => coords)
  }

  drawTo(sink: PictureSink, frame: PictureFrame): Promise<void> {
    return drawTilesTo(sink, frame, this.source, this.#loader)
  }

  pictureCredit(): string {
    return this.source.attribution
  }

  protected override createTile(coords: Coords, done: DoneCallback): HTMLElement {
    const canvas = document.createElement('canvas')
    const source = sourceTileOf(coords, this.source.maxZoom)
    const shown: Shown = { coords, source, tile: null }
    this.#shown.set(canvas, shown)
    this.#loader.take(source.key).then(
      (tile) => {
        if (!this.#shown.has(canvas)) return
        shown.tile = tile
        if (tile) this.#draw(canvas, shown)
        this.#note(canvas, null)
        done(undefined, canvas)
      },
      (error: unknown) => {
        if (!this.#shown.has(canvas)) return
        this.#note(
          canvas,
          error instanceof TileProblem ? error : new TileProblem('broken', 'A tile could not be drawn.'),
        )
        // Done all the same: an empty tile, over which the built-in map shows.
        done(undefined, canvas)
      },
    )
    return canvas
  }

  #shownNow(): Shown[] {
    // The map's zoom while no tile of it has come yet is that of the tiles which are still there.
    const zoom = this._map?.getZoom()
    return [...this.#shown.values()].filter(({ coords }) => coords.z === zoom)
  }

  #unload(canvas: HTMLElement): void {
    const shown = this.#shown.get(canvas)
    this.#shown.delete(canvas)
    if (shown) this.#loader.release(shown.source.key)
    this.#note(canvas, null)
  }

  /** Says what is wrong in view when that has changed. */
  #note(canvas: HTMLElement, problem: TileProblem | null): void {
    if (problem) this.#problems.set(canvas, problem)
    else if (!this.#problems.delete(canvas)) return
    const problems = [...this.#problems.values()]
    const gone = problems.find(({ kind }) => kind === 'gone')
    const [first] = problems
    const mark = gone?.message ?? (first ? `${first.message}${othersText(problems.length - 1)}` : null)
    if (mark === this.#mark) return
    this.#mark = mark
    this.#options.onMark(mark, gone !== undefined)
  }

  #draw(canvas: HTMLCanvasElement, { source, tile, coords }: Shown): void {
    if (!tile) return
    const ratio = canvasPixelRatio()
    const overlap = hasOverlap(tile) ? OVERLAP_PX : 0
    canvas.width = Math.round((TILE_PX + overlap) * ratio)
    canvas.height = canvas.width
    // Leaflet sets the size of a tile as its style; the overlap has to be put on top of it.
    canvas.style.width = `${TILE_PX + overlap}px`
    canvas.style.height = canvas.style.width
    const context = canvas.getContext('2d')
    if (!context) return
    if (tile.type === 'raster') drawRaster(context, tile.bitmap, source, ratio, overlap)
    else drawVector(context, tile.tile, source, { ratio, zoom: coords.z, scheme: this.#scheme })
  }
}

function othersText(count: number): string {
  if (count === 0) return ''
  return count === 1 ? ' One more tile in view is damaged.' : ` ${count} more tiles in view are damaged.`
}

/** What lets nothing through may reach over its neighbour; what does would show its edge twice. */
function hasOverlap(tile: LoadedTile): boolean {
  return tile.type === 'raster' ? tile.isOpaque : tile.tile.schema !== 'generic'
}

function drawRaster(
  context: CanvasRenderingContext2D,
  bitmap: ImageBitmap,
  { across, column, row }: SourceTile,
  ratio: number,
  overlap: number,
): void {
  const edge = TILE_PX * ratio
  const [width, height] = [bitmap.width / across, bitmap.height / across]
  const [left, top] = [column * width, row * height]
  context.imageSmoothingQuality = 'high'
  // The last row and column of pixels go on into the overlap.
  if (overlap > 0)
    context.drawImage(bitmap, left, top, width, height, 0, 0, edge + overlap * ratio, edge + overlap * ratio)
  context.drawImage(bitmap, left, top, width, height, 0, 0, edge, edge)
}

function drawVector(
  context: CanvasRenderingContext2D,
  tile: DecodedUserTile,
  { across, column, row }: SourceTile,
  { ratio, zoom, scheme }: { ratio: number; zoom: number; scheme: MapScheme },
): void {
  const { width, height } = context.canvas
  const colors = TILE_COLORS[scheme]
  const ground = tileGround(tile.schema, colors)
  context.clearRect(0, 0, width, height)
  if (ground !== null) {
    context.fillStyle = ground
    context.fillRect(0, 0, width, height)
  }
  const edge = TILE_PX * ratio
  const placement = {
    offsetX: -column * edge,
    offsetY: -row * edge,
    scale: (edge * across) / TILE_EXTENT,
    window: { minX: 0, minY: 0, maxX: width, maxY: height },
    ...{ zoom, unitsPerPx: ratio },
  }
  paintSteps(canvasPathSink(context), tile.groups, placement, tilePaint(tile.schema), colors)
}
