import { describe, expect, it } from 'vitest'
import { ahp } from '../../shared/domain/mcda/ahp.ts'
import { breakEvenWeight } from '../../shared/domain/mcda/break-even-weight.ts'
import type { CriterionDirection } from '../../shared/domain/mcda/criterion-direction.ts'
import { groupJudgments } from '../../shared/domain/mcda/group-judgments.ts'
import { pairwiseMatrix } from '../../shared/domain/mcda/pairwise-matrix.ts'
import { promethee2 } from '../../shared/domain/mcda/promethee-2.ts'
import { rankSimilarityWs, spearman, weightedSpearman } from '../../shared/domain/mcda/rank-similarity.ts'
import { sharedRanks } from '../../shared/domain/mcda/shared-ranks.ts'
import { topsis } from '../../shared/domain/mcda/topsis.ts'
import { vikor } from '../../shared/domain/mcda/vikor.ts'
import { logWeightedProduct } from '../../shared/domain/mcda/weighted-product.ts'
import { weightedSum } from '../../shared/domain/mcda/weighted-sum.ts'

const DIRECTIONS: Readonly<Record<string, CriterionDirection>> = { '+': 'max', '-': 'min' }

/** Directions from a word of + and -. */
function signs(word: string): readonly CriterionDirection[] {
  return [...word].map((sign) => DIRECTIONS[sign] ?? 'max')
}

function expectAll(actual: readonly number[], expected: readonly number[], tolerance: number): void {
  expect(actual).toHaveLength(expected.length)
  expected.forEach((value, index) => {
    expect(Math.abs((actual[index] ?? Number.NaN) - value), `entry ${index}`).toBeLessThanOrEqual(tolerance)
  })
}

describe('TOPSIS', () => {
  it('agrees with Tzeng and Huang 2011 on vector normalisation', () => {
    const values = [
      [5, 8, 4],
      [7, 6, 8],
      [8, 8, 6],
      [7, 4, 6],
    ]
    const closeness = topsis({ values, directions: signs('+++'), weights: [0.3, 0.4, 0.3] }, 'vector')
    expectAll(closeness, [0.5037, 0.6581, 0.7482, 0.334], 1e-4)
    expect(sharedRanks(closeness)).toEqual([3, 2, 1, 4])
  })

  it('names another winner when normalised otherwise, as Opricovic and Tzeng 2004 warn', () => {
    const matrix = {
      values: [
        [1, 3000],
        [2, 3750],
        [5, 4500],
      ],
      directions: signs('-+'),
      weights: [0.5, 0.5],
    }
    expectAll(topsis(matrix, 'minmax'), [0.5, 0.617, 0.5], 1e-3)
    expectAll(topsis(matrix, 'vector'), [0.7621, 0.7222, 0.2379], 1e-4)
    expect(sharedRanks(topsis(matrix, 'minmax'))).toEqual([2, 1, 2])
  })
})

describe('PROMETHEE II', () => {
  it('agrees with Zhao 2013 on the usual preference', () => {
    const values = [
      [4, 3, 2],
      [3, 2, 4],
      [5, 1, 3],
    ]
    const flows = promethee2({ values, directions: signs('+++'), weights: [0.5, 0.3, 0.2] }, [
      { type: 'usual' },
      { type: 'usual' },
      { type: 'usual' },
    ])
    expectAll(flows.net, [0.1, -0.3, 0.2], 1e-12)
    expectAll(flows.plus, [0.55, 0.35, 0.6], 1e-12)
    expectAll(flows.minus, [0.45, 0.65, 0.4], 1e-12)
  })

  it('mixes preference functions as in the journey example of R MCDA, which shows four fifths of these flows', () => {
    const values = [
      [1, 10, 1],
      [4, 20, 2],
      [2, 20, 0],
      [6, 40, 0],
      [30, 30, 3],
    ]
    const flows = promethee2({ values, directions: signs('--+'), weights: [0.2, 0.3, 0.5] }, [
      { type: 'gaussian', s: 4 },
      { type: 'level', q: 11, p: 15 },
      { type: 'linear', q: 1, p: 3 },
    ])
    expectAll(flows.net, [0.1784, 0.23774, -0.03849, -0.41516, 0.0375], 1e-5)
  })
})

describe('VIKOR on the hydropower sites of Opricovic and Tzeng 2007', () => {
  const values = [
    [4184.3, 2914, 407.2, 251, 195, 244, 15, 2.41],
    [5211.9, 3630, 501.7, 308.3, 282, 346, 21, 1.41],
    [5021.3, 3920.5, 504, 278.6, 12, 56, 3, 4.42],
    [5566.1, 3957.9, 559.5, 335.3, 167, 268, 16, 3.36],
    [5060.5, 3293.5, 514.1, 284.2, 69, 90, 7, 4.04],
    [4317.9, 2925.9, 432.8, 239.3, 12, 55, 3, 4.36],
  ]
  it.each([
    {
      weights: [1, 1, 1, 1, 1, 1, 1, 1],
      s: [0.692, 0.7, 0.29, 0.423, 0.28, 0.346],
      r: [0.125, 0.125, 0.121, 0.125, 0.067, 0.125],
      q: [0.991, 1, 0.473, 0.67, 0, 0.578],
      ranks: [5, 6, 2, 4, 1, 3],
      set: [4],
    },
    {
      weights: [2, 2, 2, 2, 1, 1, 1, 1],
      s: [0.701, 0.6, 0.386, 0.365, 0.317, 0.459],
      r: [0.167, 0.114, 0.161, 0.167, 0.089, 0.167],
      q: [1, 0.533, 0.552, 0.563, 0, 0.686],
      ranks: [6, 2, 3, 4, 1, 5],
      set: [4],
    },
    {
      weights: [1, 1, 1, 1, 2, 2, 2, 2],
      s: [0.683, 0.8, 0.193, 0.48, 0.243, 0.232],
      r: [0.113, 0.167, 0.08, 0.122, 0.044, 0.083],
      q: [0.684, 1, 0.147, 0.554, 0.041, 0.191],
      ranks: [5, 6, 2, 4, 1, 3],
      set: [4, 2, 5],
    },
    {
      weights: [1, 1, 1, 1, 3.2, 3.2, 3.2, 3.2],
      s: [0.678, 0.857, 0.138, 0.513, 0.222, 0.167],
      r: [0.129, 0.19, 0.057, 0.139, 0.042, 0.06],
      q: [0.668, 1, 0.051, 0.588, 0.058, 0.078],
      ranks: [5, 6, 1, 4, 2, 3],
      set: [2, 4, 5],
    },
  ])('under weights $weights', ({ weights, s, r, q, ranks, set }) => {
    const result = vikor({ values, directions: signs('+-++---+'), weights })
    expectAll(result.groupRegret, s, 1e-3)
    expectAll(result.individualRegret, r, 1e-3)
    expectAll(result.compromise, q, 1e-3)
    expect(sharedRanks(result.compromise.map((each) => -each))).toEqual(ranks)
    expect(result.compromiseSet).toEqual(set)
  })

  it('keeps the second beside a leader that is best in neither regret', () => {
    const result = vikor({
      values: [
        [1, 101, 1, 101, 1],
        [101, 1, 101, 1, 101],
        [1, 1, 1, 1, 101],
        [11, 11, 11, 16, 61],
        [56, 56, 56, 56, 56],
      ],
      directions: signs('-----'),
      weights: [0.2, 0.2, 0.2, 0.2, 0.2],
    })
    expectAll(result.groupRegret, [0.4, 0.6, 0.2, 0.21, 0.55], 1e-9)
    expectAll(result.individualRegret, [0.2, 0.2, 0.2, 0.12, 0.11], 1e-9)
    expectAll(result.compromise, [0.75, 1, 0.5, 0.0681, 0.4375], 1e-4)
    expect(result.compromiseSet).toEqual([3, 4])
  })
})

describe('AHP', () => {
  it('agrees with Saaty 2008 on what Americans drink', () => {
    const names = ['coffee', 'wine', 'tea', 'beer', 'soda', 'milk', 'water']
    const judged = pairwiseMatrix(names, [
      ['coffee', 'wine', 9],
      ['coffee', 'tea', 5],
      ['coffee', 'beer', 2],
      ['coffee', 'soda', 1],
      ['coffee', 'milk', 1],
      ['water', 'coffee', 2],
      ['water', 'wine', 9],
      ['water', 'tea', 9],
      ['water', 'beer', 3],
      ['water', 'soda', 2],
      ['water', 'milk', 3],
      ['tea', 'wine', 3],
      ['beer', 'wine', 9],
      ['beer', 'tea', 3],
      ['beer', 'milk', 1],
      ['soda', 'wine', 9],
      ['soda', 'tea', 4],
      ['soda', 'beer', 2],
      ['soda', 'milk', 2],
      ['milk', 'wine', 9],
      ['milk', 'tea', 3],
    ])
    if (!judged.ok) throw new Error(judged.reason)
    const result = ahp(judged.matrix, 'eigenvector', 'saaty')
    expectAll(result.weights, [0.177, 0.019, 0.042, 0.116, 0.19, 0.129, 0.327], 6e-4)
    expect(result.lambdaMax).toBeCloseTo(7.1766, 4)
    expect(result.consistencyRatio).toBeCloseTo(0.022, 3)
    expect(ahp(judged.matrix, 'eigenvector', 'donegan_dodd').consistencyRatio).toBeCloseTo(0.0235, 4)
  })

  it('gives the consistency ratio of the random index that is named', () => {
    const matrix = [
      [1, 1 / 4, 4, 1 / 6],
      [4, 1, 4, 1 / 4],
      [1 / 4, 1 / 4, 1, 1 / 5],
      [6, 4, 5, 1],
    ]
    expect(ahp(matrix, 'eigenvector', 'saaty_1980').lambdaMax).toBeCloseTo(4.4347, 4)
    const ratios = (['saaty_1980', 'saaty', 'alonso_lamata'] as const).map(
      (table) => ahp(matrix, 'eigenvector', table).consistencyRatio,
    )
    expectAll(ratios, [0.161, 0.163, 0.164], 5e-4)
  })

  it('chooses among the cars of R MCDA by eigenvectors and by geometric means', () => {
    const style = [
      [1, 1 / 4, 4, 1 / 6],
      [4, 1, 4, 1 / 4],
      [1 / 4, 1 / 4, 1, 1 / 5],
      [6, 4, 5, 1],
    ]
    const reliability = [
      [1, 2, 5, 1],
      [1 / 2, 1, 3, 2],
      [1 / 5, 1 / 3, 1, 1 / 4],
      [1, 1 / 2, 4, 1],
    ]
    const fuel = [
      [1, 2, 4, 1],
      [1 / 2, 1, 3, 2],
      [1 / 4, 1 / 3, 1, 1 / 5],
      [1, 1 / 2, 5, 1],
    ]
    const criteria = [
      [1, 1 / 2, 3],
      [2, 1, 4],
      [1 / 3, 1 / 4, 1],
    ]
    const total = (method: 'eigenvector' | 'geometric') => {
      const shares = ahp(criteria, method, 'saaty').weights
      const scores = [style, reliability, fuel].map((matrix) => ahp(matrix, method, 'saaty').weights)
      return [0, 1, 2, 3].map((car) =>
        shares.reduce((sum, share, index) => sum + share * (scores[index]?.[car] ?? Number.NaN), 0),
      )
    }
    expectAll(total('eigenvector'), [0.2922, 0.2767, 0.0697, 0.3613], 1e-4)
    expectAll(total('geometric'), [0.2942, 0.2724, 0.0715, 0.3619], 1e-4)
  })

  it('recovers the weights behind wholly consistent judgments, and two things are always consistent', () => {
    const weights = [0.5, 0.3, 0.15, 0.05]
    const matrix = weights.map((a) => weights.map((b) => a / b))
    for (const method of ['eigenvector', 'geometric'] as const) {
      const result = ahp(matrix, method, 'saaty')
      expectAll(result.weights, weights, 1e-12)
      expect(result.consistencyRatio).toBeCloseTo(0, 12)
    }
    expect(
      ahp(
        [
          [1, 3],
          [1 / 3, 1],
        ],
        'eigenvector',
        'saaty',
      ),
    ).toMatchObject({ consistencyRatio: 0 })
  })

  it('reconciles opposite judgments of two people to equality', () => {
    const first = [
      [1, 4],
      [1 / 4, 1],
    ]
    const second = [
      [1, 1 / 4],
      [4, 1],
    ]
    expectAll(groupJudgments([first, second]).flat(), [1, 1, 1, 1], 1e-12)
  })

  it('says which pair is missing, judged twice, unknown or compared with itself', () => {
    const names = ['power', 'price', 'time']
    expect(pairwiseMatrix(names, [['power', 'price', 2]])).toMatchObject({
      reason: '"power" and "time" are not compared.',
    })
    expect(
      pairwiseMatrix(names, [
        ['power', 'price', 2],
        ['price', 'power', 2],
      ]),
    ).toMatchObject({ ok: false })
    expect(pairwiseMatrix(names, [['power', 'luck', 2]])).toMatchObject({ reason: expect.stringContaining('"luck"') })
    expect(pairwiseMatrix(names, [['time', 'time', 1]])).toMatchObject({ ok: false })
  })
})

describe('weighted sum, weighted product and break-even weight', () => {
  it('gives the scores of Kracka 2010 on utilities from sums of reciprocals', () => {
    const values = [
      [33.95, 23.78, 11.45, 39.97, 29.44, 167.1, 3.852],
      [38.9, 4.17, 6.32, 0.01, 4.29, 132.52, 25.184],
      [37.59, 9.36, 8.23, 4.35, 10.22, 136.71, 10.845],
      [30.44, 37.59, 13.91, 74.08, 45.1, 198.34, 2.186],
      [36.21, 14.79, 9.17, 17.77, 17.06, 148.3, 6.61],
      [37.8, 8.55, 7.97, 2.35, 9.25, 134.83, 11.935],
    ]
    const directions = signs('----+-+')
    const raw = values.map((row) => row.map((value, index) => (directions[index] === 'min' ? 1 / value : value)))
    const sums = directions.map((_, index) => raw.reduce((sum, row) => sum + (row[index] ?? 0), 0))
    const shares = raw.map((row) => row.map((value, index) => value / (sums[index] ?? 1)))
    const scores = weightedSum(
      shares,
      sums.map(() => ({ direction: 'max', weight: 1, low: 0, high: 1 })),
    ).map((score) => score.worst)
    expectAll(scores, [0.1204, 0.34582, 0.13838, 0.12841, 0.12346, 0.14352], 1e-5)
    expect(sharedRanks(scores)).toEqual([6, 1, 3, 4, 5, 2])
  })

  it('reorders on the bounds of a list when a dominated site joins, and never on fixed bounds', () => {
    const three = [
      [32, 100, 24],
      [38, 180, 30],
      [45, 150, 18],
    ]
    const four = [...three, [55, 60, 24]]
    const scoresWithin = (values: readonly number[][], bounds: readonly (readonly [number, number])[]) =>
      weightedSum(
        values,
        signs('-+-').map((direction, index) => {
          const [low, high] = bounds[index] ?? [0, 1]
          return { direction, weight: [0.4, 0.35, 0.25][index] ?? 0, low, high }
        }),
      ).map((score) => score.worst)
    const boundsOf = (values: readonly number[][]) =>
      [0, 1, 2].map((index) => {
        const column = values.map((row) => row[index] ?? 0)
        return [Math.min(...column), Math.max(...column)] as const
      })
    expectAll(scoresWithin(three, boundsOf(three)), [0.525, 0.5654, 0.4688], 5e-5)
    expectAll(scoresWithin(four, boundsOf(four)), [0.6417, 0.6457, 0.6864, 0.125], 5e-5)
    const fixed = [
      [25, 60],
      [0, 300],
      [12, 60],
    ] as const
    expectAll(scoresWithin(three, fixed), [0.62417, 0.61768, 0.56518], 1e-5)
    expectAll(scoresWithin(four, fixed), [0.62417, 0.61768, 0.56518, 0.31464], 1e-5)
  })

  it('gives the ratios of the weighted product worked out on Wikipedia', () => {
    const values = [
      [25, 20, 15, 30],
      [10, 30, 20, 30],
      [30, 10, 30, 10],
    ]
    const logs = logWeightedProduct({ values, directions: signs('++++'), weights: [0.2, 0.15, 0.4, 0.25] })
    const ratio = (a: number, b: number) => Math.exp((logs[a] ?? 0) - (logs[b] ?? 0))
    expectAll([ratio(0, 1), ratio(0, 2), ratio(1, 2)], [1.0074, 1.0671, 1.0592], 1e-4)
    expect(() => logWeightedProduct({ values: [[-5]], directions: ['min'], weights: [1] })).toThrow(/above 0/)
  })

  it('finds the weight at which two sites tie, and none where one leads throughout', () => {
    expect(breakEvenWeight([0.9, 0.2], [0.5, 0.7], 0, [1, 1])).toBeCloseTo(5 / 9, 12)
    expect(breakEvenWeight([0.9, 0.8], [0.5, 0.7], 0, [1, 1])).toBeNull()
    expect(breakEvenWeight([0.5, 0.7], [0.5, 0.7], 0, [1, 1])).toBeNull()
    const weight = breakEvenWeight([0.9, 0.2, 0.4], [0.5, 0.7, 0.6], 0, [5, 3, 1]) ?? Number.NaN
    const score = ([a = 0, b = 0, c = 0]) => weight * a + (1 - weight) * (0.75 * b + 0.25 * c)
    expect(score([0.9, 0.2, 0.4])).toBeCloseTo(score([0.5, 0.7, 0.6]), 12)
  })
})

describe('similarity of two orders', () => {
  it('agrees with Sałabun and Urbaniak 2020', () => {
    const reference = [1, 2, 3, 4, 5]
    const other = [1, 3, 2, 4, 5]
    expect(spearman(reference, other)).toBeCloseTo(0.9, 12)
    expect(weightedSpearman(reference, other)).toBeCloseTo(0.8833, 4)
    expect(rankSimilarityWs(reference, other)).toBeCloseTo(0.8542, 4)
  })

  it('is 1 for the same order, and -1 by rank correlation for the opposite one', () => {
    const order = [1, 2, 3, 4]
    for (const similarity of [spearman, weightedSpearman, rankSimilarityWs]) expect(similarity(order, order)).toBe(1)
    expect(spearman(order, [4, 3, 2, 1])).toBeCloseTo(-1, 12)
    expect(spearman(order, [1, 1, 1, 1])).toBeNaN()
  })
})
