import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runCalc } from '../../shared/domain/calc/run-calc.ts'
import type { DecisionMatrix } from '../../shared/domain/mcda/decision-matrix.ts'
import { promethee2 } from '../../shared/domain/mcda/promethee-2.ts'
import { sharedRanks } from '../../shared/domain/mcda/shared-ranks.ts'
import { topsis } from '../../shared/domain/mcda/topsis.ts'
import { vikor } from '../../shared/domain/mcda/vikor.ts'
import { weightedSum } from '../../shared/domain/mcda/weighted-sum.ts'

/** Every method as scores of which the highest is best. */
const METHODS: Readonly<Record<string, (matrix: DecisionMatrix) => readonly number[]>> = {
  'weighted sum': ({ values, directions, weights }) =>
    weightedSum(
      values,
      directions.map((direction, index) => ({ direction, weight: weights[index] ?? 0, low: -50, high: 150 })),
    ).map((score) => score.worst),
  'TOPSIS on vectors': (matrix) => topsis(matrix, 'vector'),
  'TOPSIS on ranges': (matrix) => topsis(matrix, 'minmax'),
  'PROMETHEE II': (matrix) =>
    promethee2(
      matrix,
      matrix.weights.map(() => ({ type: 'linear', q: 1, p: 20 })),
    ).net,
  VIKOR: (matrix) => vikor(matrix).compromise.map((regret) => -regret),
}

// $/MWh that may be negative, MW, months.
const DIRECTIONS = ['min', 'max', 'min'] as const
const site = fc.tuple(
  fc.integer({ min: -30, max: 90 }),
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: 0, max: 60 }),
)
const sites = fc.array(site, { minLength: 1, maxLength: 8 })
const weightSet = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }))
  .filter((weights) => weights.some((weight) => weight > 0))

describe.each(Object.entries(METHODS))('%s', (_, method) => {
  const ranksOf = (values: readonly (readonly number[])[], weights: readonly number[] = [1, 1, 1]) =>
    sharedRanks(method({ values, directions: DIRECTIONS, weights }))

  it('gives a finite score to any sites, negative prices and costs of 0 included', () => {
    fc.assert(
      fc.property(sites, weightSet, (values, weights) => {
        expect(method({ values, directions: DIRECTIONS, weights }).every(Number.isFinite)).toBe(true)
      }),
    )
    expect(
      ranksOf([
        [0, 50, 12],
        [-5, 50, 12],
        [10, 50, 12],
      ]),
    ).toEqual([2, 1, 3])
  })

  it('never ranks a dominated site above its dominator', () => {
    fc.assert(
      fc.property(
        sites,
        weightSet,
        fc.nat(),
        fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)),
        (values, weights, pick, by) => {
          const [price, megawatts, months] = values[pick % values.length] ?? [0, 0, 0]
          const dominated = [price + by[0], megawatts - by[1], months + by[2]] as [number, number, number]
          const ranks = ranksOf([...values, dominated], weights)
          expect(ranks.at(-1)).toBeGreaterThanOrEqual(ranks[pick % values.length] ?? 0)
        },
      ),
    )
  })

  it('ranks sites alike in whatever order they come', () => {
    fc.assert(
      fc.property(sites, weightSet, (values, weights) => {
        expect(ranksOf(values.toReversed(), weights).toReversed()).toEqual(ranksOf(values, weights))
      }),
    )
  })

  it('knows weights only in proportion to each other', () => {
    fc.assert(
      fc.property(sites, weightSet, fc.double({ min: 0.01, max: 1_000, noNaN: true }), (values, weights, factor) => {
        const scores = method({ values, directions: DIRECTIONS, weights })
        method({ values, directions: DIRECTIONS, weights: weights.map((weight) => weight * factor) }).forEach(
          (score, index) => {
            expect(score).toBeCloseTo(scores[index] ?? Number.NaN, 9)
          },
        )
      }),
    )
  })

  it('leaves a criterion of weight 0, or one on which all sites are equal, out of the order', () => {
    fc.assert(
      fc.property(sites, fc.array(fc.nat(60), { minLength: 8, maxLength: 8 }), (values, months) => {
        const other = values.map(([price, megawatts], index) => [price, megawatts, months[index] ?? 0])
        expect(ranksOf(other, [2, 3, 0])).toEqual(ranksOf(values, [2, 3, 0]))
        const constant = (each: number) => values.map(([price, megawatts]) => [price, megawatts, each])
        expect(ranksOf(constant(7))).toEqual(ranksOf(constant(0)))
      }),
    )
  })

  it('puts a single site first, and identical sites on one rank', () => {
    expect(ranksOf([[40, 100, 12]])).toEqual([1])
    expect(
      ranksOf([
        [40, 90, 12],
        [40, 90, 12],
      ]),
    ).toEqual([1, 1])
    expect(
      ranksOf([
        [40, 90, 12],
        [60, 20, 50],
        [40, 90, 12],
      ]),
    ).toEqual([1, 3, 1])
  })

  it('refuses weights that are all 0, negative or not numbers', () => {
    for (const weights of [
      [0, 0, 0],
      [1, -1, 1],
      [1, Number.NaN, 1],
    ]) {
      expect(() => method({ values: [[40, 90, 12]], directions: DIRECTIONS, weights })).toThrow(RangeError)
    }
  })
})

describe('outside the method', () => {
  it('TOPSIS and VIKOR do not depend on the unit of a criterion', () => {
    const values = [
      [32, 100, 24],
      [38, 180, 30],
      [45, 150, 18],
    ]
    const inOtherUnits = values.map(([price = 0, megawatts = 0, months = 0]) => [
      price / 10,
      megawatts * 1_000,
      months / 12,
    ])
    for (const name of ['TOPSIS on vectors', 'TOPSIS on ranges', 'VIKOR']) {
      const scores = METHODS[name]?.({ values, directions: DIRECTIONS, weights: [4, 3, 2] }) ?? []
      const others = METHODS[name]?.({ values: inOtherUnits, directions: DIRECTIONS, weights: [4, 3, 2] }) ?? []
      scores.forEach((score, index) => {
        expect(others[index]).toBeCloseTo(score, 12)
      })
    }
  })

  it('outranking flows of all sites cancel out', () => {
    fc.assert(
      fc.property(sites, weightSet, (values, weights) => {
        const { net } = promethee2({ values, directions: DIRECTIONS, weights }, [
          { type: 'gaussian', s: 10 },
          { type: 'v_shape', p: 50 },
          { type: 'u_shape', q: 6 },
        ])
        expect(net.reduce((sum, flow) => sum + flow, 0)).toBeCloseTo(0, 12)
      }),
    )
  })

  it('a value that is unknown, or a criterion unknown for every site, opens an interval', () => {
    const criteria = [
      { direction: 'min', weight: 3, low: 20, high: 90 },
      { direction: 'max', weight: 1, low: 0, high: 300 },
    ] as const
    const [one, other] = weightedSum(
      [
        [55, Number.NaN],
        [Number.NaN, Number.NaN],
      ],
      criteria,
    )
    expect(one?.worst).toBeCloseTo(0.375, 12)
    expect(one?.best).toBeCloseTo(0.625, 12)
    expect(other).toEqual({ worst: 0, best: 1 })
  })
})

describe('ranking methods by name', () => {
  const TOPSIS = {
    matrix: [
      [1, 2],
      [2, 1],
    ],
    types: ['max', 'min'],
    weights: [1, 1],
  }
  const SUM = {
    ...TOPSIS,
    bounds: [
      [0, 3],
      [0, 3],
    ],
  }
  const FLOWS = { ...TOPSIS, preference: 'usual' }
  const SMAA = {
    values: [
      [1, 0],
      [0, 1],
    ],
    weights: 'uniform simplex',
  }
  const AHP = {
    names: ['a', 'b', 'c'],
    pairs: [
      ['a', 'b', 2],
      ['a', 'c', 4],
      ['b', 'c', 2],
    ],
  }
  const TIE = {
    values: [
      [0.9, 0.2],
      [0.5, 0.7],
    ],
    criterion: 0,
  }

  it.each([
    ['topsis', { ...TOPSIS, matrix: [[1, 2], [2]] }, 'matrix'],
    ['topsis', { ...TOPSIS, matrix: [] }, 'matrix'],
    [
      'topsis',
      {
        ...TOPSIS,
        matrix: [
          [1, null],
          [2, 1],
        ],
      },
      'row 1, column 2',
    ],
    ['topsis', { ...TOPSIS, matrix: [[1, Number.NaN]] }, 'row 1, column 2'],
    ['topsis', { ...TOPSIS, types: ['max', 'best'] }, 'types'],
    ['topsis', { ...TOPSIS, types: ['max'] }, 'types must have 2'],
    ['topsis', { ...TOPSIS, weights: [0, 0] }, 'weights must not all be 0'],
    ['topsis', { ...TOPSIS, weights: [1, -1] }, 'at least 0'],
    ['topsis', { ...TOPSIS, weights: [1, 1, 1] }, 'weights must have 2'],
    ['topsis', { ...TOPSIS, normalisation: 'log' }, '"vector" or "minmax"'],
    [
      'weighted_sum',
      {
        ...SUM,
        bounds: [
          [0, 3],
          [3, 3],
        ],
      },
      'bounds',
    ],
    ['weighted_sum', { ...SUM, bounds: undefined }, 'bounds'],
    ['promethee2', { ...FLOWS, preference: 'some' }, 'preference'],
    ['promethee2', { ...FLOWS, preference: { type: 'linear', q: 3, p: 2 } }, 'p above q'],
    ['promethee2', { ...FLOWS, preference: ['usual'] }, 'preference must have 2'],
    ['smaa', { ...SMAA, weights: [[0, 1]] }, 'weights must have 2'],
    [
      'smaa',
      {
        ...SMAA,
        weights: [
          [0, 1],
          [0.2, 1.2],
        ],
      },
      'from 0 to 1',
    ],
    [
      'smaa',
      {
        ...SMAA,
        weights: [
          [0, 0.2],
          [0, 0.2],
        ],
      },
      'sum of 1',
    ],
    ['smaa', { ...SMAA, draws: 3 }, 'draws'],
    ['smaa', { ...SMAA, values: [[[2, 1], 0]] }, 'row 1, column 1'],
    ['ahp', { ...AHP, pairs: [['a', 'b', 2]] }, '"a" and "c"'],
    ['ahp', { ...AHP, pairs: [['a', 'b', 0]] }, 'pairs'],
    ['ahp', { ...AHP, names: ['a', 'a'] }, 'names'],
    ['ahp', { ...AHP, random_index: 'dice' }, 'random_index'],
    ['break_even_weight', { ...TIE, criterion: 2 }, 'from 0 to 1'],
    ['break_even_weight', { ...TIE, values: [[1, 2]] }, 'two rows'],
    ['break_even_weight', { ...TIE, weights: [1, 0] }, 'beside that of criterion 0'],
    [
      'break_even_weight',
      {
        ...TIE,
        values: [
          [1, 1],
          [0, 0],
        ],
      },
      'no single weight',
    ],
  ])('%s refuses %j in one sentence', (method, inputs, part) => {
    const result = runCalc(method, inputs)
    if (result.ok) throw new Error('It was not refused.')
    expect(result.error).toContain(part)
    expect(result.error).toMatch(/^[^\n]*[^.\n]\.$/)
  })

  it('answers finite numbers for values, weights and thresholds of any size', () => {
    const value = fc.oneof(
      fc.double({ min: -1e100, max: 1e100, noNaN: true }),
      fc.constantFrom(0, -0, 1e100, -1e100, 1, 5e-324, 1e-200),
    )
    const weight = fc.oneof(fc.constantFrom(5e-324, 1e-200, 1, 1e308), fc.double({ min: 1e-3, max: 1, noNaN: true }))
    const threshold = fc.constantFrom(5e-324, 1e-3, 1, 1e300)
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      )
    fc.assert(
      fc.property(table, fc.array(weight, { minLength: 4, maxLength: 4 }), threshold, (matrix, four, size) => {
        const width = matrix[0]?.length ?? 0
        const weights = four.slice(0, width)
        const types = ['max', 'min', 'min', 'max'].slice(0, width)
        const bounds = weights.map(() => [-1e100, 1e100])
        const given = { matrix, types, weights }
        const answers = [
          runCalc('weighted_sum', { ...given, bounds }),
          runCalc('topsis', { ...given, normalisation: 'vector' }),
          runCalc('topsis', { ...given, normalisation: 'minmax' }),
          ...[
            { type: 'gaussian', s: size },
            { type: 'linear', q: 0, p: size },
            { type: 'level', q: 0, p: size },
          ].map((preference) => runCalc('promethee2', { ...given, preference })),
          runCalc('smaa', { values: matrix, weights: 'uniform simplex', draws: 100 }),
        ]
        for (const answer of answers) expect(answer).toMatchObject({ ok: true })
      }),
    )
  })

  it('scores unknown values at their worst and says what they could be at best', () => {
    const result = runCalc('weighted_sum', {
      ...SUM,
      matrix: [
        [3, null],
        [null, null],
      ],
    })
    expect(result).toEqual({ ok: true, outputs: { scores: [0.5, 0], scores_at_best: [1, 1], ranks: [1, 2] } })
  })

  it('takes one preference function for all criteria or one for each', () => {
    const linear = { type: 'linear', q: 0, p: 2 }
    const one = runCalc('promethee2', { ...FLOWS, preference: linear })
    expect(one).toMatchObject({ ok: true, outputs: { net: [-0.5, 0.5] } })
    expect(runCalc('promethee2', { ...FLOWS, preference: [linear, linear] })).toEqual(one)
  })

  it('gives weights by name, whatever the name', () => {
    const result = runCalc('ahp', { names: ['__proto__', 'b'], pairs: [['__proto__', 'b', 3]] })
    if (!result.ok) throw new Error(result.error)
    expect(Object.entries(result.outputs['weights'] ?? {})).toEqual([
      ['__proto__', 0.75],
      ['b', 0.25],
    ])
  })

  it('takes an unknown of a site as anything from 0 to 1 when it draws', () => {
    const result = runCalc('smaa', {
      values: [
        [0.5, 0.5],
        [null, 0.5],
      ],
      weights: 'uniform simplex',
      draws: 20_000,
      seed: 4,
    })
    if (!result.ok) throw new Error(result.error)
    const [first] = result.outputs['rank1'] as number[]
    expect(Math.abs((first ?? 0) - 0.5)).toBeLessThan(0.02)
  })
})
