import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../../../shared/contract/errors.ts'
import type { TileSource, TileTestReport } from '../../../shared/contract/tiles.ts'
import { offlineRefusal } from '../../../shared/map/tiles/offline-policy.ts'
import { tileSchemaOf } from '../../../shared/map/tiles/tile-schema.ts'
import type { GeoBox } from '../../../shared/map/tiles/tiles-of-box.ts'
import type { Core } from '../../core/client.ts'
import { isSameStamp } from '../../core/tiles/file-state.ts'
import type { ArchiveRef, ArchiveReport, TileAnswer } from '../../core/tiles/tile-archives.ts'
import { TileWorkerLink } from '../../core/tiles/tile-worker-link.ts'
import type { FileGrants } from '../file-grants.ts'
import { OnlineTiles, type SendRequest } from './online-tiles.ts'
import { fetchPack } from './pack-online.ts'
import { selfTest } from './self-test.ts'
import { type Remembered, type RememberedFile, type RememberedTemplate, TileList } from './tile-list.ts'
import { readTemplate, tileUrl } from './tile-template.ts'

export interface TileHostOptions {
  readonly dataFolder: string
  readonly grants: FileGrants
  /** Null where no catalog is open: reference layers are then not tested. */
  readonly core: Pick<Core, 'call'> | null
  readonly version: string
  /** The folder of basemap.pmtiles, for the self-test. */
  readonly basemapFolder: string
  onLog(text: string): void
  readonly sendOnline?: SendRequest
}

export type TileSourceChange = Partial<Pick<TileSource, 'opacity' | 'visible' | 'flipped'>>

/** The user's own tiles on this machine: which they are, how they are shown, and the tiles themselves. */
export class TileHost {
  readonly #options: TileHostOptions
  readonly #list: TileList
  readonly #worker: TileWorkerLink
  readonly #online: OnlineTiles
  /** Where received copies are kept. */
  readonly #folder: string
  /** The list as read last: a tile must not wait for a file to be parsed. */
  #known: Remembered[] | null = null

  constructor(options: TileHostOptions) {
    this.#options = options
    this.#list = new TileList(options.dataFolder)
    this.#folder = path.join(options.dataFolder, 'tiles')
    this.#worker = new TileWorkerLink((text) => options.onLog(`tiles: ${text}`))
    this.#online = new OnlineTiles({
      userAgent: `Switchyard/${options.version}`,
      ...(options.sendOnline ? { send: options.sendOnline } : {}),
    })
  }

  list(): Promise<TileSource[]> {
    return Promise.all(this.#read().map((entry) => this.#describe(entry)))
  }

  async get(id: string): Promise<TileSource> {
    return this.#describe(this.#require(id))
  }

  /** @throws AppError bad_input where the file holds no tiles; nothing is remembered then. */
  async add(grant: string): Promise<TileSource> {
    const { path: granted, name } = this.#options.grants.resolve(grant)
    const first: ArchiveRef = { file: granted, fileName: name, flipped: false }
    const { stamp } = await this.#worker.run({ type: 'describe', ref: first })
    const twin = this.#read().find((entry) => entry.type === 'file' && entry.file === path.resolve(granted))
    if (twin) return this.#describe(twin)
    // Windows moves no file that is open.
    await this.#worker.run({ type: 'release', file: granted })
    const kept = await this.#options.grants.keep(grant, this.#folder)
    const entry: RememberedFile = {
      id: randomUUID(),
      type: 'file',
      file: path.resolve(kept.path),
      fileName: name,
      isOwnCopy: kept.isMoved,
      ...{ opacity: 1, visible: true, flipped: false, stamp },
    }
    await this.#change((list) => [...list, entry])
    return this.#describe(entry)
  }

  async addOnline(given: {
    template: string
    name: string
    attribution: string
    maxZoom: number
  }): Promise<TileSource> {
    const { template, host, kind } = readTemplate(given.template)
    const entry: RememberedTemplate = {
      id: randomUUID(),
      type: 'online',
      template,
      kind,
      name: given.name.trim() || host,
      attribution: given.attribution.trim(),
      maxZoom: given.maxZoom,
      ...{ opacity: 1, visible: false },
    }
    await this.#change((list) => [...list, entry])
    return this.#describe(entry)
  }

  /** @throws AppError forbidden with the provider's reason; nothing is kept then, nor where a tile cannot be had. */
  async pack(id: string, box: GeoBox, maxZoom: number): Promise<TileSource> {
    const online = this.#require(id)
    if (online.type !== 'online')
      throw new AppError('bad_input', 'Those tiles are a file of this computer already and need no pack.')
    const tiles = await fetchPack(this.#online, online, box, Math.min(maxZoom, online.maxZoom))
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    const file = path.join(this.#folder, randomUUID())
    const { west, south, east, north } = box
    const metadata = {
      ...{ name: `${online.name} (offline)`, attribution: online.attribution },
      ...{ format: online.kind === 'vector' ? 'pbf' : 'png', bounds: [west, south, east, north].join(',') },
    }
    await this.#worker.run({ type: 'pack', file, metadata, tiles })
    const ref = { file, fileName: `${online.name}.mbtiles`, flipped: false }
    const { stamp } = await this.#worker.run({ type: 'describe', ref })
    const look = { opacity: 1, visible: true, flipped: false }
    const entry: RememberedFile = {
      ...{ id: randomUUID(), type: 'file', file, fileName: ref.fileName, isOwnCopy: true, stamp },
      ...look,
    }
    await this.#change((list) => [...list, entry])
    return this.#describe(entry)
  }

  async remove(id: string): Promise<void> {
    const entry = this.#require(id)
    await this.#change((list) => list.filter((each) => each.id !== id))
    if (entry.type !== 'file') return
    await this.#worker.run({ type: 'release', file: entry.file })
    // Only what was copied here is ours to delete.
    if (entry.isOwnCopy && path.dirname(entry.file) === this.#folder) await rm(entry.file, { force: true })
  }

  async set(id: string, change: TileSourceChange): Promise<TileSource> {
    this.#require(id)
    await this.#change((list) => list.map((each) => (each.id === id ? changed(each, change) : each)))
    return this.get(id)
  }

  async order(ids: readonly string[]): Promise<void> {
    await this.#change((list) => [
      ...list.filter((each) => !ids.includes(each.id)),
      ...ids.flatMap((id) => list.filter((each) => each.id === id)),
    ])
  }

  async selfTest(): Promise<TileTestReport> {
    const { core, basemapFolder, onLog } = this.#options
    const list = this.#read()
    // A thread of its own, so that the map goes on drawing.
    const worker = new TileWorkerLink((text) => onLog(`tile test: ${text}`))
    try {
      const { report, stamps } = await selfTest({ list, core, basemapFolder, worker })
      // A file that was replaced and is found whole is from now on the one that is meant.
      if (stamps.size > 0)
        await this.#change((now) =>
          now.map((each) => (each.type === 'file' ? { ...each, stamp: stamps.get(each.id) ?? each.stamp } : each)),
        )
      return report
    } finally {
      await worker.close()
    }
  }

  /** One tile, or null where there is no such source. */
  async tile(
    id: string,
    address: { z: number; x: number; y: number },
    signal?: AbortSignal,
  ): Promise<TileAnswer | null> {
    const entry = this.#find(id)
    if (!entry) return null
    if (entry.type === 'online') return this.#online.tile(tileUrl(entry.template, address), signal)
    return this.#worker.run({ type: 'tile', ref: refOf(entry), address }).catch((error: unknown) => {
      if (error instanceof AppError) return { type: 'gone', message: error.message } as const
      throw error
    })
  }

  has(id: string): boolean {
    return this.#find(id) !== undefined
  }

  close(): Promise<void> {
    return this.#worker.close()
  }

  #read(): Remembered[] {
    this.#known = this.#list.read()
    return this.#known
  }

  #find(id: string): Remembered | undefined {
    return (
      (this.#known ?? this.#read()).find((entry) => entry.id === id) ?? this.#read().find((entry) => entry.id === id)
    )
  }

  #require(id: string): Remembered {
    const entry = this.#read().find((each) => each.id === id)
    if (!entry) throw new AppError('not_found', 'Those tiles were removed; look at the list of layers again.')
    return entry
  }

  async #change(change: (list: Remembered[]) => Remembered[]): Promise<void> {
    await this.#list.change(change)
    this.#read()
  }

  async #describe(entry: Remembered): Promise<TileSource> {
    if (entry.type === 'online') return describeOnline(entry)
    try {
      return describeFile(entry, await this.#worker.run({ type: 'describe', ref: refOf(entry) }))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return unreadable(entry, error)
    }
  }
}

function refOf({ file, fileName, flipped }: RememberedFile): ArchiveRef {
  return { file, fileName, flipped }
}

function changed(entry: Remembered, { opacity, visible, flipped }: TileSourceChange): Remembered {
  const look = { opacity: opacity ?? entry.opacity, visible: visible ?? entry.visible }
  return entry.type === 'file' ? { ...entry, ...look, flipped: flipped ?? entry.flipped } : { ...entry, ...look }
}

function describeFile(entry: RememberedFile, { info, stamp }: ArchiveReport): TileSource {
  const isReplaced = !isSameStamp(stamp, entry.stamp)
  const remarks = isReplaced ? ['The file was replaced since it was added.', ...info.remarks] : info.remarks
  return {
    tileSourceId: entry.id,
    name: info.name || entry.fileName.replace(/\.(mb|pm)tiles$/i, ''),
    from: entry.fileName,
    origin: info.container,
    kind: info.kind,
    schema: info.kind === 'vector' ? tileSchemaOf(info.vectorLayers) : null,
    ...{ minZoom: info.minZoom, maxZoom: info.maxZoom, box: info.box && [...info.box] },
    ...{ sizeBytes: stamp.sizeBytes, attribution: info.attribution, license: info.license },
    state: isReplaced ? 'replaced' : 'ready',
    offlineRefusal: null,
    problem: remarks.length > 0 ? remarks.join(' ') : null,
    ...{ opacity: entry.opacity, visible: entry.visible, flipped: entry.flipped },
    version: `${stamp.changedAtMs}-${stamp.sizeBytes}${entry.flipped ? '-flipped' : ''}`,
  }
}

function unreadable(entry: RememberedFile, error: AppError): TileSource {
  const isMissing = error.code === 'not_found'
  return {
    tileSourceId: entry.id,
    name: entry.fileName.replace(/\.(mb|pm)tiles$/i, ''),
    from: entry.fileName,
    origin: /\.pmtiles$/i.test(entry.fileName) ? 'pmtiles' : 'mbtiles',
    ...{ kind: 'raster', schema: null, minZoom: 0, maxZoom: 0, box: null, attribution: '', license: '' },
    sizeBytes: isMissing ? null : entry.stamp.sizeBytes,
    state: isMissing ? 'missing' : 'broken',
    offlineRefusal: null,
    problem: error.message,
    ...{ opacity: entry.opacity, visible: entry.visible, flipped: entry.flipped },
    version: isMissing ? 'missing' : 'broken',
  }
}

function describeOnline(entry: RememberedTemplate): TileSource {
  const host = URL.parse(tileUrl(entry.template, { z: 0, x: 0, y: 0 }))?.hostname ?? ''
  const refusal = offlineRefusal(host)
  return {
    tileSourceId: entry.id,
    name: entry.name,
    from: host,
    ...{ origin: 'online', kind: entry.kind, schema: null, minZoom: 0, maxZoom: entry.maxZoom, box: null },
    ...{ sizeBytes: null, attribution: entry.attribution, license: '' },
    state: 'ready',
    offlineRefusal: refusal,
    problem:
      refusal === null
        ? 'Needs the network; nothing of it is cached.'
        : `Needs the network; it cannot be part of an offline pack, as ${refusal}.`,
    ...{ opacity: entry.opacity, visible: entry.visible, flipped: false, version: 'online' },
  }
}
