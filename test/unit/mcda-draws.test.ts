import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankDraw } from '../../shared/domain/mcda/rank-draw.ts'
import { sharedRanks } from '../../shared/domain/mcda/shared-ranks.ts'
import { randomStreams } from '../../shared/domain/statistics/random-streams.ts'

describe('ranks of a draw', () => {
  it('are those of a plain sort for many sites, spread out or crowded beside one that leads by far', () => {
    const random = randomStreams(2)('scores')
    const spread = Array.from({ length: 300 }, random)
    const crowded = spread.map((score, site) => (site === 7 ? 1e6 : score * 1e-3))
    const rank = rankDraw(300)
    for (const scores of [spread, crowded, spread.map(() => 0.5)]) {
      expect([...rank(Float64Array.from(scores))]).toEqual(sharedRanks(scores))
    }
  })

  it('are those of a plain sort, ties and near ties included', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.double({ min: -1, max: 1, noNaN: true }),
            fc.constantFrom(0, -0, 0.5, 0.5 + 1e-13, 0.5 + 3e-12, 1),
          ),
          { minLength: 1, maxLength: 40 },
        ),
        (scores) => {
          const rank = rankDraw(scores.length)
          expect([...rank(Float64Array.from(scores))]).toEqual(sharedRanks(scores))
        },
      ),
    )
  })
})

describe('random streams', () => {
  it('are even between 0 and 1, and do not follow one another', () => {
    const streams = randomStreams(1)
    const [a, b] = [streams('a'), streams('b')]
    const counts = new Array<number>(20).fill(0)
    let product = 0
    for (let round = 0; round < 100_000; round += 1) {
      const x = a()
      expect(x > 0 && x < 1).toBe(true)
      counts[Math.floor(20 * x)] = (counts[Math.floor(20 * x)] ?? 0) + 1
      product += (x - 0.5) * (b() - 0.5)
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - 5_000) ** 2 / 5_000, 0)
    expect(chiSquare).toBeLessThan(45)
    expect(Math.abs(product / 100_000) * 12).toBeLessThan(0.015)
  })
})
