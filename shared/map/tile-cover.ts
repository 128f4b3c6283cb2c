import { BASEMAP_MAX_ZOOM, TILE_EXTENT } from './basemap-layers.ts'
import type { TilePlacement } from './draw-tile.ts'
import { worldSizePx } from './mercator.ts'

/** A rectangle of the map: a zoom (may be fractional), its top left corner in world pixels, and its size in pixels. */
export interface MapWindow {
  readonly zoom: number
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface CoveringTile {
  readonly z: number
  readonly x: number
  readonly y: number
  readonly placement: TilePlacement
}

/**
 * The basemap tiles that cover a window, with their place on a drawing whose origin is the window's top left
 * corner and whose unit is `unitsPerPx` per pixel. Columns wrap around the antimeridian.
 */
export function coveringTiles(window: MapWindow, unitsPerPx = 1): CoveringTile[] {
  const z = Math.max(0, Math.min(BASEMAP_MAX_ZOOM, Math.round(window.zoom)))
  const tilesAcross = 2 ** z
  const tilePx = worldSizePx(window.zoom) / tilesAcross
  const tiles: CoveringTile[] = []
  const lastRow = Math.min(tilesAcross - 1, Math.ceil((window.top + window.height) / tilePx) - 1)
  const lastColumn = Math.ceil((window.left + window.width) / tilePx) - 1
  for (let y = Math.max(0, Math.floor(window.top / tilePx)); y <= lastRow; y += 1) {
    for (let column = Math.floor(window.left / tilePx); column <= lastColumn; column += 1) {
      const minX = (column * tilePx - window.left) * unitsPerPx
      const minY = (y * tilePx - window.top) * unitsPerPx
      tiles.push({
        z,
        x: ((column % tilesAcross) + tilesAcross) % tilesAcross,
        y,
        placement: {
          offsetX: minX,
          offsetY: minY,
          scale: (tilePx * unitsPerPx) / TILE_EXTENT,
          window: { minX, minY, maxX: minX + tilePx * unitsPerPx, maxY: minY + tilePx * unitsPerPx },
          zoom: window.zoom,
          unitsPerPx,
        },
      })
    }
  }
  return tiles
}
