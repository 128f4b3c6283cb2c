import { CRITERION_DIRECTIONS } from '../mcda/criterion-direction.ts'
import { weightsProblem } from '../mcda/normalised-weights.ts'
import type { Judgment } from '../mcda/pairwise-matrix.ts'
import type { InputRule } from './calc-inputs.ts'

/** Cells this large or small can be squared and summed without overflow. */
const LARGEST = 1e100
const MOST_SITES = 2_000
const MOST_CRITERIA = 100
/** One thing may count this many times as much as another. */
const GREATEST_RATIO = 1_000

export type Cell = number | null | readonly [number, number]

/** A list of rows of one length; a cell is a number or passes `isOther`. */
function table(what: string, isOther: (cell: unknown) => boolean): InputRule {
  return {
    kind: 'structured',
    problem: (name, value) => {
      const rows = isList(value, 1, MOST_SITES) ? value : null
      const width = rows !== null && Array.isArray(rows[0]) ? rows[0].length : 0
      const isTable = rows?.every((row) => isList(row, 1, MOST_CRITERIA) && row.length === width) === true
      if (!isTable) {
        return `The input ${name} must be a list of 1 to ${MOST_SITES} rows with 1 to ${MOST_CRITERIA} values each, all rows of one length.`
      }
      for (const [row, cells] of (rows as unknown[][]).entries()) {
        const column = cells.findIndex((cell) => !isCell(cell) && !isOther(cell))
        if (column >= 0) {
          return `The input ${name} must hold ${what} from -${LARGEST} to ${LARGEST}, and row ${row + 1}, column ${column + 1} does not.`
        }
      }
      return null
    },
  }
}

/** Every value known. */
export const completeTable = table('numbers', () => false)

/** Unknown values are null. */
export const tableWithUnknowns = table('numbers, or null for an unknown value,', (cell) => cell === null)

/** A value may also be a range, lower end first. */
export const tableWithRanges = table(
  'numbers, ranges [low, high], or null for an unknown value,',
  (cell) => cell === null || isRange(cell, -LARGEST, LARGEST),
)

export const directions: InputRule = {
  kind: 'structured',
  problem: (name, value) =>
    isList(value, 1, MOST_CRITERIA) && value.every((each) => CRITERION_DIRECTIONS.some((known) => known === each))
      ? null
      : `The input ${name} must be a list of "max" or "min", one a criterion.`,
}

export const weightList: InputRule & { kind: 'structured' } = {
  kind: 'structured',
  problem: (name, value) => {
    const isNumbers = isList(value, 1, MOST_CRITERIA) && value.every((each) => typeof each === 'number')
    if (!isNumbers) return `The input ${name} must be a list of numbers of at least 0, one a criterion.`
    return weightsProblem(value as number[])
  },
}

/** Ends of fixed scales. */
export const boundList: InputRule = {
  kind: 'structured',
  problem: (name, value) => {
    const isBounds =
      isList(value, 1, MOST_CRITERIA) && value.every((each) => isRange(each, -LARGEST, LARGEST) && each[0] < each[1])
    return isBounds ? null : `The input ${name} must be a list of pairs [low, high], low below high, one a criterion.`
  },
}

/** One of some words; the first stands where none is given. */
export function choice(words: readonly string[]): InputRule {
  return {
    kind: 'structured',
    isOptional: true,
    problem: (name, value) =>
      words.some((word) => word === value)
        ? null
        : `The input ${name} must be ${words.map((word) => `"${word}"`).join(' or ')}.`,
  }
}

export const optionalWeightList: InputRule = { ...weightList, isOptional: true }

export function optionalWholeNumber(min: number, max: number): InputRule {
  return {
    kind: 'structured',
    isOptional: true,
    problem: (name, value) =>
      typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
        ? null
        : `The input ${name} must be a whole number from ${min} to ${max}.`,
  }
}

/** All weights that add to 1, or those within ranges. */
export const weightRanges: InputRule = {
  kind: 'structured',
  problem: (name, value) =>
    value === 'uniform simplex' || (isList(value, 1, MOST_CRITERIA) && value.every((each) => isRange(each, 0, 1)))
      ? null
      : `The input ${name} must be "uniform simplex" or a list of ranges [low, high] from 0 to 1, one a criterion.`,
}

export function nameList(most: number): InputRule {
  return {
    kind: 'structured',
    problem: (name, value) =>
      isList(value, 2, most) &&
      value.every((each) => typeof each === 'string' && each.length <= 200) &&
      new Set(value).size === value.length
        ? null
        : `The input ${name} must be a list of 2 to ${most} different texts.`,
  }
}

export const judgments: InputRule = {
  kind: 'structured',
  problem: (name, value) =>
    isList(value, 0, 10_000) && value.every(isJudgment)
      ? null
      : `The input ${name} must be a list of [name, name, ratio] with ratios from ${1 / GREATEST_RATIO} to ${GREATEST_RATIO}.`,
}

function isJudgment(value: unknown): value is Judgment {
  if (!Array.isArray(value) || value.length !== 3) return false
  const [first, second, ratio] = value as unknown[]
  return (
    typeof first === 'string' &&
    typeof second === 'string' &&
    typeof ratio === 'number' &&
    ratio >= 1 / GREATEST_RATIO &&
    ratio <= GREATEST_RATIO
  )
}

function isList(value: unknown, fewest: number, most: number): value is unknown[] {
  return Array.isArray(value) && value.length >= fewest && value.length <= most
}

function isCell(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= LARGEST
}

function isRange(value: unknown, least: number, most: number): value is readonly [number, number] {
  if (!Array.isArray(value) || value.length !== 2) return false
  const [low, high] = value as unknown[]
  return typeof low === 'number' && typeof high === 'number' && low >= least && low <= high && high <= most
}
