import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smaa } from '../../shared/domain/mcda/smaa.ts'
import { drawSmaa } from '../../shared/domain/mcda/smaa-draws.ts'
import type { SmaaResult } from '../../shared/domain/mcda/smaa-result.ts'
import { weightSampler } from '../../shared/domain/mcda/weight-sampler.ts'
import { uniformSimplex, type WeightSpace, weightSpaceProblem } from '../../shared/domain/mcda/weight-space.ts'
import { randomStreams } from '../../shared/domain/statistics/random-streams.ts'

function known(values: readonly (readonly number[])[], space = uniformSimplex(values[0]?.length ?? 0)) {
  return { siteIds: values.map((_, site) => `site-${site}`), low: values, high: values, space }
}

function exact(values: readonly (readonly number[])[], space?: WeightSpace): SmaaResult {
  const result = smaa(known(values, space), 1, randomStreams(1))
  expect(result.draws).toBe(0)
  return result
}

function expectRows(
  actual: readonly (ArrayLike<number> | null)[],
  expected: readonly (readonly number[] | null)[],
  tolerance: number,
) {
  expect(actual).toHaveLength(expected.length)
  expected.forEach((row, site) => {
    if (row === null) expect(actual[site]).toBeNull()
    else {
      row.forEach((value, index) => {
        expect(Math.abs((actual[site]?.[index] ?? Number.NaN) - value)).toBeLessThanOrEqual(tolerance)
      })
    }
  })
}

describe('acceptability over all weights, exactly', () => {
  it('of two specialists and an all-rounder that no weights put first', () => {
    const result = exact([
      [1, 0],
      [0, 1],
      [0.4, 0.4],
    ])
    expectRows(
      result.rankAcceptability,
      [
        [0.5, 0.1, 0.4],
        [0.5, 0.1, 0.4],
        [0, 0.8, 0.2],
      ],
      1e-12,
    )
    expectRows(result.centralWeights, [[0.75, 0.25], [0.25, 0.75], null], 1e-12)
    expect(result.confidenceFactors).toEqual([1, 1, null])
  })

  it('of three specialists', () => {
    const result = exact([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ])
    const third = 1 / 3
    const [near, far] = [11 / 18, 7 / 36]
    expectRows(
      result.rankAcceptability,
      [
        [third, third, third],
        [third, third, third],
        [third, third, third],
      ],
      1e-12,
    )
    expectRows(
      result.centralWeights,
      [
        [near, far, far],
        [far, near, far],
        [far, far, near],
      ],
      1e-12,
    )
  })

  it('of three specialists beside a good all-rounder', () => {
    const result = exact([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
      [0.5, 0.5, 0.5],
    ])
    const specialist = [1 / 4, 1 / 12, 1 / 3, 1 / 3]
    expectRows(result.rankAcceptability, [specialist, specialist, specialist, [1 / 4, 3 / 4, 0, 0]], 1e-12)
    expectRows(
      result.centralWeights,
      [
        [2 / 3, 1 / 6, 1 / 6],
        [1 / 6, 2 / 3, 1 / 6],
        [1 / 6, 1 / 6, 2 / 3],
        [1 / 3, 1 / 3, 1 / 3],
      ],
      1e-12,
    )
  })

  it('within a range of one weight', () => {
    const result = exact(
      [
        [1, 0],
        [0, 1],
      ],
      [
        { low: 0.3, high: 0.6 },
        { low: 0, high: 1 },
      ],
    )
    expectRows(
      result.rankAcceptability,
      [
        [1 / 3, 2 / 3],
        [2 / 3, 1 / 3],
      ],
      1e-12,
    )
  })

  it('shares rank 1 between identical sites and leaves rank 2 empty', () => {
    const result = exact([
      [0.5, 0.5, 0.2],
      [0.5, 0.5, 0.2],
    ])
    expectRows(
      result.rankAcceptability,
      [
        [1, 0],
        [1, 0],
      ],
      1e-12,
    )
    expectRows(
      result.centralWeights,
      [
        [1 / 3, 1 / 3, 1 / 3],
        [1 / 3, 1 / 3, 1 / 3],
      ],
      1e-12,
    )
  })

  it('puts a single site first everywhere', () => {
    expectRows(exact([[0.2, 0.9, 0]]).rankAcceptability, [[1]], 1e-12)
  })
})

describe('acceptability by drawing weights', () => {
  it('comes out near the exact shares, on the whole simplex and within ranges', () => {
    const values = [
      [0.9, 0.1, 0.4],
      [0.2, 0.8, 0.5],
      [0.5, 0.5, 0.45],
      [0.1, 0.3, 0.9],
    ]
    const ranges = [
      { low: 0.1, high: 0.5 },
      { low: 0.2, high: 0.6 },
      { low: 0, high: 0.4 },
    ]
    for (const space of [uniformSimplex(3), ranges]) {
      const truth = exact(values, space)
      const drawn = drawSmaa(known(values, space), 100_000, randomStreams(3))
      expect(drawn.draws).toBe(100_000)
      expectRows(
        drawn.rankAcceptability,
        truth.rankAcceptability.map((row) => [...row]),
        0.01,
      )
      truth.centralWeights.forEach((weights, site) => {
        if ((truth.rankAcceptability[site]?.[0] ?? 0) > 0.02)
          expectRows([drawn.centralWeights[site] ?? null], [weights && [...weights]], 0.01)
      })
    }
  })

  it('repeats itself for one seed, differs for another, and follows its sites through any order', () => {
    const random = randomStreams(5)('values')
    const values = Array.from({ length: 9 }, () => Array.from({ length: 6 }, random))
    const run = (rows: readonly number[][], seed: number) =>
      smaa(known(rows), 2_000, randomStreams(seed)).rankAcceptability
    expect(run(values, 1)).toEqual(run(values, 1))
    expect(run(values, 2)).not.toEqual(run(values, 1))
    expect(run(values.toReversed(), 1).toReversed()).toEqual(run(values, 1))
  })

  it('has shares of each site and of each rank that add to 1', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }), {
          minLength: 1,
          maxLength: 7,
        }),
        (values) => {
          const { rankAcceptability } = smaa(known(values), 200, randomStreams(1))
          for (const row of rankAcceptability) expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
          const firsts = rankAcceptability.reduce((sum, row) => sum + (row[0] ?? 0), 0)
          expect(firsts).toBeGreaterThanOrEqual(1 - 1e-9)
        },
      ),
      { numRuns: 50 },
    )
  })

  it('never puts a dominated site before its dominator', () => {
    const better = [0.6, 0.7, 0.5, 0.9]
    const worse = [0.5, 0.7, 0.4, 0.9]
    const { rankAcceptability, centralWeights } = smaa(
      known([worse, better, [0.9, 0.1, 0.9, 0.1]]),
      5_000,
      randomStreams(1),
    )
    expect(rankAcceptability[0]?.[0]).toBe(0)
    expect(centralWeights[0]).toBeNull()
  })
})

describe('acceptability of uncertain values', () => {
  const ids = ['known', 'unknown']
  const low = [
    [0.5, 0.5, 0.5, 0.5],
    [0, 0.5, 0.5, 0.5],
  ]
  const high = [
    [0.5, 0.5, 0.5, 0.5],
    [1, 0.5, 0.5, 0.5],
  ]

  it('splits the first rank evenly where an unknown is as likely to be better as worse', () => {
    const result = smaa({ siteIds: ids, low, high, space: uniformSimplex(4) }, 40_000, randomStreams(1))
    expectRows(
      result.rankAcceptability,
      [
        [0.5, 0.5],
        [0.5, 0.5],
      ],
      0.01,
    )
    for (const factor of result.confidenceFactors) expect(Math.abs((factor ?? 0) - 0.5)).toBeLessThan(0.06)
  })

  it('draws the values of a site from its own name, whoever else is there', () => {
    const streams = randomStreams(1)
    const alone = smaa({ siteIds: ['x', 'y'], low, high, space: uniformSimplex(4) }, 500, streams)
    const bottom = [0, 0, 0, 0]
    const joined = smaa(
      { siteIds: ['w', 'x', 'y'], low: [bottom, ...low], high: [bottom, ...high], space: uniformSimplex(4) },
      500,
      streams,
    )
    expect(joined.rankAcceptability[1]?.slice(0, 2)).toEqual(alone.rankAcceptability[0])
    expect(joined.rankAcceptability[2]?.slice(0, 2)).toEqual(alone.rankAcceptability[1])
  })
})

describe('drawing weights', () => {
  it('is even on the simplex: mean and variance are those of the flat Dirichlet distribution', () => {
    const { mean, variance } = moments(uniformSimplex(5), 50_000)
    for (const each of mean) expect(Math.abs(each - 0.2)).toBeLessThan(0.005)
    for (const each of variance) expect(Math.abs(each / (4 / 150) - 1)).toBeLessThan(0.04)
  })

  it('stays within ranges and adds to 1', () => {
    const space = [
      { low: 0.05, high: 0.2 },
      { low: 0, high: 0.35 },
      { low: 0.1, high: 1 },
      { low: 0.2, high: 0.2 },
    ]
    const draw = weightSampler(space, randomStreams(1)('weights'))
    const weights = new Float64Array(4)
    for (let round = 0; round < 2_000; round += 1) {
      draw(weights)
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
      for (const [index, { low, high }] of space.entries()) {
        expect(weights[index]).toBeGreaterThanOrEqual(low - 1e-12)
        expect(weights[index]).toBeLessThanOrEqual(high + 1e-12)
      }
    }
  })

  it('gives the one set of weights that fixed ranges leave', () => {
    const fixed = [
      { low: 0.25, high: 0.25 },
      { low: 0.75, high: 0.75 },
    ]
    const result = smaa(
      known(
        [
          [1, 0],
          [0, 1],
        ],
        fixed,
      ),
      100,
      randomStreams(1),
    )
    expectRows(
      result.rankAcceptability,
      [
        [0, 1],
        [1, 0],
      ],
      0,
    )
    expectRows(result.centralWeights, [null, [0.25, 0.75]], 1e-9)
  })

  it('refuses ranges that leave no weights, in one sentence', () => {
    expect(
      weightSpaceProblem([
        { low: 0.6, high: 1 },
        { low: 0.6, high: 1 },
      ]),
    ).toMatch(/^The ranges of the weights must.*\.$/)
    expect(
      weightSpaceProblem([
        { low: 0, high: 0.3 },
        { low: 0, high: 0.3 },
      ]),
    ).toMatch(/sum of 1/)
    expect(
      weightSpaceProblem([
        { low: 0.5, high: 0.2 },
        { low: 0, high: 1 },
      ]),
    ).toMatch(/weight 1/)
    expect(() =>
      smaa(
        known(
          [[1, 0]],
          [
            { low: 1, high: 1 },
            { low: 1, high: 1 },
          ],
        ),
        10,
        randomStreams(1),
      ),
    ).toThrow(RangeError)
  })

  function moments(space: WeightSpace, draws: number) {
    const draw = weightSampler(space, randomStreams(9)('weights'))
    const weights = new Float64Array(space.length)
    const sums = new Float64Array(space.length)
    const squares = new Float64Array(space.length)
    for (let round = 0; round < draws; round += 1) {
      draw(weights)
      weights.forEach((weight, index) => {
        sums[index] = (sums[index] ?? 0) + weight
        squares[index] = (squares[index] ?? 0) + weight * weight
      })
    }
    const mean = [...sums].map((sum) => sum / draws)
    return { mean, variance: [...squares].map((sum, index) => sum / draws - (mean[index] ?? 0) ** 2) }
  }
})
