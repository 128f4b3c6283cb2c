import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { bytesToHeader, Compression, type Header, TileType, tileIdToZxy } from 'pmtiles'
import { AppError } from '../../../shared/contract/errors.ts'
import { describedAs, jsonObject, soundBox, vectorLayerIds } from './archive-text.ts'
import { type DirectoryEntry, entryOf, firstTileFrom, readDirectory, sampleZoom } from './pmtiles-directory.ts'
import type { ArchiveInfo, TileAddress, TileArchive } from './tile-archive.ts'
import { MOST_TILE_BYTES, TileDamage, tileContent, unbrotli } from './tile-content.ts'

const HEADER_BYTES = 127
/** Most bytes of a directory or of the metadata, stored or unpacked; a planet's leaves are below 100 KB. */
const MOST_INDEX_BYTES = 16 * 1024 * 1024
const LEAVES_KEPT = 64
const DEEPEST_ZOOM = 26

/** Opens a PMTiles file of version 3, which is read in place, whatever its size. @throws AppError bad_input */
export function openPmtiles(file: string, fileName: string): TileArchive {
  const fd = openSync(file, 'r')
  try {
    return new PmtilesArchive(fd, fileName)
  } catch (error) {
    closeSync(fd)
    throw error
  }
}

class PmtilesArchive implements TileArchive {
  readonly info: ArchiveInfo
  readonly root: readonly DirectoryEntry[]
  readonly #fd: number
  readonly #fileBytes: number
  readonly #header: Header
  readonly #leaves = new Map<number, readonly DirectoryEntry[]>()

  constructor(fd: number, fileName: string) {
    this.#fd = fd
    this.#fileBytes = fstatSync(fd).size
    const head = this.#piece(0, HEADER_BYTES, HEADER_BYTES)
    const version = head[7] as number
    if (version !== 3)
      throw new AppError(
        'bad_input',
        `"${fileName}" is a PMTiles file of version ${version}, and version 3 can be read; convert it with "pmtiles convert" and add it again.`,
      )
    this.#header = bytesToHeader(head.buffer as ArrayBuffer)
    const { rootDirectoryOffset, rootDirectoryLength } = this.#header
    this.root = readDirectory(this.#index(rootDirectoryOffset, rootDirectoryLength))
    this.info = this.#describe(fileName)
  }

  read(address: TileAddress): Uint8Array | null {
    const entry = entryOf(this, address)
    if (!entry) return null
    const stored = this.#piece(this.#header.tileDataOffset + entry.offset, entry.length, MOST_TILE_BYTES)
    return this.#header.tileCompression === Compression.Brotli ? unbrotli(stored) : stored
  }

  sample(zoom: number, count: number): TileAddress[] {
    return sampleZoom(this, zoom, count)
  }

  leaf(offset: number, length: number): readonly DirectoryEntry[] {
    const known = this.#leaves.get(offset)
    if (known) return known
    const entries = readDirectory(this.#index(this.#header.leafDirectoryOffset + offset, length))
    if (entries.length === 0) throw new TileDamage('lies in a directory that is empty')
    if (this.#leaves.size >= LEAVES_KEPT) this.#leaves.delete(this.#leaves.keys().next().value as number)
    this.#leaves.set(offset, entries)
    return entries
  }

  close(): void {
    closeSync(this.#fd)
  }

  #describe(fileName: string): ArchiveInfo {
    const { tileType, minZoom, maxZoom, minLon, minLat, maxLon, maxLat } = this.#header
    const first = firstTileFrom(this, 0)
    if (first === null) throw new AppError('bad_input', `"${fileName}" holds no tiles; make it again and add it then.`)
    const kind = this.#kind(tileType, first)
    if (!kind)
      throw new AppError(
        'bad_input',
        `"${fileName}" holds tiles of a kind that the map does not draw; PNG, JPEG and WebP pictures and Mapbox vector tiles are drawn.`,
      )
    const remarks: string[] = []
    let metadata: Readonly<Record<string, unknown>> = {}
    try {
      const bytes = this.#index(this.#header.jsonMetadataOffset, this.#header.jsonMetadataLength)
      metadata = jsonObject(new TextDecoder().decode(bytes))
    } catch (error) {
      if (!(error instanceof TileDamage)) throw error
      remarks.push('What the file says of itself is damaged and was left out.')
    }
    const isSoundRange = minZoom <= maxZoom && maxZoom <= DEEPEST_ZOOM
    if (!isSoundRange) remarks.push('The zooms that the file states make no sense; all are tried.')
    return {
      container: 'pmtiles',
      kind,
      ...describedAs(metadata),
      minZoom: isSoundRange ? minZoom : 0,
      maxZoom: isSoundRange ? maxZoom : DEEPEST_ZOOM,
      box: soundBox([minLon, minLat, maxLon, maxLat]),
      vectorLayers: vectorLayerIds(metadata),
      remarks,
    }
  }

  /** By the first tile where that is whole, else by what the header says. */
  #kind(stated: TileType, firstTileId: number): ArchiveInfo['kind'] | null {
    const [z, x, y] = tileIdToZxy(firstTileId)
    try {
      const bytes = this.read({ z, x, y })
      if (bytes) return tileContent(bytes).type === 'mvt' ? 'vector' : 'raster'
    } catch (error) {
      if (!(error instanceof TileDamage)) throw error
    }
    return kindOf(stated)
  }

  /** A directory or the metadata, unpacked. */
  #index(offset: number, length: number): Uint8Array {
    const stored = this.#piece(offset, length, MOST_INDEX_BYTES)
    const limit = { maxOutputLength: MOST_INDEX_BYTES }
    try {
      switch (this.#header.internalCompression) {
        case Compression.Gzip:
          return gunzipSync(stored, limit)
        case Compression.Brotli:
          return brotliDecompressSync(stored, limit)
        case Compression.Zstd:
          return zstdDecompressSync(stored, limit)
        default:
          return stored
      }
    } catch {
      throw new TileDamage('lies in a directory that is damaged')
    }
  }

  /** @throws TileDamage past the file's end or over the limit. */
  #piece(offset: number, length: number, limit: number): Uint8Array<ArrayBuffer> {
    if (length > limit) throw new TileDamage(`takes ${length} bytes, and ${limit} are the most`)
    if (!Number.isSafeInteger(offset) || offset < 0 || offset + length > this.#fileBytes)
      throw new TileDamage('lies past the end of the file, which was cut off')
    const bytes = new Uint8Array(length)
    for (let filled = 0; filled < length; ) {
      const read = readSync(this.#fd, bytes, filled, length - filled, offset + filled)
      if (read === 0) throw new TileDamage('lies past the end of the file, which was cut off')
      filled += read
    }
    return bytes
  }
}

function kindOf(type: TileType): ArchiveInfo['kind'] | null {
  if (type === TileType.Mvt) return 'vector'
  return type === TileType.Png || type === TileType.Jpeg || type === TileType.Webp ? 'raster' : null
}
