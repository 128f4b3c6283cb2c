import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { gunzipSync } from 'node:zlib'
import { PMTiles, type Source } from 'pmtiles'
import { Database } from '../../electron/core/db/database.ts'
import { TileArchives } from '../../electron/core/tiles/tile-archives.ts'
import { FileGrants } from '../../electron/host/file-grants.ts'
import { openLog } from '../../electron/host/log.ts'
import { SettingsFile } from '../../electron/host/settings.ts'
import { TileHost } from '../../electron/host/tiles/tile-host.ts'
import { startHttpHost } from '../../electron/http/server.ts'
import type { BenchRow } from '../../electron/tooling/bench/bench.ts'
import { MemoryCore } from '../support/memory-core.ts'
import { pngTile, writeMbtiles, writePmtilesFile } from '../support/tile-fixtures.ts'
import { townTiles } from '../support/town-tiles.ts'

const PASSES = 5

interface Tile {
  readonly z: number
  readonly x: number
  readonly y: number
}

// Rows on standard output; see script-bench.ts.
const folder = mkdtempSync(path.join(tmpdir(), 'switchyard-bench-'))
try {
  const raster = path.join(folder, 'raster.mbtiles')
  const vector = path.join(folder, 'vector.pmtiles')
  const rasterTiles = Array.from({ length: 4_096 }, (_, index) => {
    const [x, y] = [index % 64, Math.floor(index / 64)]
    return { z: 6, x, y, bytes: pngTile(x * 4, y * 4, index % 256, { edge: 64 }) }
  })
  const vectorTiles = townTiles('openmaptiles', 4, 14)
  writeMbtiles(raster, rasterTiles)
  writePmtilesFile(vector, vectorTiles)
  const rows = [
    await compare(
      'raster tiles of an MBTiles file',
      rasterTiles,
      ours(raster),
      plainSqlite(raster),
      'one SELECT alone',
    ),
    await compare('vector tiles of a PMTiles file', vectorTiles, ours(vector), library(vector), 'the package pmtiles'),
    await overHttp(raster, rasterTiles.slice(0, 1_000)),
  ]
  console.error(
    `load ${loadavg()
      .map((each) => each.toFixed(1))
      .join(' ')}`,
  )
  process.stdout.write(JSON.stringify(rows))
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}

interface Reader {
  read(tile: Tile): Promise<number> | number
  close(): void
}

/** Processor time of reading all tiles, of each way in turn; both must have read as many bytes. */
async function compare(
  what: string,
  tiles: readonly Tile[],
  subject: Reader,
  reference: Reader,
  referenceName: string,
): Promise<BenchRow> {
  const times: [number[], number[]] = [[], []]
  const bytes: [number, number] = [0, 0]
  for (let pass = 0; pass < PASSES; pass += 1)
    for (const [index, reader] of [subject, reference].entries() as Iterable<[0 | 1, Reader]>) {
      const before = process.cpuUsage()
      bytes[index] = 0
      for (const tile of tiles) bytes[index] += await reader.read(tile)
      const { user, system } = process.cpuUsage(before)
      times[index].push((user + system) / 1_000)
    }
  subject.close()
  reference.close()
  if (bytes[0] !== bytes[1] || bytes[0] === 0) throw new Error(`${what}: ${bytes[0]} and ${bytes[1]} bytes were read.`)
  const [value, against] = times.map(median) as [number, number]
  return {
    what: `${tiles.length} ${what} (${Math.round((1_000 * tiles.length) / value).toLocaleString('en-US')} a second)`,
    ...{ value, reference: against, referenceName, unit: 'ms', requiredRatio: 0.5 },
  }
}

function ours(file: string): Reader {
  const archives = new TileArchives()
  const ref = { file, fileName: 'bench', flipped: false }
  return {
    read(tile) {
      const answer = archives.tile(ref, tile)
      return answer.type === 'tile' ? answer.bytes.byteLength : 0
    },
    close: () => archives.close(),
  }
}

function plainSqlite(file: string): Reader {
  const db = new Database(file, { readonly: true })
  const tile = db
    .prepare('SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?')
    .pluck()
  return {
    read: ({ z, x, y }) => (tile.get(z, x, 2 ** z - 1 - y) as Buffer).byteLength,
    close: () => db.close(),
  }
}

function library(file: string): Reader {
  const fd = openSync(file, 'r')
  const source: Source = {
    getKey: () => file,
    async getBytes(offset, length) {
      const bytes = new Uint8Array(length)
      const read = readSync(fd, bytes, 0, length, offset)
      return { data: bytes.buffer.slice(0, read) }
    },
  }
  const unpack = async (bytes: ArrayBuffer, compression: number) =>
    compression === 2 ? new Uint8Array(gunzipSync(new Uint8Array(bytes))).buffer : bytes
  const archive = new PMTiles(source, undefined, unpack)
  return {
    read: async ({ z, x, y }) => (await archive.getZxy(z, x, y))?.data.byteLength ?? 0,
    close: () => closeSync(fd),
  }
}

/** One request after the other through the loopback host, session guard and worker thread included. */
async function overHttp(file: string, tiles: readonly Tile[]): Promise<BenchRow> {
  const log = openLog(folder)
  const grants = new FileGrants(path.join(folder, 'temporary'))
  const core = new MemoryCore(grants.outputFolder)
  const host = new TileHost({
    ...{ dataFolder: folder, grants, core, version: '0', basemapFolder: folder },
    onLog: console.error,
  })
  const server = await startHttpHost({
    ...{ core, grants, log, tiles: host, port: 0, author: 'bench', version: '0', catalogLocation: '' },
    settings: new SettingsFile(folder, log),
    rendererFolder: folder,
  })
  try {
    const { tileSourceId } = await host.add((await grants.grantChosen(file)).grant)
    const session = await fetch(`${server.url}/api/session`, {
      method: 'POST',
      headers: { origin: server.url, 'content-type': 'application/json' },
      body: JSON.stringify({ launch: new URL(server.launchUrl).hash.replace('#launch=', '') }),
    })
    const { bearer } = (await session.json()) as { bearer: string }
    const timed = async (read: (tile: Tile) => Promise<unknown>) => {
      const before = process.cpuUsage()
      for (const tile of tiles) await read(tile)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1_000
    }
    const overHost: number[] = []
    const direct: number[] = []
    for (let pass = 0; pass < PASSES; pass += 1) {
      overHost.push(
        await timed(async ({ z, x, y }) => {
          const headers = { authorization: `Bearer ${bearer}` }
          const answer = await fetch(`${server.url}/tiles/${tileSourceId}/${z}/${x}/${y}`, { headers })
          if (answer.status !== 200) throw new Error(`A tile was answered with ${answer.status}.`)
          await answer.arrayBuffer()
        }),
      )
      direct.push(await timed((tile) => host.tile(tileSourceId, tile)))
    }
    const value = median(overHost)
    return {
      what: `${tiles.length} tiles over loopback HTTP, one after the other, client included (${Math.round((1_000 * tiles.length) / value).toLocaleString('en-US')} a second)`,
      ...{
        value,
        reference: median(direct),
        referenceName: 'the worker thread alone',
        unit: 'ms',
        requiredRatio: null,
      },
    }
  } finally {
    await server.close()
    await host.close()
    await grants.close()
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number
}
