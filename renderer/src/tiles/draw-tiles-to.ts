import type { TileSource } from '../../../shared/contract/tiles.ts'
import { TILE_EXTENT } from '../../../shared/map/basemap-layers.ts'
import { paintSteps } from '../../../shared/map/draw-tile.ts'
import { worldSizePx } from '../../../shared/map/mercator.ts'
import type { PictureFrame } from '../../../shared/map/picture/drawable-layer.ts'
import type { PictureSink } from '../../../shared/map/picture/picture-sink.ts'
import { decodeUserTile } from '../../../shared/map/tiles/decode-user-tile.ts'
import { TILE_COLORS, type TileColors, tileGround, tilePaint } from '../../../shared/map/tiles/tile-paint.ts'
import { type TileLoader, TileProblem } from './tile-loader.ts'

/** Tiles that one picture may take; a picture of the whole country at a deep zoom would take thousands. */
const MOST_TILES = 400

/** Draws a source on a picture of the map. A tile that cannot be read is left out, as on the screen. */
export async function drawTilesTo(
  sink: PictureSink,
  { window, scheme }: PictureFrame,
  source: TileSource,
  loader: TileLoader,
): Promise<void> {
  if (Math.round(window.zoom) < source.minZoom) return
  const z = Math.min(source.maxZoom, Math.round(window.zoom))
  const across = 2 ** z
  const tilePx = worldSizePx(window.zoom) / across
  const colors = faded(TILE_COLORS[scheme], source.opacity)
  let left = MOST_TILES
  const lastRow = Math.min(across - 1, Math.ceil((window.top + window.height) / tilePx) - 1)
  const lastColumn = Math.ceil((window.left + window.width) / tilePx) - 1
  for (let y = Math.max(0, Math.floor(window.top / tilePx)); y <= lastRow; y += 1)
    for (let column = Math.floor(window.left / tilePx); column <= lastColumn && left > 0; column += 1, left -= 1) {
      const x = ((column % across) + across) % across
      const found = await loader.encoded(`${z}/${x}/${y}`).catch(leftOut)
      if (!found) continue
      const minX = column * tilePx - window.left
      const minY = y * tilePx - window.top
      const rect = { minX, minY, maxX: minX + tilePx, maxY: minY + tilePx }
      if (found.mediaType.startsWith('image/')) await sink.image(found.bytes, found.mediaType, rect, source.opacity)
      else drawVectorTile(sink, found.bytes, { rect, colors, source, zoom: window.zoom })
    }
  sink.within(null)
  sink.endLayer()
}

interface VectorPart {
  readonly rect: { minX: number; minY: number; maxX: number; maxY: number }
  readonly colors: TileColors
  readonly source: TileSource
  readonly zoom: number
}

function drawVectorTile(sink: PictureSink, bytes: Uint8Array, { rect, colors, source, zoom }: VectorPart): void {
  let tile: ReturnType<typeof decodeUserTile>
  try {
    tile = decodeUserTile(bytes, source.schema)
  } catch {
    return
  }
  sink.within(rect)
  const ground = tileGround(tile.schema, colors)
  if (ground !== null) {
    sink.beginPath()
    sink.moveTo(rect.minX, rect.minY)
    sink.lineTo(rect.maxX, rect.minY)
    sink.lineTo(rect.maxX, rect.maxY)
    sink.lineTo(rect.minX, rect.maxY)
    sink.closePath()
    sink.fill(ground)
  }
  const placement = {
    ...{ offsetX: rect.minX, offsetY: rect.minY, scale: (rect.maxX - rect.minX) / TILE_EXTENT },
    ...{ window: rect, zoom, unitsPerPx: 1 },
  }
  paintSteps(sink, tile.groups, placement, tilePaint(tile.schema), colors)
}

/** The colours with an opacity, as `#rrggbbaa`. */
function faded(colors: TileColors, opacity: number): TileColors {
  if (opacity >= 1) return colors
  const alpha = Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0')
  return Object.fromEntries(
    Object.entries(colors).map(([name, color]) => [name, `${color}${alpha}`]),
  ) as unknown as TileColors
}

function leftOut(error: unknown): null {
  if (error instanceof TileProblem) return null
  throw error
}
