import type { TileSource } from '../../../shared/contract/tiles.ts'
import { type DecodedUserTile, decodeUserTile } from '../../../shared/map/tiles/decode-user-tile.ts'
import type { FetchTile } from '../api/tile-door.ts'

export type LoadedTile =
  | { readonly type: 'vector'; readonly tile: DecodedUserTile }
  | { readonly type: 'raster'; readonly bitmap: ImageBitmap; readonly isOpaque: boolean }

/** A tile that cannot be shown: `gone` is about the whole source, `broken` about the one tile. */
export class TileProblem extends Error {
  readonly kind: 'gone' | 'broken'

  constructor(kind: 'gone' | 'broken', message: string) {
    super(message)
    this.kind = kind
  }
}

export interface EncodedTile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mediaType: string
}

interface Entry {
  readonly loading: Promise<LoadedTile | null>
  readonly abort: AbortController
  users: number
  isLoaded: boolean
}

/** Decoded tiles kept beyond those that are on the map. */
const MOST_IDLE = 96

/** Fetches and decodes the tiles of one source; tiles of the map that show parts of one tile share it. */
export class TileLoader {
  readonly #source: TileSource
  readonly #fetchTile: FetchTile
  readonly #entries = new Map<string, Entry>()

  constructor(source: TileSource, fetchTile: FetchTile) {
    this.#source = source
    this.#fetchTile = fetchTile
  }

  /** Takes a tile; null where the source has none. Each call needs one `release`. Rejects with a TileProblem. */
  take(key: string): Promise<LoadedTile | null> {
    const known = this.#entries.get(key)
    if (known) {
      known.users += 1
      // A Map iterates in order of insertion, so what was used last goes last.
      this.#entries.delete(key)
      this.#entries.set(key, known)
      return known.loading
    }
    const abort = new AbortController()
    const entry: Entry = { loading: this.#load(key, abort.signal), abort, users: 1, isLoaded: false }
    entry.loading.then(
      () => {
        entry.isLoaded = true
      },
      // What failed is tried again the next time.
      () => this.#entries.delete(key),
    )
    this.#entries.set(key, entry)
    return entry.loading
  }

  release(key: string): void {
    const entry = this.#entries.get(key)
    if (!entry) return
    entry.users -= 1
    if (entry.users > 0) return
    if (!entry.isLoaded) {
      entry.abort.abort()
      this.#entries.delete(key)
      return
    }
    this.#dropIdle()
  }

  /** The bytes of a tile as the source has them; null where it has none. */
  async encoded(key: string, signal?: AbortSignal): Promise<EncodedTile | null> {
    const { tileSourceId } = this.#source
    let response: Response
    try {
      response = await this.#fetchTile(`/tiles/${tileSourceId}/${key}`, signal)
    } catch (error) {
      if (signal?.aborted) return null
      throw new TileProblem('gone', error instanceof Error ? error.message : 'Switchyard did not answer.')
    }
    if (response.status === 204) return null
    if (response.status === 200) {
      const mediaType = response.headers.get('content-type') ?? ''
      return { bytes: new Uint8Array(await response.arrayBuffer()), mediaType }
    }
    const sentence = (await response.text()).trim().slice(0, 500)
    throw new TileProblem(response.status === 422 ? 'broken' : 'gone', sentence || 'The tiles cannot be read.')
  }

  close(): void {
    for (const [key, entry] of this.#entries) {
      entry.abort.abort()
      this.#forget(key, entry)
    }
  }

  async #load(key: string, signal: AbortSignal): Promise<LoadedTile | null> {
    const found = await this.encoded(key, signal)
    if (!found) return null
    const { bytes, mediaType } = found
    try {
      if (mediaType !== 'application/vnd.mapbox-vector-tile') {
        const bitmap = await createImageBitmap(new Blob([bytes], { type: mediaType }))
        return { type: 'raster', bitmap, isOpaque: mediaType === 'image/jpeg' }
      }
      return { type: 'vector', tile: decodeUserTile(bytes, this.#source.schema) }
    } catch {
      throw new TileProblem('broken', `The tile ${key} of "${this.#source.name}" is damaged and cannot be drawn.`)
    }
  }

  #dropIdle(): void {
    let idle = 0
    for (const { users } of this.#entries.values()) if (users === 0) idle += 1
    for (const [key, entry] of this.#entries) {
      if (idle <= MOST_IDLE) return
      if (entry.users > 0) continue
      this.#forget(key, entry)
      idle -= 1
    }
  }

  #forget(key: string, entry: Entry): void {
    this.#entries.delete(key)
    entry.loading.then(
      (tile) => {
        if (tile?.type === 'raster') tile.bitmap.close()
      },
      () => {},
    )
  }
}
