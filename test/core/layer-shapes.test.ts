import { describe, expect, test } from 'vitest'
import { type LayerShapes, PART, unpackShapes, WORLD_UNITS } from '../../shared/map/layers/layer-shapes.ts'
import { latitudeOf, longitudeOf } from '../../shared/map/mercator.ts'
import { tempCatalog } from '../support/temp-catalog.ts'

const WORLD = { west: -180, south: -90, east: 180, north: 90 }

type Rings = number[][][]

const feature = (type: string, coordinates: unknown, properties: object = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})

async function withLayer(...features: unknown[]) {
  const catalog = tempCatalog()
  await catalog.report(JSON.stringify({ type: 'FeatureCollection', features }), { name: 'layer.geojson' })
  const [layer] = await catalog.call['layers.list']({})
  if (!layer) throw new Error('There is no layer.')
  const shapes = async (zoom: number, rest: object = {}): Promise<LayerShapes> =>
    unpackShapes(await catalog.call['layers.shapes']({ layerId: layer.layerId, ...WORLD, zoom, filter: null, ...rest }))
  return { catalog, layer, shapes }
}

const square = (west: number, south: number, size: number): number[][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]

describe('The shapes of a layer', () => {
  test('are its points, lines and areas, with holes that run the other way round than their outlines', async () => {
    const hole = square(-99, 31, 1)
    const { shapes } = await withLayer(
      feature('Point', [-100, 40]),
      feature('MultiLineString', [
        [
          [-100, 30],
          [-90, 31],
        ],
        [
          [-80, 30],
          [-80, 35],
        ],
      ]),
      feature('Polygon', [square(-100, 30, 5), hole] as Rings),
      feature('Polygon', [square(-100, 36, 5).toReversed()] as Rings),
    )
    const found = await shapes(8)
    expect(found.matched).toBe(4)
    const kinds = partsOf(found).map(({ kind }) => kind)
    expect(kinds.toSorted()).toEqual([PART.point, PART.line, PART.line, PART.ring, PART.ring, PART.hole].toSorted())
    const areas = partsOf(found).filter(({ kind }) => kind === PART.ring || kind === PART.hole)
    const turns = areas.map(({ kind, places }) => [kind, Math.sign(doubleArea(places))])
    expect(new Set(turns.map(([kind, sign]) => `${kind} ${sign}`)).size).toBe(2)
    const [point] = partsOf(found).filter(({ kind }) => kind === PART.point)
    expect(point?.places[0]?.[0]).toBeCloseTo(-100, 6)
    expect(point?.places[0]?.[1]).toBeCloseTo(40, 6)
  })

  test('are cut to the box with a margin, so that what is far away costs nothing', async () => {
    const { shapes } = await withLayer(
      feature('Polygon', [square(-120, 10, 60)] as Rings),
      feature('LineString', [
        [-120, 35.5],
        [-60, 35.5],
      ]),
    )
    const found = await shapes(12, { west: -100, south: 35, east: -99, north: 36 })
    const places = partsOf(found).flatMap((part) => part.places)
    expect(partsOf(found)).toHaveLength(2)
    for (const [x, y] of places as [number, number][]) {
      expect(Math.abs(x + 99.5)).toBeLessThan(0.52)
      expect(Math.abs(y - 35.5)).toBeLessThan(0.52)
    }
  })

  test('of a million positions are drawn simplified, finer the nearer, and never vanish', async () => {
    const round = Array.from({ length: 1_000_000 }, (_, at) => {
      const angle = (at / 1_000_000) * 2 * Math.PI
      const radius = 2 + 0.01 * Math.sin(angle * 5_000)
      return [-100 + radius * Math.cos(angle), 35 + radius * Math.sin(angle)]
    })
    const { shapes, layer } = await withLayer(feature('Polygon', [[...round, round[0]]]))
    expect(layer.vertices).toBe(1_000_001)
    const counts: number[] = []
    for (const zoom of [0, 3, 6, 9]) {
      const found = await shapes(zoom)
      expect(found.ids).toHaveLength(1)
      counts.push(found.xy.length / 2)
    }
    expect(counts[0]).toBeGreaterThanOrEqual(1)
    expect(counts).toEqual(counts.toSorted((one, other) => one - other))
    expect(counts[2]).toBeLessThan(10_000)
  })

  test('smaller than a pixel become specks, of which one is drawn where many lie', async () => {
    const many = Array.from({ length: 3_000 }, (_, at) => feature('Polygon', [square(-100 + at * 1e-4, 35, 1e-4)]))
    const { shapes } = await withLayer(...many, feature('Point', [-80, 40]), feature('Point', [-80, 40]))
    const far = await shapes(4)
    expect(far.matched).toBe(3_002)
    expect(partsOf(far).filter(({ kind }) => kind === PART.speck).length).toBeLessThan(20)
    expect(partsOf(far).filter(({ kind }) => kind === PART.point)).toHaveLength(1)
    const near = await shapes(16, { west: -100, south: 34.9, east: -99.99, north: 35.1 })
    expect(partsOf(near).every(({ kind }) => kind === PART.ring)).toBe(true)
    expect(near.matched).toBe(101)
  })

  test('without a usable place are left out and counted', async () => {
    const { shapes, layer } = await withLayer(
      feature('Point', [-100, 40]),
      feature('Point', [0, 0]),
      feature('Point', [10, 89]),
      { type: 'Feature', properties: {}, geometry: null },
      feature('Polygon', [
        [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ] as Rings),
    )
    expect(layer).toMatchObject({ features: 5, misplaced: 3, crossing: 1, box: [-100, 0, 1, 40] })
    expect((await shapes(5)).ids).toHaveLength(3)
  })

  test('pass a filter by text or by number', async () => {
    const { shapes } = await withLayer(
      feature('Point', [-100, 40], { OWNER: 'Oncor Electric', kV: 345, 'a"b\\c': 'x' }),
      feature('Point', [-90, 40], { OWNER: 'AEP', kV: '138' }),
      feature('Point', [-80, 40], { OWNER: null, kV: 'NOT AVAILABLE' }),
    )
    const matched = async (filter: object) => (await shapes(5, { filter })).matched
    expect(await matched({ op: 'contains', attribute: 'OWNER', text: 'ONCOR' })).toBe(1)
    expect(await matched({ op: 'equals', attribute: 'OWNER', text: 'aep' })).toBe(1)
    expect(await matched({ op: 'between', attribute: 'kV', least: 100, most: 200 })).toBe(1)
    expect(await matched({ op: 'between', attribute: 'kV', least: 100, most: null })).toBe(2)
    expect(await matched({ op: 'between', attribute: 'kV', least: null, most: null })).toBe(2)
    expect(await matched({ op: 'equals', attribute: 'a"b\\c', text: 'x' })).toBe(1)
    expect(await matched({ op: 'equals', attribute: "kV') OR 1 --", text: 'x' })).toBe(0)
  })
})

interface Part {
  readonly kind: number
  readonly places: number[][]
}

function partsOf({ kinds, positionStarts, xy }: LayerShapes): Part[] {
  return Array.from(kinds, (kind, part) => {
    const places: number[][] = []
    for (let at = positionStarts[part]!; at < positionStarts[part + 1]!; at += 1)
      places.push([longitudeOf(xy[2 * at]! / WORLD_UNITS), latitudeOf(xy[2 * at + 1]! / WORLD_UNITS)])
    return { kind, places }
  })
}

function doubleArea(places: number[][]): number {
  return places.slice(1).reduce((sum, [x = 0, y = 0], at) => {
    const [px = 0, py = 0] = places[at] ?? []
    return sum + px * y - x * py
  }, 0)
}
