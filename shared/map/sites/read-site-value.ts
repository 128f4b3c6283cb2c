import type { SiteColumns } from '../../columns/site-columns.ts'
import { GATE_STATES, GATES, type Ranking } from '../../domain/ranking/ranking.ts'
import { STRATEGIES, type Strategy } from '../../domain/site/strategies.ts'
import type { ClassedValue } from './site-value.ts'

/** Where the values of sites are read. */
export interface SiteValueSource {
  readonly columns: SiteColumns
  readonly ranking: Ranking
  /** In what share of the draws each verdict holds, by row; null where nothing was drawn for this ranking. */
  readonly certainty: Float64Array | null
  /** Decimal year from which time to power is counted. */
  readonly valuationYear: number
}

const FAILED = GATE_STATES.indexOf('fail')
const UNKNOWN = GATE_STATES.indexOf('unknown')

/** Reads a value by row in the unit of its classes (years for time to power); NaN where it is unknown. */
export function readSiteValue(value: ClassedValue, source: SiteValueSource): (row: number) => number {
  const { columns, ranking, certainty, valuationYear } = source
  switch (value) {
    case 'score':
      return (row) => ranking.score[row] ?? Number.NaN
    case 'value':
      return (row) => verdictValueUsdPerMw(ranking, row)
    case 'certainty':
      return (row) => certainty?.[row] ?? Number.NaN
    case 'price':
      return (row) => ranking.powerPriceUsdPerMwh[row] ?? Number.NaN
    case 'mw':
      return (row) => ranking.mw[row] ?? Number.NaN
    case 'time':
      return (row) => promisedYears(columns, row, valuationYear)
    case 'rung':
      return (row) => columns.numbers.mwRungLevel[row] ?? Number.NaN
    case 'failed':
      return (row) => countGates(ranking, row, FAILED)
    case 'open':
      return (row) => countGates(ranking, row, UNKNOWN)
    default:
      return readStrategy(ranking, value)
  }
}

/** Whether any gate of the site is failed. */
export function isGated({ gates }: Ranking, row: number): boolean {
  const from = row * GATES.length
  for (let at = from; at < from + GATES.length; at += 1) if (gates[at] === FAILED) return true
  return false
}

function readStrategy(ranking: Ranking, strategy: Strategy): (row: number) => number {
  const values = ranking.npvUsdPerMw[strategy]
  return (row) => values[row] ?? Number.NaN
}

function verdictValueUsdPerMw({ verdict, npvUsdPerMw }: Ranking, row: number): number {
  const strategy = STRATEGIES[verdict[row] ?? STRATEGIES.length]
  return strategy === undefined ? Number.NaN : (npvUsdPerMw[strategy][row] ?? Number.NaN)
}

/** Nought where power flows already or was promised for the past, which is what its owner says. */
function promisedYears({ numbers }: SiteColumns, row: number, valuationYear: number): number {
  if ((numbers.energizedMw[row] ?? 0) > 0) return 0
  return Math.max(0, (numbers.energizationYear[row] ?? Number.NaN) - valuationYear)
}

function countGates({ gates }: Ranking, row: number, state: number): number {
  let count = 0
  const from = row * GATES.length
  for (let at = from; at < from + GATES.length; at += 1) if (gates[at] === state) count += 1
  return count
}
