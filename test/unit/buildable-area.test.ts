import fc from 'fast-check'
import type { Geometry, Polygon } from 'geojson'
import { describe, expect, test } from 'vitest'
import { buildableArea, type Exclusion } from '../../shared/domain/land/buildable-area.ts'
import { equalAreaProjection } from '../../shared/domain/land/equal-area-projection.ts'
import { destination } from '../../shared/map/geodesy/destination.ts'
import { SQUARE_METRES_PER_ACRE } from '../../shared/map/geodesy/format-measure.ts'
import type { LngLat } from '../../shared/map/geodesy/lng-lat.ts'
import { polygonSurface } from '../../shared/map/geodesy/polygon-area.ts'

const CENTER: LngLat = [-97.25, 31.5]
const ACRE = SQUARE_METRES_PER_ACRE

/** A place so many metres east and north of a center. */
function at(center: LngLat, east: number, north: number): [number, number] {
  const [longitude, latitude] = destination(center, (Math.atan2(east, north) * 180) / Math.PI, Math.hypot(east, north))
  return [longitude, latitude]
}

function ring(center: LngLat, corners: readonly (readonly [number, number])[]): [number, number][] {
  const places = corners.map(([east, north]) => at(center, east, north))
  return [...places, places[0] as [number, number]]
}

function rectangle(west: number, south: number, width: number, height: number, center = CENTER): Polygon {
  const corners = [
    [west, south],
    [west + width, south],
    [west + width, south + height],
    [west, south + height],
  ] as const
  return { type: 'Polygon', coordinates: [ring(center, corners)] }
}

const exclusion = (id: string, bufferM: number, ...geometries: Geometry[]): Exclusion => ({ id, bufferM, geometries })

function measured(parcel: Polygon, exclusions: readonly Exclusion[] = [], setbackM = 0) {
  const area = buildableArea({ parcels: [parcel], setbackM, exclusions })
  if (area === null) throw new Error('The parcel has no area.')
  return area
}

const PARCEL = rectangle(-500, -400, 1_000, 800)

describe('The equal-area plane', () => {
  test('gives every place back', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -170, max: 170, noNaN: true }),
        fc.double({ min: -80, max: 80, noNaN: true }),
        fc.double({ min: -0.5, max: 0.5, noNaN: true }),
        fc.double({ min: -0.5, max: 0.5, noNaN: true }),
        (longitude, latitude, east, north) => {
          const plane = equalAreaProjection([longitude, latitude])
          const place: LngLat = [longitude + east, latitude + north]
          const again = plane.toDegrees(...plane.toPlane(place))
          expect(again[0]).toBeCloseTo(place[0], 9)
          expect(again[1]).toBeCloseTo(place[1], 9)
        },
      ),
    )
    expect(equalAreaProjection(CENTER).toPlane(CENTER)).toEqual([0, 0])
  })

  test('keeps lengths around its center to a millionth', () => {
    for (const [east, north] of [
      [3_000, 0],
      [0, -3_000],
      [2_000, 2_000],
    ] as const) {
      const [x, y] = equalAreaProjection(CENTER).toPlane(at(CENTER, east, north))
      expect(Math.abs(Math.hypot(x, y) / Math.hypot(east, north) - 1)).toBeLessThan(1e-6)
    }
  })
})

describe('A parcel', () => {
  test.each([
    [[-97.25, 31.5] as LngLat, 1_000, 800],
    [[-149.9, 61.2] as LngLat, 1_000, 800],
    [[-80, 25] as LngLat, 120, 60],
    [[-100, 45] as LngLat, 8_000, 5_000],
  ])('at %o has the acres of its rectangle to a millionth', (center, width, height) => {
    const parcel = rectangle(-width / 2, -height / 2, width, height, center)
    const { grossAcres, netAcres } = measured(parcel)
    const surface = polygonSurface(parcel.coordinates as unknown as LngLat[][]).areaM2 / ACRE
    expect(Math.abs(grossAcres / surface - 1)).toBeLessThan(1e-6)
    expect(Math.abs((grossAcres * ACRE) / (width * height) - 1)).toBeLessThan(1e-6)
    expect(netAcres).toBe(grossAcres)
  })

  test('loses its hole, whichever way its rings turn', () => {
    const hole = rectangle(-100, -100, 200, 200).coordinates[0] ?? []
    const rings = PARCEL.coordinates[0] ?? []
    for (const each of [hole, [...hole].reverse()])
      expect(measured({ type: 'Polygon', coordinates: [rings, each] }).grossAcres * ACRE).toBeCloseTo(760_000, 0)
  })

  test('that crosses itself keeps both its parts, and says so', () => {
    const bow = ring(CENTER, [
      [-100, -100],
      [100, 100],
      [100, -100],
      [-100, 100],
    ])
    const area = measured({ type: 'Polygon', coordinates: [bow] })
    expect(area.wasRepaired).toBe(true)
    expect(area.grossAcres * ACRE).toBeCloseTo(20_000, 0)
    expect(measured(PARCEL).wasRepaired).toBe(false)
  })

  test('next to another is one piece of land: the setback runs around both', () => {
    const parcels = [rectangle(-500, -400, 500, 800), rectangle(0, -400, 500, 800)]
    const area = buildableArea({ parcels, setbackM: 50, exclusions: [] })
    expect((area?.netAcres ?? 0) * ACRE).toBeCloseTo(900 * 700, -1)
  })

  test('without an area is none', () => {
    const point = at(CENTER, 0, 0)
    expect(buildableArea({ parcels: [], setbackM: 0, exclusions: [] })).toBeNull()
    const flat: Polygon = { type: 'Polygon', coordinates: [[point, at(CENTER, 100, 0), point]] }
    expect(buildableArea({ parcels: [flat], setbackM: 0, exclusions: [] })).toBeNull()
  })
})

describe('What can be built on', () => {
  test('is what a setback leaves of a rectangle', () => {
    const { netAcres, setback } = measured(PARCEL, [], 50)
    expect(Math.abs((netAcres * ACRE) / (900 * 700) - 1)).toBeLessThan(1e-6)
    expect(setback.acres * ACRE).toBeCloseTo(800_000 - 630_000, 0)
    expect(measured(PARCEL, [], 500).netAcres).toBe(0)
  })

  test('counts what two exclusions share once, and says what each takes alone', () => {
    const both = [exclusion('a', 0, rectangle(-100, -100, 200, 200)), exclusion('b', 0, rectangle(0, -100, 200, 200))]
    const { netAcres, exclusions } = measured(PARCEL, both)
    expect(netAcres * ACRE).toBeCloseTo(800_000 - 60_000, 0)
    for (const id of ['a', 'b']) {
      expect((exclusions.get(id)?.acres ?? 0) * ACRE).toBeCloseTo(40_000, 0)
      expect((exclusions.get(id)?.aloneAcres ?? 0) * ACRE).toBeCloseTo(20_000, 0)
    }
  })

  test('leaves out a strip along a line and a disc around a point, and nothing where the buffer is 0', () => {
    const line: Geometry = { type: 'LineString', coordinates: [at(CENTER, -2_000, 0), at(CENTER, 2_000, 0)] }
    const point: Geometry = { type: 'Point', coordinates: at(CENTER, 0, 0) }
    expect(measured(PARCEL, [exclusion('line', 25, line)]).netAcres * ACRE).toBeCloseTo(800_000 - 50_000, -1)
    const disc = measured(PARCEL, [exclusion('point', 100, point)]).exclusions.get('point')
    expect(((disc?.acres ?? 0) * ACRE) / (Math.PI * 10_000)).toBeCloseTo(1, 3)
    const { netAcres, grossAcres } = measured(PARCEL, [exclusion('line', 0, line), exclusion('point', 0, point)])
    expect(netAcres).toBe(grossAcres)
  })

  test('cuts out of an outline of a million corners what lies on the land', () => {
    const corners = Array.from({ length: 1_000_000 }, (_, index): [number, number] => {
      const angle = (2 * Math.PI * index) / 1_000_000
      const radius = 0.5 + 0.1 * Math.sin(5_000 * angle)
      return [CENTER[0] + 0.7 + radius * Math.cos(angle), CENTER[1] + radius * Math.sin(angle)]
    })
    const county: Polygon = { type: 'Polygon', coordinates: [[...corners, corners[0] as [number, number]]] }
    const covering = rectangle(-40_000, -40_000, 80_000, 80_000)
    const hole = rectangle(-100, -100, 200, 200).coordinates[0] ?? []
    expect(measured(PARCEL, [exclusion('covering', 0, covering)]).netAcres).toBe(0)
    const ringed: Polygon = { type: 'Polygon', coordinates: [...covering.coordinates, hole] }
    expect(measured(PARCEL, [exclusion('ringed', 0, ringed)]).netAcres * ACRE).toBeCloseTo(40_000, 0)
    const { netAcres, grossAcres } = measured(PARCEL, [exclusion('county', 0, county)])
    expect(netAcres).toBe(grossAcres)
  })

  test('is told in degrees, with holes where something stands in the middle', () => {
    const { net, netAcres } = measured(PARCEL, [exclusion('pond', 0, rectangle(-50, -50, 100, 100))])
    expect(net.coordinates).toHaveLength(1)
    expect(net.coordinates[0]).toHaveLength(2)
    const surface = polygonSurface(net.coordinates[0] as unknown as LngLat[][]).areaM2 / ACRE
    expect(surface).toBeCloseTo(netAcres, 3)
  })

  const amount = (min: number, max: number) => fc.double({ min, max, noNaN: true, noDefaultInfinity: true })
  const shape = fc.oneof(
    fc.tuple(amount(-700, 700), amount(-600, 600), amount(1, 500), amount(1, 500)).map((each) => rectangle(...each)),
    fc
      .array(fc.tuple(amount(-700, 700), amount(-600, 600)), { minLength: 2, maxLength: 5 })
      .map((places): Geometry => ({ type: 'LineString', coordinates: places.map(([x, y]) => at(CENTER, x, y)) })),
    fc
      .tuple(amount(-700, 700), amount(-600, 600))
      .map(([x, y]): Geometry => ({ type: 'Point', coordinates: at(CENTER, x, y) })),
  )
  const excluded = fc
    .array(fc.tuple(shape, amount(0, 120)), { maxLength: 6 })
    .map((each) => each.map(([geometry, bufferM], index) => exclusion(`e${index}`, bufferM, geometry)))

  test('is never more than there is, whatever is excluded, and every share fits', () => {
    fc.assert(
      fc.property(excluded, amount(0, 200), (exclusions, setbackM) => {
        const area = measured(PARCEL, exclusions, setbackM)
        expect(area.netAcres).toBeGreaterThanOrEqual(0)
        expect(area.netAcres).toBeLessThanOrEqual(area.grossAcres)
        const shares = [area.setback, ...area.exclusions.values()]
        const sum = shares.reduce((total, { acres }) => total + acres, 0)
        expect(area.grossAcres - area.netAcres).toBeLessThanOrEqual(sum + 1e-6)
        for (const { acres, aloneAcres } of shares) {
          expect(acres).toBeLessThanOrEqual(area.grossAcres)
          expect(aloneAcres).toBeLessThanOrEqual(acres)
        }
        expect(area.exclusions.size).toBe(exclusions.length)
      }),
      { numRuns: 60 },
    )
  })

  test('is the same in whatever order exclusions come', () => {
    fc.assert(
      fc.property(excluded, amount(0, 100), (exclusions, setbackM) => {
        const one = measured(PARCEL, exclusions, setbackM)
        const other = measured(PARCEL, [...exclusions].reverse(), setbackM)
        expect(other).toEqual(one)
      }),
      { numRuns: 40 },
    )
  })

  test('is what it was where an exclusion comes twice, and less or the same where one more comes', () => {
    fc.assert(
      fc.property(excluded, shape, (exclusions, more) => {
        const before = measured(PARCEL, exclusions).netAcres
        const twice = exclusions.flatMap((each) => [each, { ...each, id: `${each.id} again` }])
        expect(measured(PARCEL, twice).netAcres).toBeCloseTo(before, 6)
        expect(measured(PARCEL, [...exclusions, exclusion('more', 10, more)]).netAcres).toBeLessThanOrEqual(
          before + 1e-6,
        )
      }),
      { numRuns: 40 },
    )
  })
})
