/** What an archive says of itself, cleaned of whatever does not belong into a sentence. */
export interface ArchiveInfo {
  readonly container: 'mbtiles' | 'pmtiles'
  readonly kind: 'raster' | 'vector'
  readonly name: string
  /** Plain text. */
  readonly attribution: string
  readonly license: string
  readonly minZoom: number
  readonly maxZoom: number
  /** Degrees: west, south, east, north; null where the archive does not say or says nonsense. */
  readonly box: readonly [west: number, south: number, east: number, north: number] | null
  /** Ids of the layers inside vector tiles. */
  readonly vectorLayers: readonly string[]
  /** Sentences on what in the archive is odd but was put right. */
  readonly remarks: readonly string[]
}

export interface TileAddress {
  readonly z: number
  readonly x: number
  readonly y: number
}

/**
 * An open archive. Addresses count rows from the north, whatever the file does.
 * Its methods throw whatever the file makes them throw: the caller turns that into a sentence.
 */
export interface TileArchive {
  readonly info: ArchiveInfo
  /** The stored bytes, compressed as they lie there; null where the archive has no such tile. */
  read(address: TileAddress): Uint8Array | null
  /** About `count` addresses of tiles spread over a zoom; none where the zoom is empty. */
  sample(zoom: number, count: number): TileAddress[]
  close(): void
}
