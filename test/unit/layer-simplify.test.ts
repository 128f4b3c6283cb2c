import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classBreaks, classOf } from '../../shared/map/layers/class-breaks.ts'
import { PART, packShapes, unpackShapes } from '../../shared/map/layers/layer-shapes.ts'
import { ShapesBuilder } from '../../shared/map/layers/shapes-builder.ts'
import { simplifyShape } from '../../shared/map/layers/simplify-shape.ts'

const line = fc
  .array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), {
    minLength: 2,
    maxLength: 60,
  })
  .map((positions) => positions.flat())

describe('A simplified line', () => {
  test('misses none of its positions by more than the tolerance, and begins and ends where it did', () => {
    fc.assert(
      fc.property(line, fc.double({ min: 0, max: 0.5, noNaN: true }), (original, tolerance) => {
        const simple = simplifyShape(original, tolerance)
        expect(simple.slice(0, 2)).toEqual(original.slice(0, 2))
        expect(simple.slice(-2)).toEqual(original.slice(-2))
        expect(simple.length).toBeLessThanOrEqual(original.length)
        for (let at = 0; at < original.length; at += 2)
          expect(distanceTo(simple, original[at]!, original[at + 1]!)).toBeLessThanOrEqual(tolerance + 1e-9)
      }),
    )
  })

  test('of a million positions along a circle is a few hundred', () => {
    const circle = Array.from({ length: 1_000_000 }, (_, at) => {
      const angle = (at / 999_999) * 2 * Math.PI
      return [Math.cos(angle), Math.sin(angle)]
    }).flat()
    const simple = simplifyShape(circle, 1e-4)
    expect(simple.length / 2).toBeGreaterThan(100)
    expect(simple.length / 2).toBeLessThan(2_000)
  })
})

describe('Packed shapes', () => {
  test('come out as they went in, wherever in a message they begin', () => {
    const builder = new ShapesBuilder()
    builder.addPart(PART.ring, [1, 2, 3, 4, 5, 4_294_967_295])
    builder.addPart(PART.hole, [6, 7])
    builder.endFeature(9)
    builder.endFeature(10)
    builder.addPart(PART.point, [8, 9])
    builder.endFeature(11)
    const bytes = packShapes(builder.shapes(17))
    const moved = new Uint8Array(bytes.length + 3)
    moved.set(bytes, 3)
    for (const shapes of [unpackShapes(bytes), unpackShapes(moved.subarray(3))]) {
      expect(shapes.matched).toBe(17)
      expect([...shapes.ids]).toEqual([9, 11])
      expect([...shapes.partStarts]).toEqual([0, 2, 3])
      expect([...shapes.kinds]).toEqual([PART.ring, PART.hole, PART.point])
      expect([...shapes.positionStarts]).toEqual([0, 3, 4, 5])
      expect([...shapes.xy]).toEqual([1, 2, 3, 4, 5, 4_294_967_295, 6, 7, 8, 9])
    }
  })
})

describe('Classes', () => {
  test('by quantile hold as many values each, where no value repeats', () => {
    const values = Array.from({ length: 100 }, (_, at) => at ** 2)
    const breaks = classBreaks(values, 'quantile', 5)
    const counts = [0, 0, 0, 0, 0]
    for (const value of values) counts[classOf(value, breaks)]! += 1
    expect(counts).toEqual([20, 20, 20, 20, 20])
  })

  test('of equal width divide the range, and one value alone makes no bound', () => {
    expect(classBreaks([0, 3, 100], 'equal', 5)).toEqual([20, 40, 60, 80])
    expect(classBreaks([7, 7, 7], 'equal', 5)).toEqual([])
    expect(classBreaks([Number.NaN], 'quantile', 5)).toEqual([])
  })

  test('are ascending, and every value belongs to one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })),
        fc.constantFrom('quantile', 'equal' as const),
        (values, method) => {
          const breaks = classBreaks(values, method, 5)
          expect(breaks).toEqual([...new Set(breaks)].sort((one, other) => one - other))
          for (const value of values) expect(classOf(value, breaks)).toBeLessThanOrEqual(breaks.length)
          // No class is empty at the bottom: the least value lies under the first bound.
          if (breaks.length > 0) expect(classOf(Math.min(...values), breaks)).toBe(0)
        },
      ),
    )
  })
})

function distanceTo(line: readonly number[], x: number, y: number): number {
  let least = Infinity
  for (let at = 0; at + 3 < line.length; at += 2) {
    const [ax, ay, bx, by] = line.slice(at, at + 4) as [number, number, number, number]
    const length = (bx - ax) ** 2 + (by - ay) ** 2
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
    least = Math.min(least, Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)))
  }
  return least
}
