import { PMTiles, type Source } from 'pmtiles'
import { type DecodedTile, decodeTile } from './decode-tile.ts'

/** The basemap, held in memory whole. */
export interface BasemapArchive {
  /** A decoded tile, or null where the archive has none (open ocean). */
  tile(z: number, x: number, y: number): Promise<DecodedTile | null>
}

/** Decoded tiles kept; a screen needs about forty. */
const MOST_TILES = 256

const MAGIC = 'PMTiles'

/**
 * Opens the bytes of basemap.pmtiles.
 * @throws Error when the bytes are not a PMTiles archive of version 3.
 */
export function openBasemap(bytes: ArrayBuffer): BasemapArchive {
  const head = new Uint8Array(bytes, 0, Math.min(8, bytes.byteLength))
  if (String.fromCharCode(...head.subarray(0, 7)) !== MAGIC || head[7] !== 3)
    throw new Error('The basemap is not a PMTiles archive of version 3.')
  const source: Source = {
    getKey: () => 'basemap',
    getBytes: async (offset, length) => ({ data: bytes.slice(offset, offset + length) }),
  }
  const archive = new PMTiles(source)
  const cache = new Map<string, Promise<DecodedTile | null>>()
  return {
    tile(z, x, y) {
      const key = `${z}/${x}/${y}`
      const known = cache.get(key)
      if (known) {
        // A Map iterates in order of insertion, so putting a used entry back at the end makes the first the stalest.
        cache.delete(key)
        cache.set(key, known)
        return known
      }
      const read = archive.getZxy(z, x, y).then((found) => (found ? decodeTile(new Uint8Array(found.data)) : null))
      cache.set(key, read)
      if (cache.size > MOST_TILES) cache.delete(cache.keys().next().value!)
      return read
    },
  }
}
