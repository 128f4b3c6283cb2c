import { VectorTile } from '@mapbox/vector-tile'
import fc from 'fast-check'
import { PbfReader } from 'pbf'
import { describe, expect, it } from 'vitest'
import { BASEMAP_COLORS } from '../../shared/map/basemap-style.ts'
import { MAP_SCHEMES } from '../../shared/map/map-scheme.ts'
import { checkVectorTile } from '../../shared/map/tiles/check-vector-tile.ts'
import { decodeUserTile } from '../../shared/map/tiles/decode-user-tile.ts'
import { offlineRefusal } from '../../shared/map/tiles/offline-policy.ts'
import { type NameCandidate, placeTileNames } from '../../shared/map/tiles/place-tile-names.ts'
import { readVectorTile } from '../../shared/map/tiles/read-vector-tile.ts'
import { TILE_COLORS, tilePaint } from '../../shared/map/tiles/tile-paint.ts'
import { TILE_SCHEMAS, tileSchemaOf } from '../../shared/map/tiles/tile-schema.ts'
import { townLayerIds, townTiles } from '../support/town-tiles.ts'

const KNOWN = ['protomaps', 'openmaptiles', 'shortbread'] as const

describe('reading vector tiles', () => {
  it.each(TILE_SCHEMAS)('finds what the reference decoder finds in tiles of %s', (schema) => {
    for (const { bytes } of townTiles(schema, 6, 10)) {
      const { layers } = new VectorTile(new PbfReader(bytes))
      const expected = Object.values(layers).map((layer) => ({
        name: layer.name,
        extent: layer.extent,
        features: Array.from({ length: layer.length }, (_, index) => {
          const feature = layer.feature(index)
          const shape = feature.loadGeometry().map((ring) => ring.map(({ x, y }) => ({ x, y })))
          return { properties: { ...feature.properties }, shape }
        }),
      }))
      const found = readVectorTile(bytes).map(({ name, extent, features }) => ({
        ...{ name, extent },
        features: features.map((feature) => ({ properties: { ...feature.properties() }, shape: feature.shape() })),
      }))
      expect(found).toEqual(expected)
    }
  })

  it('ends on any bytes, with a tile or with a RangeError', () => {
    const [whole] = townTiles('openmaptiles', 9, 9)
    const damaged = fc
      .array(fc.tuple(fc.nat(whole!.bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 })
      .map((changes) => {
        const bytes = whole!.bytes.slice()
        for (const [at, value] of changes) bytes[at] = value
        return bytes
      })
    const cut = fc.nat(whole!.bytes.length).map((end) => whole!.bytes.slice(0, end))
    fc.assert(
      fc.property(fc.oneof(damaged, cut, fc.uint8Array({ maxLength: 400 })), (bytes) => {
        try {
          checkVectorTile(bytes)
          decodeUserTile(bytes, null)
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('is not kept busy by a path that closes itself a hundred million times', () => {
    // Field 4 of a feature: move to 0,0; close path, 2^27 times; and a byte more, which keeps other readers reading.
    const commands = [9, 0, 0, ...varint(2 ** 30 + 7), 9, 0, 0]
    const feature = [0x18, 3, 0x22, commands.length, ...commands]
    const layer = [0x0a, 1, 0x61, 0x12, feature.length, ...feature]
    const [found] = readVectorTile(Uint8Array.from([0x1a, layer.length, ...layer]))
    expect(found!.features[0]!.shape().flat().length).toBeLessThan(10)
  })
})

describe('styles of known schemas', () => {
  it.each(TILE_SCHEMAS)('tell tiles of %s by their layers', (schema) => {
    expect(tileSchemaOf(townLayerIds(schema))).toBe(schema)
  })

  it.each(KNOWN)('draw roads, water and green of %s as the same groups', (schema) => {
    const groups = new Set(
      townTiles(schema, 12, 12).flatMap(({ bytes }) => Object.keys(decodeUserTile(bytes, null).groups)),
    )
    for (const group of ['water', 'waterway', 'green', 'motorway', 'minorRoad']) expect(groups).toContain(group)
  })

  it.each(KNOWN)('find places, waters and roads by name in %s', (schema) => {
    const names = townTiles(schema, 12, 12).flatMap(({ bytes }) => decodeUserTile(bytes, null).names)
    const of = (kind: string) => new Set(names.filter((name) => name.kind === kind).map(({ text }) => text))
    expect([...of('place')].sort()).toEqual(['Robinson', 'Waco'])
    expect(of('water')).toContain('Lake Waco')
    expect(of('road')).toContain('Interstate 35')
    const rank = (text: string) => names.find((name) => name.text === text)!.rank
    expect(rank('Waco')).toBeLessThan(rank('Robinson'))
  })

  it('draw tiles of an unknown schema as lines over the built-in map', () => {
    const [tile] = townTiles('generic', 8, 8)
    const { schema, groups, names } = decodeUserTile(tile!.bytes, null)
    expect([schema, Object.keys(groups).sort(), names]).toEqual(['generic', ['area', 'line'], []])
    expect(tilePaint('generic').every(({ fill }) => !fill)).toBe(true)
  })

  it.each(MAP_SCHEMES)('meet the built-in map without a step in %s', (scheme) => {
    expect(TILE_COLORS[scheme]).toMatchObject({
      land: BASEMAP_COLORS[scheme].land,
      water: BASEMAP_COLORS[scheme].water,
    })
    for (const color of Object.values(TILE_COLORS[scheme])) expect(color).toMatch(/^#[\da-f]{6}$/)
  })
})

describe('names of tiles', () => {
  const window = { zoom: 12, left: 0, top: 0, width: 800, height: 600 }
  const measure = (text: string) => text.length * 7

  it('are set once where tiles repeat them at their borders', () => {
    const road = (from: number) => ({
      ...{ text: 'Interstate 35', kind: 'road' as const, rank: 0 },
      points: [from, 300, from + 256, 300],
    })
    const placed = placeTileNames([road(100), road(356), road(612)], window, measure, 'light')
    const xs = placed.map(({ x }) => x).sort((a, b) => a - b)
    expect(xs.length).toBeLessThan(3)
    expect(placed.length).toBeGreaterThan(0)
    for (const [index, x] of xs.entries()) if (index > 0) expect(x - xs[index - 1]!).toBeGreaterThanOrEqual(260)
  })

  it('never overlap, stay off obstacles, and give room to the more important', () => {
    const name = fc.record({
      text: fc.string({ minLength: 1, maxLength: 14 }),
      kind: fc.constantFrom('place' as const, 'water' as const, 'road' as const),
      rank: fc.nat(9),
      points: fc.oneof(
        fc.tuple(fc.nat(800), fc.nat(600)),
        fc.tuple(fc.nat(800), fc.nat(600), fc.nat(800), fc.nat(600)),
      ),
    })
    fc.assert(
      fc.property(fc.array(name, { maxLength: 40 }), (candidates: NameCandidate[]) => {
        const obstacle = { minX: 300, minY: 200, maxX: 500, maxY: 400 }
        const placed = placeTileNames(candidates, window, measure, 'dark', [obstacle])
        const level = placed.filter(({ angle }) => Math.abs(angle) < 0.05)
        const boxes = level.map(({ text, x, y, look }) => ({
          minX: x - measure(text) / 2,
          maxX: x + measure(text) / 2,
          minY: y - look.sizePx / 2,
          maxY: y + look.sizePx / 2,
        }))
        for (const [index, box] of [...boxes, obstacle].entries())
          for (const other of [...boxes, obstacle].slice(index + 1))
            expect(
              box.minX < other.maxX && other.minX < box.maxX && box.minY < other.maxY && other.minY < box.maxY,
            ).toBe(false)
        for (const { angle } of placed) expect(Math.abs(angle)).toBeLessThanOrEqual(Math.PI / 2 + 0.05)
      }),
      { numRuns: 150 },
    )
  })
})

describe('providers', () => {
  it.each([
    ['tile.openstreetmap.org', true],
    ['A.Tile.OpenStreetMap.org.', true],
    ['server.arcgisonline.com', true],
    ['mt1.google.com', true],
    ['notgoogle.com', false],
    ['tiles.example.org', false],
    ['openstreetmap.org.example.net', false],
  ])('whose terms forbid offline copies are known: %s', (host, isRefused) => {
    expect(offlineRefusal(host) !== null).toBe(isRefused)
  })
})

function varint(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128)
  return [...bytes, rest]
}
