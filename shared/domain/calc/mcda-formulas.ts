import { AHP_METHODS, type AhpMethod, ahp } from '../mcda/ahp.ts'
import { breakEvenWeight } from '../mcda/break-even-weight.ts'
import type { CriterionDirection } from '../mcda/criterion-direction.ts'
import type { DecisionMatrix } from '../mcda/decision-matrix.ts'
import { weightsProblem } from '../mcda/normalised-weights.ts'
import { type Judgment, pairwiseMatrix } from '../mcda/pairwise-matrix.ts'
import { promethee2 } from '../mcda/promethee-2.ts'
import { MOST_COMPARED, RANDOM_INDEX_TABLES, type RandomIndexTable } from '../mcda/random-index.ts'
import { sharedRanks } from '../mcda/shared-ranks.ts'
import { smaa } from '../mcda/smaa.ts'
import { TOPSIS_NORMALISATIONS, type TopsisNormalisation, topsis } from '../mcda/topsis.ts'
import { uniformSimplex, type WeightSpace, weightSpaceProblem } from '../mcda/weight-space.ts'
import { weightedSum } from '../mcda/weighted-sum.ts'
import { randomStreams } from '../statistics/random-streams.ts'
import type { CalcFormula } from './calc-formula.ts'
import { type CheckedInputs, wholeNumber } from './calc-inputs.ts'
import {
  boundList,
  type Cell,
  choice,
  completeTable,
  directions,
  judgments,
  nameList,
  optionalWeightList,
  optionalWholeNumber,
  tableWithRanges,
  tableWithUnknowns,
  weightList,
  weightRanges,
} from './mcda-inputs.ts'
import { preferenceInput, preferencesOf } from './preference-input.ts'

const DEFAULT_DRAWS = 100_000
/** Values that are weighed over all draws, so that no request runs for minutes. */
const MOST_WORK = 1e9

/** With unknown values, the scores and ranks are those with each at its worst, and the scores at best come as well. */
export const weightedSumScores: CalcFormula = {
  inputs: { matrix: tableWithUnknowns, types: directions, weights: weightList, bounds: boundList },
  run: (given) => {
    const values = given.structured('matrix') as readonly (readonly (number | null)[])[]
    const problem = lengthProblem(given, values[0]?.length ?? 0, ['types', 'weights', 'bounds'])
    if (problem !== null) return problem
    const weights = given.structured('weights') as readonly number[]
    const bounds = given.structured('bounds') as readonly (readonly [number, number])[]
    const criteria = (given.structured('types') as readonly CriterionDirection[]).map((direction, index) => {
      const [low, high] = bounds[index] ?? [0, 1]
      return { direction, weight: weights[index] ?? 0, low, high }
    })
    const scores = weightedSum(
      values.map((row) => row.map((value) => value ?? Number.NaN)),
      criteria,
    )
    const worst = scores.map((score) => score.worst)
    const isComplete = values.every((row) => row.every((value) => value !== null))
    return {
      scores: worst,
      ranks: sharedRanks(worst),
      ...(isComplete ? {} : { scores_at_best: scores.map((score) => score.best) }),
    }
  },
}

export const topsisCloseness: CalcFormula = {
  inputs: {
    matrix: completeTable,
    types: directions,
    weights: weightList,
    normalisation: choice(TOPSIS_NORMALISATIONS),
  },
  run: (given) => {
    const matrix = decisionMatrix(given)
    if (typeof matrix === 'string') return matrix
    const normalisation = given.structured('normalisation') as TopsisNormalisation | undefined
    const closeness = topsis(matrix, normalisation ?? 'vector')
    return { closeness, ranks: sharedRanks(closeness) }
  },
}

export const outrankingFlows: CalcFormula = {
  inputs: { matrix: completeTable, types: directions, weights: weightList, preference: preferenceInput },
  run: (given) => {
    const matrix = decisionMatrix(given)
    if (typeof matrix === 'string') return matrix
    const preferences = preferencesOf(given.structured('preference'), matrix.weights.length)
    if (preferences.length !== matrix.weights.length) {
      return lengthSentence('preference', matrix.weights.length, preferences.length)
    }
    const flows = promethee2(matrix, preferences)
    return { ...flows, ranks: sharedRanks(flows.net) }
  },
}

/** Central weights and confidence factors are null for a site that no weights put first. `draws` is 0 for exact shares. */
export const rankAcceptability: CalcFormula = {
  inputs: {
    values: tableWithRanges,
    weights: weightRanges,
    draws: optionalWholeNumber(100, 1_000_000),
    seed: optionalWholeNumber(0, 2 ** 32 - 1),
  },
  run: (given) => {
    const values = given.structured('values') as readonly (readonly Cell[])[]
    const criteria = values[0]?.length ?? 0
    const ranges = given.structured('weights') as 'uniform simplex' | readonly (readonly [number, number])[]
    const space: WeightSpace =
      ranges === 'uniform simplex' ? uniformSimplex(criteria) : ranges.map(([low, high]) => ({ low, high }))
    if (space.length !== criteria) return lengthSentence('weights', criteria, space.length)
    const problem = weightSpaceProblem(space)
    if (problem !== null) return problem
    const affordable = Math.floor(MOST_WORK / (values.length * criteria))
    const draws = (given.structured('draws') as number | undefined) ?? Math.min(DEFAULT_DRAWS, affordable)
    if (draws > affordable) return `The input draws must be at most ${affordable} for this many values.`
    const result = smaa(
      {
        siteIds: values.map((_, site) => String(site)),
        low: values.map((row) => row.map((cell) => end(cell, 0))),
        high: values.map((row) => row.map((cell) => end(cell, 1))),
        space,
      },
      draws,
      randomStreams((given.structured('seed') as number | undefined) ?? 1),
    )
    return {
      rank_acceptability: result.rankAcceptability.map((row) => [...row]),
      rank1: result.rankAcceptability.map((row) => row[0] ?? 0),
      central_weights: result.centralWeights.map((weights) => (weights === null ? null : [...weights])),
      confidence_factors: result.confidenceFactors,
      draws: result.draws,
    }
  },
}

export const ahpWeights: CalcFormula = {
  inputs: {
    names: nameList(MOST_COMPARED),
    pairs: judgments,
    method: choice(AHP_METHODS),
    random_index: choice(Object.keys(RANDOM_INDEX_TABLES)),
  },
  run: (given) => {
    const names = given.structured('names') as readonly string[]
    const matrix = pairwiseMatrix(names, given.structured('pairs') as readonly Judgment[])
    if (!matrix.ok) return `The input pairs must compare every two names once: ${matrix.reason}`
    const { weights, lambdaMax, consistencyRatio } = ahp(
      matrix.matrix,
      (given.structured('method') as AhpMethod | undefined) ?? 'eigenvector',
      (given.structured('random_index') as RandomIndexTable | undefined) ?? 'saaty',
    )
    return {
      weights: Object.fromEntries(names.map((name, index) => [name, weights[index] ?? 0])),
      lambda_max: lambdaMax,
      consistency_ratio: consistencyRatio,
    }
  },
}

/** Without weights the other criteria share the rest evenly. */
export const breakEven: CalcFormula = {
  inputs: {
    values: completeTable,
    criterion: wholeNumber(0, 99),
    weights: optionalWeightList,
  },
  run: (given) => {
    const [first, second, ...rest] = given.structured('values') as readonly (readonly number[])[]
    if (first === undefined || second === undefined || rest.length > 0 || first.length < 2) {
      return 'The input values must be two rows of at least two values.'
    }
    const criterion = given.number('criterion')
    if (criterion >= first.length) return `The input criterion must be a whole number from 0 to ${first.length - 1}.`
    const weights = (given.structured('weights') as readonly number[] | undefined) ?? first.map(() => 1)
    if (weights.length !== first.length) return lengthSentence('weights', first.length, weights.length)
    if (weightsProblem(weights.filter((_, index) => index !== criterion)) !== null) {
      return `The input weights must hold a number above 0 beside that of criterion ${criterion}.`
    }
    const weight = breakEvenWeight(first, second, criterion, weights)
    return weight === null
      ? `There is no single weight of criterion ${criterion} from 0 to 1 at which both rows of the input values tie.`
      : { weight }
  },
}

function decisionMatrix(given: CheckedInputs): DecisionMatrix | string {
  const values = given.structured('matrix') as readonly (readonly number[])[]
  const problem = lengthProblem(given, values[0]?.length ?? 0, ['types', 'weights'])
  return (
    problem ?? {
      values,
      directions: given.structured('types') as readonly CriterionDirection[],
      weights: given.structured('weights') as readonly number[],
    }
  )
}

function lengthProblem(given: CheckedInputs, criteria: number, names: readonly string[]): string | null {
  for (const name of names) {
    const { length } = given.structured(name) as readonly unknown[]
    if (length !== criteria) return lengthSentence(name, criteria, length)
  }
  return null
}

function lengthSentence(name: string, criteria: number, length: number): string {
  return `The input ${name} must have ${criteria} entries, one a criterion, not ${length}.`
}

function end(cell: Cell, which: 0 | 1): number {
  if (cell === null) return which
  return typeof cell === 'number' ? cell : cell[which]
}
