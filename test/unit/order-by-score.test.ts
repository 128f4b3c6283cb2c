import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderByScore } from '../../shared/domain/ranking/order-by-score.ts'

function expectExact(scores: readonly number[]): void {
  const expected = scores.map((_, row) => row).toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
  expect([...orderByScore(Float64Array.from(scores))]).toEqual(expected)
}

describe('order by score', () => {
  it('is the full sort, ties in row order', () => {
    const score = fc.oneof(fc.double({ min: 0, max: 100, noNaN: true }), fc.integer({ min: 0, max: 3 }))
    fc.assert(fc.property(fc.array(score, { maxLength: 200 }), expectExact))
  })

  it('tells scores apart that single precision cannot', () => {
    expectExact([50, 50 + 1e-12, 50 - 1e-12, 50 + 2e-12, 50])
    expectExact(Array.from({ length: 3_000 }, (_, row) => 50 + ((row * 7_919) % 3_000) * 1e-12))
  })
})
