import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib'
import { imageSize } from './image-size.ts'

/** Most bytes of a tile, stored or unpacked: a whole city at zoom 14 stays under one mebibyte. */
export const MOST_TILE_BYTES = 8 * 1024 * 1024

/** Most pixels along an edge of a raster tile; 256 to 1024 are usual. */
export const MOST_TILE_PX = 4_096

export type TileType = 'png' | 'jpeg' | 'webp' | 'mvt'

export const TILE_CONTENT_TYPES: Readonly<Record<TileType, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  mvt: 'application/vnd.mapbox-vector-tile',
}

export interface TileContent {
  readonly type: TileType
  /** Unpacked. */
  readonly bytes: Uint8Array
}

/** A tile that cannot be shown; the message is the end of a sentence: "is larger than 8 MB". */
export class TileDamage extends Error {}

/**
 * Says what a stored tile is by its bytes, since formats named in metadata are often wrong, and unpacks vector tiles:
 * those may be stored with gzip, zlib, brotli, zstd or as they are.
 * @throws TileDamage for a tile that is too large, damaged, or none of what the map draws.
 */
export function tileContent(stored: Uint8Array): TileContent {
  if (stored.byteLength > MOST_TILE_BYTES) throw new TileDamage('is larger than 8 MB')
  const image = imageTypeOf(stored)
  if (image) {
    const size = imageSize(stored, image)
    if (!size) throw new TileDamage('is a picture whose beginning is damaged')
    if (size.width > MOST_TILE_PX || size.height > MOST_TILE_PX || size.width < 1 || size.height < 1)
      throw new TileDamage(`is a picture of ${size.width} by ${size.height} pixels, and ${MOST_TILE_PX} are the most`)
    return { type: image, bytes: stored }
  }
  const bytes = unpacked(stored)
  if (bytes.byteLength > 0 && !startsAsVectorTile(bytes))
    throw new TileDamage('is neither PNG, JPEG or WebP nor a vector tile')
  return { type: 'mvt', bytes }
}

function imageTypeOf(bytes: Uint8Array): Exclude<TileType, 'mvt'> | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(16, bytes.byteLength)).toString('latin1')
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp'
  return null
}

function unpacked(stored: Uint8Array): Uint8Array {
  const limit = { maxOutputLength: MOST_TILE_BYTES }
  try {
    if (stored[0] === 0x1f && stored[1] === 0x8b) return gunzipSync(stored, limit)
    if (isZlib(stored)) return inflateSync(stored, limit)
    if (stored[0] === 0x28 && stored[1] === 0xb5 && stored[2] === 0x2f && stored[3] === 0xfd)
      return zstdDecompressSync(stored, limit)
  } catch (error) {
    throw packingDamage(error)
  }
  return stored
}

/** Unpacks brotli, which no mark announces. @throws TileDamage */
export function unbrotli(stored: Uint8Array): Uint8Array {
  try {
    return brotliDecompressSync(stored, { maxOutputLength: MOST_TILE_BYTES })
  } catch (error) {
    throw packingDamage(error)
  }
}

function packingDamage(error: unknown): TileDamage {
  return new TileDamage(
    (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? 'grows past 8 MB when it is unpacked'
      : 'is damaged and cannot be unpacked',
  )
}

/** RFC 1950: method 8, and the first two bytes are a multiple of 31. A raw vector tile begins with 0x1a instead. */
function isZlib(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes
  return (first & 0x0f) === 8 && first >> 4 <= 7 && ((first << 8) | second) % 31 === 0
}

/** A vector tile is a protocol buffer whose every entry is a layer: field 3, of the kind with a length. */
function startsAsVectorTile(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1a
}
