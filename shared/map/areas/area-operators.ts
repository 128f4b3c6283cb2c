import type { AreaIndex } from './area-index.ts'

/** A piece of evidence of who runs the grid in a county: queue requests or a site there. */
export interface OperatorEvidence {
  readonly fips: string
  readonly operator: string
  /** Requests and sites; more of them outweigh one that is near a border or wrong. */
  readonly count: number
}

/** Who runs the grid of a county, as far as the catalog tells. */
export interface CountyOperator {
  readonly operator: string
  /** `county`: told by what lies in it. `state`: nine tenths of what is known in its state name this operator. */
  readonly basis: 'county' | 'state'
  readonly count: number
  /** Other operators that something in the county names. */
  readonly others: readonly string[]
}

/** Fewest pieces of evidence in a state, and the share of them that must agree, before they speak for its other counties. */
const FEWEST_FOR_STATE = 3
const SHARE_FOR_STATE = 0.9

/**
 * Grid operators by county, derived: no free map of their territories exists. A county has the operator that most
 * requests and sites in it name; a county without any has that of its state, where nine in ten of the state's agree.
 */
export function countyOperators(
  areas: Pick<AreaIndex, 'counties'>,
  evidence: readonly OperatorEvidence[],
): ReadonlyMap<string, CountyOperator> {
  const byCounty = tally(evidence, (each) => each.fips)
  const byState = tally(evidence, (each) => each.fips.slice(0, 2))
  const operators = new Map<string, CountyOperator>()
  for (const { fips } of areas.counties) {
    const own = byCounty.get(fips)
    if (own) {
      const [first, ...rest] = [...own].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      operators.set(fips, {
        operator: first![0],
        basis: 'county',
        count: first![1],
        others: rest.map(([operator]) => operator),
      })
      continue
    }
    const around = [...(byState.get(fips.slice(0, 2)) ?? [])].sort((a, b) => b[1] - a[1])
    const total = around.reduce((sum, [, count]) => sum + count, 0)
    const [operator, count] = around[0] ?? ['', 0]
    if (total >= FEWEST_FOR_STATE && count >= SHARE_FOR_STATE * total)
      operators.set(fips, { operator, basis: 'state', count, others: [] })
  }
  return operators
}

function tally(
  evidence: readonly OperatorEvidence[],
  keyOf: (each: OperatorEvidence) => string,
): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>()
  for (const each of evidence) {
    const key = keyOf(each)
    const of = counts.get(key) ?? new Map<string, number>()
    of.set(each.operator, (of.get(each.operator) ?? 0) + each.count)
    counts.set(key, of)
  }
  return counts
}

/** Names that a catalog uses for the operators whose queues are public; other names are kept as they are. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/^ERCOT\b/i, 'ERCOT'],
  [/^PJM\b|^DOMINION\b|^VEPCO\b/i, 'PJM'],
  [/^MISO\b/i, 'MISO'],
  [/^SPP\b|^SOUTHWEST POWER POOL/i, 'SPP'],
  [/^CAISO\b|^CALIFORNIA ISO/i, 'CAISO'],
  [/^NYISO\b/i, 'NYISO'],
  [/^(ISO-?NE|ISO NEW ENGLAND)\b/i, 'ISO-NE'],
]

/** One name for an operator however it is written ("PJM/Dominion" is PJM); '' where none is known. */
export function operatorName(text: string): string {
  const trimmed = text.trim()
  return KNOWN.find(([pattern]) => pattern.test(trimmed))?.[1] ?? trimmed.split('/')[0]!.trim()
}
