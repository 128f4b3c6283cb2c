import { zxyToTileId } from 'pmtiles'

/** One tile's bytes as they are to be stored. */
export interface TileBytes {
  readonly z: number
  readonly x: number
  readonly y: number
  readonly bytes: Uint8Array
}

export interface ArchiveInput {
  readonly tiles: readonly TileBytes[]
  /** What the caller did to the tiles' bytes. */
  readonly tileCompression: 'none' | 'gzip'
  readonly metadata: Readonly<Record<string, unknown>>
  /** Compresses directories and metadata; left as they are without it. */
  readonly gzip?: (bytes: Uint8Array) => Uint8Array
}

interface Entry {
  readonly tileId: number
  readonly offset: number
  readonly length: number
  runLength: number
}

const HEADER_BYTES = 127
/** A reader fetches header and root directory in one read of this size. */
const FIRST_READ_BYTES = 16_384
const ENTRIES_PER_LEAF = 2_048
const COMPRESSION_CODE = { none: 1, gzip: 2 } as const
const VECTOR_TILES = 1

/**
 * Writes a PMTiles archive, version 3 (github.com/protomaps/PMTiles, spec/v3), of Mapbox vector tiles.
 * Equal tiles are stored once; runs of equal neighbours take one directory entry.
 * @throws RangeError when the root directory does not fit a reader's first read.
 */
export function writePmtiles(input: ArchiveInput): Uint8Array<ArrayBuffer> {
  const gzip = input.gzip ?? ((bytes: Uint8Array) => bytes)
  const { entries, data, unique } = layOut(input.tiles)
  const { root, leaves } = directories(entries, gzip)
  if (HEADER_BYTES + root.length > FIRST_READ_BYTES)
    throw new RangeError(`The root directory of ${root.length} bytes is too large.`)
  const metadata = gzip(new TextEncoder().encode(JSON.stringify(input.metadata)))
  const metadataAt = HEADER_BYTES + root.length
  const leavesAt = metadataAt + metadata.length
  const dataAt = leavesAt + leaves.length

  const archive = new Uint8Array(dataAt + data.length)
  const view = new DataView(archive.buffer)
  archive.set(new TextEncoder().encode('PMTiles'))
  view.setUint8(7, 3)
  const numbers = [HEADER_BYTES, root.length, metadataAt, metadata.length, leavesAt, leaves.length, dataAt, data.length]
  for (const [index, value] of [...numbers, input.tiles.length, entries.length, unique].entries())
    view.setBigUint64(8 + index * 8, BigInt(value), true)
  view.setUint8(96, 1)
  view.setUint8(97, COMPRESSION_CODE[input.gzip ? 'gzip' : 'none'])
  view.setUint8(98, COMPRESSION_CODE[input.tileCompression])
  view.setUint8(99, VECTOR_TILES)
  const zooms = input.tiles.map((tile) => tile.z)
  view.setUint8(
    100,
    zooms.reduce((least, zoom) => Math.min(least, zoom), 26),
  )
  view.setUint8(
    101,
    zooms.reduce((most, zoom) => Math.max(most, zoom), 0),
  )
  // Bounds of the Mercator square, and a first view of the United States, in ten-millionths of a degree.
  for (const [index, degrees] of [-180, -85.051129, 180, 85.051129].entries())
    view.setInt32(102 + index * 4, Math.round(degrees * 1e7), true)
  view.setUint8(118, 4)
  view.setInt32(119, Math.round(-96 * 1e7), true)
  view.setInt32(123, Math.round(38 * 1e7), true)
  archive.set(root, HEADER_BYTES)
  archive.set(metadata, metadataAt)
  archive.set(leaves, leavesAt)
  archive.set(data, dataAt)
  return archive
}

function layOut(tiles: readonly TileBytes[]): { entries: Entry[]; data: Uint8Array; unique: number } {
  const ordered = tiles
    .map((tile) => ({ tileId: zxyToTileId(tile.z, tile.x, tile.y), bytes: tile.bytes }))
    .sort((a, b) => a.tileId - b.tileId)
  const stored = new Map<string, { offset: number; length: number }>()
  const chunks: Uint8Array[] = []
  const entries: Entry[] = []
  let size = 0
  for (const { tileId, bytes } of ordered) {
    const content = latin1(bytes)
    let place = stored.get(content)
    if (!place) {
      place = { offset: size, length: bytes.length }
      stored.set(content, place)
      chunks.push(bytes)
      size += bytes.length
    }
    const last = entries.at(-1)
    if (last && last.offset === place.offset && last.tileId + last.runLength === tileId) last.runLength += 1
    else entries.push({ tileId, ...place, runLength: 1 })
  }
  return { entries, data: join(chunks), unique: stored.size }
}

function directories(entries: readonly Entry[], gzip: (bytes: Uint8Array) => Uint8Array) {
  const whole = gzip(serialize(entries))
  if (HEADER_BYTES + whole.length <= FIRST_READ_BYTES) return { root: whole, leaves: new Uint8Array() }
  const rootEntries: Entry[] = []
  const chunks: Uint8Array[] = []
  let offset = 0
  for (let at = 0; at < entries.length; at += ENTRIES_PER_LEAF) {
    const leaf = gzip(serialize(entries.slice(at, at + ENTRIES_PER_LEAF)))
    // A run length of 0 marks an entry that points to a leaf directory.
    rootEntries.push({ tileId: entries[at]!.tileId, offset, length: leaf.length, runLength: 0 })
    chunks.push(leaf)
    offset += leaf.length
  }
  return { root: gzip(serialize(rootEntries)), leaves: join(chunks) }
}

function serialize(entries: readonly Entry[]): Uint8Array {
  const bytes: number[] = []
  const put = (value: number): void => {
    let rest = value
    while (rest >= 0x80) {
      bytes.push((rest % 0x80) | 0x80)
      rest = Math.floor(rest / 0x80)
    }
    bytes.push(rest)
  }
  put(entries.length)
  entries.forEach((entry, index) => {
    put(entry.tileId - (entries[index - 1]?.tileId ?? 0))
  })
  for (const entry of entries) put(entry.runLength)
  for (const entry of entries) put(entry.length)
  entries.forEach((entry, index) => {
    const before = entries[index - 1]
    put(before && entry.offset === before.offset + before.length ? 0 : entry.offset + 1)
  })
  return Uint8Array.from(bytes)
}

/** Bytes as a text, so that a Map finds equal tiles by content and never by a hash that could collide. */
function latin1(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return text
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    joined.set(chunk, at)
    at += chunk.length
  }
  return joined
}
