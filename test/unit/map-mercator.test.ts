import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  latitudeOf,
  longitudeOf,
  MERCATOR_MAX_LATITUDE,
  mercatorX,
  mercatorY,
  metersPerPixel,
} from '../../shared/map/mercator.ts'

const latitude = fc.double({ min: -MERCATOR_MAX_LATITUDE, max: MERCATOR_MAX_LATITUDE, noNaN: true })
const longitude = fc.double({ min: -180, max: 180, noNaN: true })

test('a position comes back from the world square', () => {
  fc.assert(
    fc.property(latitude, longitude, (lat, lon) => {
      expect(latitudeOf(mercatorY(lat))).toBeCloseTo(lat, 9)
      expect(longitudeOf(mercatorX(lon))).toBeCloseTo(lon, 9)
    }),
  )
})

test('every latitude falls inside the square, north above south', () => {
  fc.assert(
    fc.property(fc.double({ min: -90, max: 90, noNaN: true }), latitude, (lat, other) => {
      const y = mercatorY(lat)
      expect(y).toBeGreaterThanOrEqual(-1e-12)
      expect(y).toBeLessThanOrEqual(1 + 1e-12)
      if (lat > other) expect(y).toBeLessThanOrEqual(mercatorY(other))
    }),
  )
})

test('Chicago lies where the tile scheme puts it: tile 32/47 at zoom 7', () => {
  expect(Math.floor(mercatorX(-87.65) * 2 ** 7)).toBe(32)
  expect(Math.floor(mercatorY(41.85) * 2 ** 7)).toBe(47)
})

test('a pixel at the equator and zoom 0 is the equator divided by 256', () => {
  expect(metersPerPixel(0, 0)).toBeCloseTo(156_543.03, 1)
  expect(metersPerPixel(60, 0)).toBeCloseTo(156_543.03 / 2, 1)
})
