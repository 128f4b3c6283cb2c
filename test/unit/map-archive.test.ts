import { gunzipSync, gzipSync } from 'node:zlib'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import fc from 'fast-check'
import { PMTiles, type Source } from 'pmtiles'
import { expect, test } from 'vitest'
import { type TileBytes, writePmtiles } from '../../electron/tooling/basemap/pmtiles-writer.ts'
import { openBasemap } from '../../shared/map/basemap-archive.ts'
import { decodeTile } from '../../shared/map/decode-tile.ts'

const square = [
  [
    [10, 20],
    [110, 20],
    [110, 220],
    [10, 220],
    [10, 20],
  ],
]
const line = [
  [
    [-5, 0],
    [4000, 4100],
  ],
]

function encodedTile(): Uint8Array {
  const content = {
    land: { features: [{ type: 3, geometry: square, tags: {} }] },
    states: { features: [{ type: 2, geometry: line, tags: {} }] },
    unknown_layer: { features: [{ type: 2, geometry: line, tags: {} }] },
  }
  return fromGeojsonVt(content as unknown as Parameters<typeof fromGeojsonVt>[0], { version: 2, extent: 4096 })
}

test('a tile comes back with its rings, its lines and their bounds, without layers that are not drawn', () => {
  const tile = decodeTile(encodedTile())
  expect(Object.keys(tile).sort()).toEqual(['land', 'states'])
  expect([...tile.land!.coordinates]).toEqual(square.flat(2))
  expect([...tile.land!.ringStarts]).toEqual([0, 5])
  expect([...tile.land!.ringBounds]).toEqual([10, 20, 110, 220])
  expect([...tile.states!.coordinates]).toEqual(line.flat(2))
})

test('the basemap opens an archive of gzipped tiles and answers null for the open ocean', async () => {
  const tiles = [{ z: 1, x: 1, y: 0, bytes: gzipSync(encodedTile()) }]
  const archive = writePmtiles({ tiles, tileCompression: 'gzip', gzip: (bytes) => gzipSync(bytes), metadata: {} })
  const basemap = openBasemap(archive.buffer)
  expect([...(await basemap.tile(1, 1, 0))!.land!.ringBounds]).toEqual([10, 20, 110, 220])
  expect(await basemap.tile(1, 0, 1)).toBeNull()
})

test.each([
  ['an HTML page', '<!doctype html><title>Not found</title>'],
  ['an empty file', ''],
  ['an older version', 'PMTiles\u0002'],
])('%s is refused as a basemap', (_, text) => {
  expect(() => openBasemap(new TextEncoder().encode(text).buffer)).toThrow('not a PMTiles archive of version 3')
})

const tileSet = fc.uniqueArray(
  fc.integer({ min: 0, max: 7 }).chain((z) =>
    fc.record({
      z: fc.constant(z),
      x: fc.integer({ min: 0, max: 2 ** z - 1 }),
      y: fc.integer({ min: 0, max: 2 ** z - 1 }),
      // Few different contents, so that equal tiles meet as they do in the open sea.
      bytes: fc.constantFrom('a', 'bb', 'ccc').map((text) => new TextEncoder().encode(text)),
    }),
  ),
  { selector: ({ z, x, y }) => `${z}/${x}/${y}`, minLength: 1, maxLength: 60 },
)

test('every tile written is read back, and none that was not', async () => {
  await fc.assert(
    fc.asyncProperty(tileSet, fc.boolean(), async (tiles, compress) => {
      const archive = pmtilesOf(tiles, compress)
      for (const { z, x, y, bytes } of tiles) {
        const found = await archive.getZxy(z, x, y)
        expect(found && new Uint8Array(found.data)).toEqual(bytes)
      }
      const written = new Set(tiles.map(({ z, x, y }) => `${z}/${x}/${y}`))
      for (let x = 0; x < 4; x += 1) if (!written.has(`2/${x}/1`)) expect(await archive.getZxy(2, x, 1)).toBeUndefined()
    }),
    { numRuns: 40 },
  )
})

test('a whole zoom of different tiles needs leaf directories and is still read back', async () => {
  const tiles: TileBytes[] = []
  for (let x = 0; x < 128; x += 1)
    for (let y = 0; y < 128; y += 1)
      tiles.push({ z: 7, x, y, bytes: new TextEncoder().encode(`${x}/${y}`.repeat(1 + ((x * y) % 7))) })
  const archive = pmtilesOf(tiles, false)
  const header = await archive.getHeader()
  expect(header.leafDirectoryLength).toBeGreaterThan(0)
  expect(header).toMatchObject({ numAddressedTiles: 16_384, minZoom: 7, maxZoom: 7 })
  for (const [x, y] of [
    [0, 0],
    [127, 127],
    [31, 96],
    [64, 63],
  ] as const) {
    const text = new TextDecoder().decode((await archive.getZxy(7, x, y))!.data)
    expect(text).toBe(`${x}/${y}`.repeat(1 + ((x * y) % 7)))
  }
})

test('equal tiles are stored once', () => {
  const bytes = new Uint8Array(10_000).fill(7)
  const tiles = Array.from({ length: 64 }, (_, at) => ({ z: 3, x: at % 8, y: Math.floor(at / 8), bytes }))
  expect(writePmtiles({ tiles, tileCompression: 'none', metadata: {} }).length).toBeLessThan(11_000)
})

function pmtilesOf(tiles: readonly TileBytes[], compress: boolean): PMTiles {
  const bytes = writePmtiles({
    tiles,
    tileCompression: 'none',
    metadata: {},
    ...(compress ? { gzip: (raw: Uint8Array) => gzipSync(raw) } : {}),
  })
  const source: Source = {
    getKey: () => 'test',
    getBytes: async (offset, length) => ({ data: bytes.buffer.slice(offset, offset + length) }),
  }
  return new PMTiles(source, undefined, async (data, compression) =>
    compression === 2 ? new Uint8Array(gunzipSync(new Uint8Array(data))).buffer : data,
  )
}
