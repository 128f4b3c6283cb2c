import { findTile, tileIdToZxy, zxyToTileId } from 'pmtiles'
import { ByteReader } from '../../../shared/map/tiles/byte-reader.ts'
import type { TileAddress } from './tile-archive.ts'
import { TileDamage } from './tile-content.ts'

/** A directory entry: a run of equal tiles, or with a run length of 0 a directory further down. */
export interface DirectoryEntry {
  tileId: number
  offset: number
  length: number
  runLength: number
}

/** PMTiles allows a root and at most three further directories on the way to a tile. */
const DEEPEST_DIRECTORY = 4

/**
 * The entries of an unpacked directory (PMTiles specification, version 3, section 4). The package "pmtiles" reads
 * them too, but believes the number of entries that the file states, however large.
 * @throws RangeError, TileDamage
 */
export function readDirectory(bytes: Uint8Array): DirectoryEntry[] {
  const reader = new ByteReader(bytes)
  const next = () => reader.varint()
  const count = next()
  // Each entry takes four numbers of a byte or more.
  if (count * 4 > bytes.length) throw new TileDamage('lies in a directory that ends too early')
  const entries: DirectoryEntry[] = []
  let tileId = 0
  for (let index = 0; index < count; index += 1) {
    tileId += next()
    entries.push({ tileId, offset: 0, length: 0, runLength: 0 })
  }
  for (const entry of entries) entry.runLength = next()
  for (const entry of entries) entry.length = next()
  entries.forEach((entry, index) => {
    const offset = next()
    const before = entries[index - 1]
    entry.offset = offset === 0 && before ? before.offset + before.length : offset - 1
  })
  return entries
}

/** What a directory tree needs of its file. */
export interface DirectoryReader {
  readonly root: readonly DirectoryEntry[]
  /** A directory further down. */
  leaf(offset: number, length: number): readonly DirectoryEntry[]
}

/** The entry of a tile, or null where the archive has none. @throws TileDamage where directories lead in circles */
export function entryOf(reader: DirectoryReader, { z, x, y }: TileAddress): DirectoryEntry | null {
  const tileId = zxyToTileId(z, x, y)
  let entries = reader.root
  for (let depth = 0; depth < DEEPEST_DIRECTORY; depth += 1) {
    const found = findTile(entries as DirectoryEntry[], tileId)
    if (!found) return null
    if (found.runLength > 0) return found
    entries = reader.leaf(found.offset, found.length)
  }
  throw new TileDamage('lies deeper in directories than the format allows')
}

/** The first tile of the archive whose number is not below `tileId`; null past the last one. */
export function firstTileFrom(reader: DirectoryReader, tileId: number): number | null {
  return firstIn(reader, reader.root, tileId, 0)
}

function firstIn(
  reader: DirectoryReader,
  entries: readonly DirectoryEntry[],
  tileId: number,
  depth: number,
): number | null {
  if (depth >= DEEPEST_DIRECTORY) throw new TileDamage('lies deeper in directories than the format allows')
  const after = entries.findIndex((entry) => entry.tileId > tileId)
  // What begins before the number may still reach it.
  for (let at = Math.max(0, (after < 0 ? entries.length : after) - 1); at < entries.length; at += 1) {
    const entry = entries[at] as DirectoryEntry
    if (entry.runLength === 0) {
      const below = firstIn(reader, reader.leaf(entry.offset, entry.length), tileId, depth + 1)
      if (below !== null) return below
    } else if (entry.tileId + entry.runLength > tileId) return Math.max(entry.tileId, tileId)
  }
  return null
}

/** About `count` tiles of a zoom that the archive has, spread over it; all of them where they are fewer. */
export function sampleZoom(reader: DirectoryReader, zoom: number, count: number): TileAddress[] {
  const begin = zxyToTileId(zoom, 0, 0)
  const end = begin + 4 ** zoom
  const nextTile = (from: number) => {
    const tileId = firstTileFrom(reader, from)
    return tileId === null || tileId >= end ? null : tileId
  }
  const first = nextTile(begin)
  if (first === null) return []
  const last = lastTile(nextTile, first, end)
  const found = new Set<number>()
  for (let step = 0; step < count; step += 1) {
    const from = first + Math.floor(((last - first) * step) / Math.max(1, count - 1))
    // Where the same tile comes again, the next one after it: a small archive is then tried whole.
    let tileId = nextTile(from)
    while (tileId !== null && found.has(tileId)) tileId = nextTile(tileId + 1)
    if (tileId !== null) found.add(tileId)
  }
  return [...found].map((tileId) => {
    const [z, x, y] = tileIdToZxy(tileId)
    return { z, x, y }
  })
}

/** The last tile of a zoom, by halving: the number from which on no tile of the zoom follows. */
function lastTile(nextTile: (from: number) => number | null, first: number, end: number): number {
  let last = first
  let none = end
  while (none - last > 1) {
    const middle = last + Math.floor((none - last) / 2)
    const tileId = nextTile(middle)
    if (tileId === null) none = middle
    else last = tileId
  }
  return last
}
