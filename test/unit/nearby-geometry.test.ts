import fc from 'fast-check'
import type { Geometry } from 'geojson'
import { describe, expect, test } from 'vitest'
import { boxAround, boxDistanceM } from '../../shared/domain/nearby/box-distance.ts'
import { nearestOnGeometry } from '../../shared/domain/nearby/nearest-on-geometry.ts'
import { nearestOnSegment } from '../../shared/domain/nearby/nearest-on-segment.ts'
import { destination } from '../../shared/map/geodesy/destination.ts'
import { inverse } from '../../shared/map/geodesy/inverse.ts'
import type { LngLat } from '../../shared/map/geodesy/lng-lat.ts'

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true, noDefaultInfinity: true })
const site = fc.tuple(degrees(-125, -66), degrees(24, 50))

/** A place within a degree and a half of another. */
const near = ([longitude, latitude]: LngLat) =>
  fc.tuple(degrees(-1.5, 1.5), degrees(-1.5, 1.5)).map(([x, y]): LngLat => [longitude + x, latitude + y])

const sited = site.chain((from) => fc.tuple(fc.constant(from), near(from), near(from)))

describe('The nearest place of a segment', () => {
  test('is nearer than any other place of it, to the centimetre', () => {
    fc.assert(
      fc.property(sited, ([from, start, end]) => {
        const { distanceM } = nearestOnSegment(from, start, end)
        for (let share = 0; share <= 1; share += 1 / 64) {
          const place: LngLat = [start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])]
          expect(distanceM).toBeLessThanOrEqual(inverse(from, place).distanceM + 0.01)
        }
      }),
    )
  })

  test('is where the shortest line meets a meridian at a right angle', () => {
    const from: LngLat = [-100, 35]
    const east = destination(from, 90, 5_000)
    const { place, distanceM } = nearestOnSegment(from, [east[0], 34], [east[0], 36])
    expect(place[0]).toBe(east[0])
    // The line to a meridian bends a little to the north of due east.
    expect(distanceM).toBeCloseTo(5_000, 1)
    expect(distanceM).toBeLessThanOrEqual(5_000)
  })

  test('is its end where it points away, and itself where the place lies on it', () => {
    expect(nearestOnSegment([-100, 35], [-99, 35], [-98, 35]).place).toEqual([-99, 35])
    expect(nearestOnSegment([-98.5, 35], [-99, 35], [-98, 35]).distanceM).toBeLessThan(1e-3)
    expect(nearestOnSegment([-100, 35], [-99, 35], [-99, 35]).distanceM).toBe(inverse([-100, 35], [-99, 35]).distanceM)
  })
})

describe('A box', () => {
  test('is never said to be farther than a place in it', () => {
    const places = site.chain((from) =>
      fc.tuple(fc.constant(from), near(from), near(from), degrees(0, 1), degrees(0, 1)),
    )
    fc.assert(
      fc.property(places, ([from, one, other, x, y]) => {
        const box = {
          west: Math.min(one[0], other[0]),
          east: Math.max(one[0], other[0]),
          south: Math.min(one[1], other[1]),
          north: Math.max(one[1], other[1]),
        }
        const inside: LngLat = [box.west + x * (box.east - box.west), box.south + y * (box.north - box.south)]
        expect(boxDistanceM(from, box)).toBeLessThanOrEqual(inverse(from, inside).distanceM + 1e-6)
      }),
    )
  })

  test('is near the other way round the world', () => {
    const box = { west: -179.9, east: -179.8, south: 51, north: 52 }
    expect(boxDistanceM([179.9, 51.5], box)).toBeLessThan(14_000)
    expect(boxDistanceM([179.9, 51.5], box)).toBeGreaterThan(13_000)
  })

  test('around a place holds everything within its radius', () => {
    fc.assert(
      fc.property(site, degrees(0, 360), degrees(1, 800_000), (from, bearing, radius) => {
        const [longitude, latitude] = destination(from, bearing, radius)
        const box = boxAround(from, radius)
        expect(longitude).toBeGreaterThanOrEqual(box.west)
        expect(longitude).toBeLessThanOrEqual(box.east)
        expect(latitude).toBeGreaterThanOrEqual(box.south)
        expect(latitude).toBeLessThanOrEqual(box.north)
      }),
    )
    expect(boxAround([10, 89.9], 50_000)).toMatchObject({ west: -180, east: 180, north: 90 })
  })
})

describe('The nearest place of a geometry', () => {
  const square: Geometry = {
    type: 'Polygon',
    coordinates: [
      [
        [-101, 34],
        [-99, 34],
        [-99, 36],
        [-101, 36],
        [-101, 34],
      ],
      [
        [-100.1, 34.9],
        [-99.9, 34.9],
        [-99.9, 35.1],
        [-100.1, 35.1],
        [-100.1, 34.9],
      ],
    ],
  }

  test('is 0 away inside a polygon, but not in its hole', () => {
    expect(nearestOnGeometry([-100.5, 35], square)).toEqual({ place: [-100.5, 35], distanceM: 0 })
    expect(nearestOnGeometry([-100, 35], square)?.distanceM).toBeCloseTo(9_129, -1)
    expect(nearestOnGeometry([-98, 35], square)?.place[0]).toBe(-99)
  })

  test('is the least over all parts, with and without what is too far left out', () => {
    const lines = site.chain((from) =>
      fc.tuple(fc.constant(from), fc.array(near(from), { minLength: 2, maxLength: 12 })),
    )
    fc.assert(
      fc.property(lines, ([from, places]) => {
        const coordinates = places.map(([x, y]) => [x, y])
        const least = Math.min(
          ...places.slice(1).map((end, index) => nearestOnSegment(from, places[index] ?? end, end).distanceM),
        )
        const all: Geometry = {
          type: 'GeometryCollection',
          geometries: [
            { type: 'MultiLineString', coordinates: [coordinates] },
            { type: 'MultiPoint', coordinates },
          ],
        }
        expect(nearestOnGeometry(from, all)?.distanceM).toBeCloseTo(least, 4)
        expect(nearestOnGeometry(from, all, least / 2)).toBeNull()
      }),
    )
  })

  test('is none where there are no positions', () => {
    expect(nearestOnGeometry([0, 0], { type: 'MultiPoint', coordinates: [] })).toBeNull()
    expect(nearestOnGeometry([0, 0], { type: 'LineString', coordinates: [[1, 1]] })?.distanceM).toBeGreaterThan(0)
  })
})
