import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnnotationFigure, LonLat } from '../../../shared/domain/annotations/annotation-figure.ts'
import { circlePolygon } from '../../../shared/map/geodesy/circle-polygon.ts'
import { destination } from '../../../shared/map/geodesy/destination.ts'
import { figureBox, figureCenter } from '../../../shared/map/geodesy/figure-box.ts'
import { figureMeasures } from '../../../shared/map/geodesy/figure-measures.ts'
import { figurePlaces } from '../../../shared/map/geodesy/figure-places.ts'
import { inverse } from '../../../shared/map/geodesy/inverse.ts'
import { metresPerDegree } from '../../../shared/map/geodesy/metres-per-degree.ts'
import { moveFigure } from '../../../shared/map/geodesy/move-figure.ts'
import { rotateFigure } from '../../../shared/map/geodesy/rotate-figure.ts'

const place = fc.tuple(
  fc.double({ min: -170, max: 170, noNaN: true }),
  fc.double({ min: -65, max: 65, noNaN: true }),
) satisfies fc.Arbitrary<LonLat>

function pad(middle: LonLat, radiusM: number): AnnotationFigure {
  const ring = circlePolygon(middle, radiusM, 5).map(([longitude, latitude]): LonLat => [longitude, latitude])
  return { shape: 'polygon', geometry: { type: 'Polygon', coordinates: [ring] }, radiusMetres: null }
}

test('a degree is as long as the geodesic over it', () => {
  fc.assert(
    fc.property(place, ([longitude, latitude]) => {
      const { latitude: north, longitude: east } = metresPerDegree(latitude)
      expect(
        north / (inverse([longitude, latitude - 5e-4], [longitude, latitude + 5e-4]).distanceM * 1_000),
      ).toBeCloseTo(1, 6)
      expect(east / (inverse([longitude, latitude], [longitude + 1e-3, latitude]).distanceM * 1_000)).toBeCloseTo(1, 6)
    }),
  )
})

test('what is moved keeps its acres, wherever it goes, and goes back to where it was', () => {
  fc.assert(
    fc.property(place, place, fc.double({ min: 50, max: 3_000, noNaN: true }), (from, to, radiusM) => {
      const figure = pad(from, radiusM)
      const moved = moveFigure(figure, from, to)
      const ratio = figureMeasures(moved).areaM2! / figureMeasures(figure).areaM2!
      expect(ratio).toBeGreaterThan(0.995)
      expect(ratio).toBeLessThan(1.005)
      const back = figurePlaces(moveFigure(moved, to, from))
      figurePlaces(figure).forEach(([longitude, latitude], at) => {
        expect(back[at]![0]).toBeCloseTo(longitude, 9)
        expect(back[at]![1]).toBeCloseTo(latitude, 9)
      })
    }),
  )
})

test('what is turned keeps size and middle, and is itself again after a full circle', () => {
  fc.assert(
    fc.property(place, fc.double({ min: -720, max: 720, noNaN: true }), (middle, degrees) => {
      const figure = pad(middle, 800)
      const turned = rotateFigure(figure, degrees)
      expect(figureMeasures(turned).areaM2! / figureMeasures(figure).areaM2!).toBeCloseTo(1, 2)
      figurePlaces(rotateFigure(figure, 360)).forEach(([longitude, latitude], at) => {
        expect(longitude).toBeCloseTo(figurePlaces(figure)[at]![0], 9)
        expect(latitude).toBeCloseTo(figurePlaces(figure)[at]![1], 9)
      })
    }),
  )
})

test('a line to the north that is turned by 90 degrees runs to the east', () => {
  const [longitude, latitude] = destination([-97, 31], 0, 1_000)
  const line: AnnotationFigure = {
    shape: 'line',
    geometry: {
      type: 'LineString',
      coordinates: [
        [-97, 31],
        [longitude, latitude],
      ],
    },
    radiusMetres: null,
  }
  expect(figureMeasures(line)).toMatchObject({ areaM2: null, perimeterM: null, radiusM: null })
  const turned = figureMeasures(rotateFigure(line, 90))
  expect(turned.lengthM).toBeCloseTo(1_000, 1)
  expect(turned.bearingDegrees).toBeCloseTo(90, 1)
})

test('a circle is boxed whole and measured by its radius', () => {
  const circle: AnnotationFigure = {
    shape: 'circle',
    geometry: { type: 'Point', coordinates: [-97, 31] },
    radiusMetres: 1_000,
  }
  const box = figureBox(circle)
  expect(inverse([-97, box.south], [-97, box.north]).distanceM).toBeCloseTo(2_000, 2)
  expect(figureCenter(circle)[0]).toBeCloseTo(-97, 9)
  expect(figureMeasures(circle).areaM2! / (Math.PI * 1e6)).toBeCloseTo(1, 5)
  expect(figureMeasures(circle).radiusM).toBe(1_000)
})

test('a point has no measures, several polygons add up', () => {
  const point: AnnotationFigure = {
    shape: 'point',
    geometry: { type: 'Point', coordinates: [1, 2] },
    radiusMetres: null,
  }
  expect(Object.values(figureMeasures(point))).toEqual([null, null, null, null, null])
  const one = pad([-97, 31], 500)
  if (one.geometry.type !== 'Polygon') throw new Error('A pad is a polygon.')
  const both: AnnotationFigure = {
    ...one,
    geometry: { type: 'MultiPolygon', coordinates: [one.geometry.coordinates, one.geometry.coordinates] },
  }
  expect(figureMeasures(both).areaM2).toBeCloseTo(2 * figureMeasures(one).areaM2!, 6)
})
