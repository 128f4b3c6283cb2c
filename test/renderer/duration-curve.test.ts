import fc from 'fast-check'
import { expect, test } from 'vitest'
import { durationShapes } from '../../renderer/src/charts/duration-curve.ts'

test('the curve falls, keeps within the picture, and nothing is filled where no price is above the strike', () => {
  const price = fc.double({ min: -300, max: 9_000, noNaN: true })
  fc.assert(
    fc.property(
      fc.array(price, { minLength: 2, maxLength: 300 }),
      fc.integer({ min: 0, max: 500 }),
      (prices, strike) => {
        const sorted = [...prices].sort((a, b) => b - a)
        const shapes = durationShapes(sorted, strike, 300, 130)
        const heights = [...shapes.curve.matchAll(/[ML]?-?[\d.]+,(-?[\d.]+)/g)].map(([, y]) => Number(y))
        expect(heights).toHaveLength(sorted.length)
        for (const [index, y] of heights.entries()) {
          expect(y).toBeGreaterThanOrEqual(0)
          expect(y).toBeLessThanOrEqual(130)
          expect(y).toBeGreaterThanOrEqual((heights[index - 1] ?? 0) - 1e-6)
        }
        expect(shapes.strikeY).toBeGreaterThanOrEqual(0)
        if ((sorted[0] ?? 0) <= strike) expect(shapes.above).toBe('')
      },
    ),
  )
})
