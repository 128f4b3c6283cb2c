import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SITE_KINDS } from '../../shared/domain/site/site-fields.ts'
import { VERDICTS } from '../../shared/domain/site/strategies.ts'
import { KIND_SHAPES, MARKER_SHAPES, shapeCorners, shapeOfKind } from '../../shared/map/kind-shapes.ts'
import { MAP_SCHEMES } from '../../shared/map/map-scheme.ts'
import { markerCrowding, markerRadiusPx } from '../../shared/map/marker-size.ts'
import { VERDICT_COLORS } from '../../shared/map/verdict-colors.ts'
import { oklabDistance, type Rgb, simulateVision, VISIONS } from '../support/color-vision.ts'

test('more megawatts never make a smaller marker, and unknown ones are smaller than any', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 20_000, noNaN: true }),
      fc.nat(20_000),
      fc.integer({ min: 3, max: 18 }),
      (mw, more, zoom) => {
        expect(markerRadiusPx(mw + more, zoom)).toBeGreaterThanOrEqual(markerRadiusPx(mw, zoom))
        expect(markerRadiusPx(Number.NaN, zoom)).toBeLessThan(markerRadiusPx(mw, zoom))
      },
    ),
  )
})

test('four times the megawatts have four times the area', () => {
  expect(markerRadiusPx(1_200, 7) / markerRadiusPx(300, 7)).toBeCloseTo(2, 9)
})

test('a crowded catalog has smaller markers, and never invisible ones', () => {
  expect(markerCrowding(498)).toBe(1)
  expect(markerCrowding(100_000)).toBeCloseTo(0.5, 2)
  expect(markerRadiusPx(Number.NaN, 3, markerCrowding(1_000_000))).toBeGreaterThanOrEqual(2)
})

test('every kind has a shape of its own, an unknown kind is a circle', () => {
  expect(new Set(SITE_KINDS.map((kind) => KIND_SHAPES[kind])).size).toBe(SITE_KINDS.length)
  expect(shapeOfKind('')).toBe('circle')
  expect(shapeOfKind('constructor')).toBe('circle')
})

test('shapes of one radius have one area', () => {
  for (const shape of MARKER_SHAPES.filter((each) => each !== 'circle')) {
    const corners = shapeCorners(shape)
    let doubleArea = 0
    for (let at = 0; at < corners.length; at += 2) {
      const next = (at + 2) % corners.length
      doubleArea += corners[at]! * corners[next + 1]! - corners[next]! * corners[at + 1]!
    }
    expect(Math.abs(doubleArea / 2), shape).toBeCloseTo(Math.PI, 9)
  }
})

test.each(MAP_SCHEMES)('verdict colours of the %s scheme stay apart with and without colour vision', (scheme) => {
  for (const vision of VISIONS) {
    for (const [index, verdict] of VERDICTS.entries()) {
      for (const other of VERDICTS.slice(index + 1)) {
        const [a, b] = [VERDICT_COLORS[scheme][verdict], VERDICT_COLORS[scheme][other]].map((hex) =>
          simulateVision(rgbOf(hex!), vision),
        )
        expect(oklabDistance(a!, b!), `${verdict} and ${other} under ${vision}`).toBeGreaterThan(0.13)
      }
    }
  }
})

function rgbOf(hex: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb
}
