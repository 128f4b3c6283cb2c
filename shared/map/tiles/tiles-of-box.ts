import { mercatorX, mercatorY } from '../mercator.ts'

export interface GeoBox {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** The rows and columns of a zoom that cover a box of degrees, ends included. */
export function tileRange({ west, south, east, north }: GeoBox, zoom: number) {
  const across = 2 ** zoom
  const within = (tile: number) => Math.min(across - 1, Math.max(0, Math.floor(tile)))
  return {
    firstX: within(mercatorX(west) * across),
    lastX: within(mercatorX(east) * across),
    firstY: within(mercatorY(north) * across),
    lastY: within(mercatorY(south) * across),
  }
}

/** How many tiles of the zooms up to `maxZoom` cover a box. */
export function countTiles(box: GeoBox, maxZoom: number): number {
  let count = 0
  for (let zoom = 0; zoom <= maxZoom; zoom += 1) {
    const { firstX, lastX, firstY, lastY } = tileRange(box, zoom)
    count += (lastX - firstX + 1) * (lastY - firstY + 1)
  }
  return count
}

/** The tiles of the zooms up to `maxZoom` that cover a box, the least zoom first. */
export function* tilesOfBox(box: GeoBox, maxZoom: number): Generator<{ z: number; x: number; y: number }> {
  for (let z = 0; z <= maxZoom; z += 1) {
    const { firstX, lastX, firstY, lastY } = tileRange(box, z)
    for (let x = firstX; x <= lastX; x += 1) for (let y = firstY; y <= lastY; y += 1) yield { z, x, y }
  }
}
