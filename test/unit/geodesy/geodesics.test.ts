import fc from 'fast-check'
import { expect, test } from 'vitest'
import { destination } from '../../../shared/map/geodesy/destination.ts'
import { inverse, normalBearing } from '../../../shared/map/geodesy/inverse.ts'
import type { LngLat } from '../../../shared/map/geodesy/lng-lat.ts'
import { midpoint } from '../../../shared/map/geodesy/midpoint.ts'
import { pathLengthM } from '../../../shared/map/geodesy/path-length.ts'

/** Lines of Karney's GeodTest set (doi:10.5281/zenodo.32156): start, bearing, end, metres. */
const KNOWN: [lat1: number, lon1: number, azi1: number, lat2: number, lon2: number, metres: number][] = [
  [35.60777, -139.44815, 111.09874842956033, -11.17491, -69.95921, 8_935_244.56048183],
  [55.52454, 106.05087, 22.0200598809828, 77.03196, 197.18234, 4_105_086.171392441],
  [-21.97856, 142.59065, -32.44456876433189, 41.84138, 98.56635, 8_394_328.894657671],
  [-66.99028, 112.2363, 173.73491240878403, -12.70631, 285.90344, 11_150_344.231208025],
]

const place = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -85, max: 85, noNaN: true }),
) satisfies fc.Arbitrary<LngLat>

test('distances and bearings are those of the published test set', () => {
  for (const [lat1, lon1, azi1, lat2, lon2, metres] of KNOWN) {
    const { distanceM, bearingDegrees } = inverse([lon1, lat1], [lon2, lat2])
    expect(distanceM).toBeCloseTo(metres, 5)
    expect(bearingDegrees).toBeCloseTo(normalBearing(azi1), 8)
    const [longitude, latitude] = destination([lon1, lat1], azi1, metres)
    expect(latitude).toBeCloseTo(lat2, 9)
    expect(normalBearing(longitude)).toBeCloseTo(normalBearing(lon2), 9)
  }
})

test('antipodal places, poles and one and the same place are measured too', () => {
  expect(inverse([0, 0], [180, 0]).distanceM).toBeCloseTo(20_003_931.4586, 3)
  expect(inverse([12, 90], [-100, 90]).distanceM).toBeCloseTo(0, 9)
  expect(inverse([-97, 31], [-97, 31])).toEqual({ distanceM: 0, bearingDegrees: 0 })
})

test('going as far and as directed as the inverse says arrives', () => {
  fc.assert(
    fc.property(place, place, (from, to) => {
      const { distanceM, bearingDegrees } = inverse(from, to)
      expect(bearingDegrees).toBeGreaterThanOrEqual(0)
      expect(bearingDegrees).toBeLessThan(360)
      expect(inverse(destination(from, bearingDegrees, distanceM), to).distanceM).toBeLessThan(1e-6)
    }),
  )
})

test('a distance is the same there and back, and no way round is shorter', () => {
  fc.assert(
    fc.property(place, place, place, (a, b, c) => {
      const direct = inverse(a, b).distanceM
      expect(inverse(b, a).distanceM).toBeCloseTo(direct, 6)
      expect(pathLengthM([a, c, b])).toBeGreaterThanOrEqual(direct - 1e-6)
    }),
  )
})

test('the midpoint is as far from one end as from the other', () => {
  fc.assert(
    fc.property(place, place, (from, to) => {
      const middle = midpoint(from, to)
      expect(inverse(from, middle).distanceM).toBeCloseTo(inverse(middle, to).distanceM, 5)
    }),
  )
})

test('a short way over the date line stays short and next to its start', () => {
  const [longitude] = destination([179.99, 10], 90, 5_000)
  expect(longitude).toBeGreaterThan(180)
  expect(inverse([179.99, 10], [-179.99, 10]).distanceM).toBeLessThan(2_200)
})
