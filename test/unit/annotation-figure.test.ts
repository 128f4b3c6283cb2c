import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { annotationStyle } from '../../shared/contract/annotations.ts'
import { ANNOTATION_CATEGORIES } from '../../shared/domain/annotations/annotation-category.ts'
import { MOST_ANNOTATION_VERTICES } from '../../shared/domain/annotations/annotation-limits.ts'
import { ANNOTATION_SHAPES } from '../../shared/domain/annotations/annotation-shape.ts'
import { checkFigure } from '../../shared/domain/annotations/check-figure.ts'
import { defaultStyle } from '../../shared/domain/annotations/default-style.ts'

function reasonOf(value: unknown): string {
  const check = checkFigure(value)
  return check.ok ? '' : check.reason
}

function figureOf(value: unknown): unknown {
  const check = checkFigure(value)
  return check.ok ? check.figure : check.reason
}

const polygon = (coordinates: unknown) => ({ shape: 'polygon', geometry: { type: 'Polygon', coordinates } })
const point = (coordinates: unknown) => ({ shape: 'point', geometry: { type: 'Point', coordinates } })

describe('What somebody drew', () => {
  test('is kept closed, without heights and repeated places, to a millimetre', () => {
    expect(
      figureOf(
        polygon([
          [
            [0, 0, 120],
            [1.123456789012, 0],
            [1.123456789012, 0],
            [1, 1],
          ],
        ]),
      ),
    ).toEqual({
      shape: 'polygon',
      radiusMetres: null,
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1.12345679, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      },
    })
    expect(JSON.stringify(figureOf(point([-1e-12, 1])))).toContain('[0,1]')
  })

  test.each([
    ['nothing', undefined, 'A drawing needs a shape and a geometry.'],
    ['a shape that is none', { shape: 'star', geometry: { type: 'Point' } }, 'The catalog knows no shape "star".'],
    [
      'a line over a point',
      { shape: 'line', geometry: { type: 'Point', coordinates: [1, 1] } },
      'A line is drawn over LineString, not over Point.',
    ],
    [
      'a latitude of NaN',
      point([1, Number.NaN]),
      'A point of the drawing has no longitude and latitude; draw it again.',
    ],
    ['a text for a longitude', point(['1', 2]), 'A point of the drawing has no longitude and latitude; draw it again.'],
    ['a latitude beyond the map', point([1, 85.1]), 'Latitude 85.1 is outside -85 to 85 degrees.'],
    ['a longitude beyond the world', point([-181, 1]), 'Longitude -181 is outside -180 to 180 degrees.'],
    [
      'two corners',
      polygon([
        [
          [0, 0],
          [1, 1],
        ],
      ]),
      'A polygon needs three different corners; set another one.',
    ],
    ['no ring', polygon([]), 'A polygon without points cannot be kept.'],
    [
      'a line that stands still',
      {
        shape: 'line',
        geometry: {
          type: 'LineString',
          coordinates: [
            [1, 1],
            [1, 1],
          ],
        },
      },
      'A line needs two different points; set another one.',
    ],
    ['a radius of a point', { ...point([1, 1]), radiusMetres: 4 }, 'A point has no radius; only a circle has.'],
    [
      'a circle without a radius',
      { shape: 'circle', geometry: { type: 'Point', coordinates: [1, 1] }, radiusMetres: null },
      'The radius of a circle is above 0 and at most 500 km.',
    ],
  ])('(%s) is refused in one sentence', (_, value, sentence) => {
    expect(reasonOf(value)).toBe(sentence)
  })

  test('has at most 100,000 vertices, a million are refused, and both at once are counted together', () => {
    const ring = (count: number) =>
      Array.from({ length: count }, (_, i) => [Math.cos(i / count) * 10, Math.sin((i * 6) / count) * 10])
    const most = figureOf(polygon([ring(MOST_ANNOTATION_VERTICES - 1)]))
    // What is kept is looked at again whenever it is shown.
    expect(reasonOf(most)).toBe('')
    expect(figureOf(most)).toEqual(most)
    const sentence = 'An annotation has at most 100,000 vertices; simplify it, or import it as a layer.'
    expect(reasonOf(polygon([ring(MOST_ANNOTATION_VERTICES)]))).toBe(sentence)
    expect(reasonOf(polygon([ring(1_000_000)]))).toBe(sentence)
    expect(reasonOf(polygon([ring(60_000), ring(60_000)]))).toBe(sentence)
  })

  test('is, whatever comes, refused in a sentence or kept as it will be kept again', () => {
    const number = fc.oneof(fc.double(), fc.integer({ min: -200, max: 200 }), fc.constant(null), fc.string())
    const place = fc.oneof(
      { weight: 4, arbitrary: fc.tuple(fc.double({ min: -180, max: 180 }), fc.double({ min: -85, max: 85 })) },
      fc.array(number, { maxLength: 3 }),
    )
    const coordinates = fc.oneof(place, fc.array(place), fc.array(fc.array(place)), fc.array(fc.array(fc.array(place))))
    fc.assert(
      fc.property(
        fc.record(
          {
            shape: fc.oneof(fc.constantFrom(...ANNOTATION_SHAPES), fc.anything()),
            geometry: fc.record({
              type: fc.constantFrom('Point', 'LineString', 'Polygon', 'MultiPolygon', 'Circle'),
              coordinates: fc.oneof(coordinates, fc.anything()),
            }),
            radiusMetres: fc.oneof(fc.double(), fc.constant(null), fc.anything()),
          },
          { requiredKeys: [] },
        ),
        (value) => {
          const check = checkFigure(value)
          if (!check.ok) {
            expect(check.reason).toMatch(/^[A-Z].*\.$/s)
            return
          }
          expect(JSON.stringify(check.figure)).not.toMatch(/null,null|NaN/)
          expect(checkFigure(structuredClone(check.figure))).toEqual(check)
        },
      ),
      { numRuns: 1_000 },
    )
  })
})

test('Every category has a style that the catalog takes', () => {
  for (const { id } of ANNOTATION_CATEGORIES) expect(annotationStyle.safeParse(defaultStyle(id)).success).toBe(true)
})
