import fc from 'fast-check'
import { expect, test } from 'vitest'
import { circlePolygon } from '../../../shared/map/geodesy/circle-polygon.ts'
import { circleSurface } from '../../../shared/map/geodesy/circle-surface.ts'
import { inverse } from '../../../shared/map/geodesy/inverse.ts'
import type { LngLat } from '../../../shared/map/geodesy/lng-lat.ts'
import { polygonSurface } from '../../../shared/map/geodesy/polygon-area.ts'

/** Rings and figures of GeographicLib's own Planimeter tests. */
test('areas and perimeters are those that GeographicLib publishes', () => {
  const poleWard: LngLat[] = [0, 90, 180, 270].map((longitude) => [longitude, 89])
  expect(polygonSurface([poleWard]).perimeterM).toBeCloseTo(631_819.8745, 3)
  expect(polygonSurface([poleWard]).areaM2).toBeCloseTo(24_952_305_678, -1)
  const diamond: LngLat[] = [
    [-1, 0],
    [0, -1],
    [1, 0],
    [0, 1],
  ]
  expect(polygonSurface([diamond]).perimeterM).toBeCloseTo(627_598.2731, 3)
  expect(polygonSurface([diamond]).areaM2).toBeCloseTo(24_619_419_146, -1)
  const octant: LngLat[] = [
    [0, 90],
    [0, 0],
    [90, 0],
  ]
  expect(polygonSurface([octant]).areaM2).toBeCloseTo(63_758_202_715_511, -2)
})

test('a section of land, a mile square, is 640 acres', () => {
  const half = 1609.344 / 2
  const corners = [45, 135, 225, 315].map((bearing) => circlePolygon([-100, 40], Math.SQRT2 * half, 360)[360 - bearing])
  const { areaM2, perimeterM } = polygonSurface([corners.filter((corner) => corner !== undefined)])
  expect(areaM2 / 4046.8564224).toBeCloseTo(640, 3)
  expect(perimeterM).toBeCloseTo(4 * 1609.344, 2)
})

const center = fc.tuple(
  fc.double({ min: -179, max: 179, noNaN: true }),
  fc.double({ min: -80, max: 80, noNaN: true }),
) satisfies fc.Arbitrary<LngLat>

test('every place of a circle is its radius away, and its area lies between those of its polygon and the plane', () => {
  fc.assert(
    fc.property(center, fc.double({ min: 10, max: 50_000, noNaN: true }), (middle, radiusM) => {
      const ring = circlePolygon(middle, radiusM, 64)
      expect(ring).toHaveLength(65)
      for (const place of ring) expect(inverse(middle, place).distanceM).toBeCloseTo(radiusM, 5)
      const { areaM2, perimeterM } = circleSurface(middle, radiusM)
      expect(areaM2).toBeGreaterThan(polygonSurface([ring]).areaM2)
      expect(areaM2 / (Math.PI * radiusM ** 2)).toBeCloseTo(1, 4)
      expect(perimeterM / (2 * Math.PI * radiusM)).toBeCloseTo(1, 4)
    }),
    { numRuns: 40 },
  )
})

test('direction, first corner and a repeated last corner change no area; a hole takes its own away', () => {
  fc.assert(
    fc.property(center, fc.nat(30), (middle, turn) => {
      const ring = circlePolygon(middle, 4_000, 31)
      const open = ring.slice(0, -1)
      const turned = [...open.slice(turn), ...open.slice(0, turn)]
      const { areaM2 } = polygonSurface([ring])
      expect(polygonSurface([turned]).areaM2).toBeCloseTo(areaM2, 3)
      expect(polygonSurface([[...turned].reverse()]).areaM2).toBeCloseTo(areaM2, 3)
      const hole = circlePolygon(middle, 1_000, 12)
      const withHole = polygonSurface([ring, hole])
      expect(withHole.areaM2).toBeCloseTo(areaM2 - polygonSurface([hole]).areaM2, 3)
    }),
    { numRuns: 40 },
  )
})

test('fewer than three corners have no area, and none is ever NaN', () => {
  expect(polygonSurface([])).toEqual({ areaM2: 0, perimeterM: 0 })
  expect(polygonSurface([[]])).toEqual({ areaM2: 0, perimeterM: 0 })
  expect(polygonSurface([[[1, 2]]])).toEqual({ areaM2: 0, perimeterM: 0 })
  expect(
    polygonSurface([
      [
        [1, 2],
        [3, 4],
      ],
    ]).areaM2,
  ).toBe(0)
  expect(circleSurface([0, 0], 0)).toEqual({ areaM2: 0, perimeterM: 0 })
})
