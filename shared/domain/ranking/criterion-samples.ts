import type { SiteColumns } from '../../columns/site-columns.ts'
import type { Assumptions } from '../scenario/assumption-defs.ts'
import { CRITERIA, type CriterionId } from './criteria.ts'
import { FAIL, gateStates, isMiningBlocked, UNKNOWN } from './gate-states.ts'
import { bestValueUnderLens, convertibleChances } from './judge-site.ts'
import type { Lens } from './lens.ts'
import { GATES } from './ranking.ts'
import { scenarioTerms } from './scenario-terms.ts'
import { criterionValues } from './score-site.ts'
import { emptyFacts, readFacts } from './site-facts.ts'
import { emptyValue, valueSite } from './site-value.ts'

/** Known values of a criterion over sites of a catalog, lowest first, and the share of the sites it is unknown of. */
export interface CriterionSample {
  readonly values: Float64Array
  readonly unknownShare: number
}

/** What a catalog holds of every criterion, read from at most `most` sites evenly spread over its rows. */
export function criterionSamples(
  columns: SiteColumns,
  assumptions: Assumptions,
  lens: Lens,
  most: number,
): Readonly<Record<CriterionId, CriterionSample>> {
  const rows = Math.min(columns.count, most)
  const terms = scenarioTerms(columns, assumptions)
  const convertible = convertibleChances(assumptions.unsurveyedConvertibleShare)
  const facts = emptyFacts()
  const value = emptyValue()
  const gates = new Uint8Array(GATES.length)
  const found = new Float64Array(CRITERIA.length)
  const samples = CRITERIA.map(() => new Float64Array(rows))
  for (let index = 0; index < rows; index += 1) {
    readFacts(terms, columns, Math.floor((index * columns.count) / rows), facts)
    gateStates(facts, assumptions, gates, 0)
    valueSite(terms, facts, convertible[gates.filter((state) => state === UNKNOWN).length] ?? 0, value)
    const best = bestValueUnderLens(value, lens, isMiningBlocked(facts, assumptions), gates.includes(FAIL))
    const scored = { bestUsdPerMw: best, bestUsdPerMwAtBest: best, powerYears: value.powerYears, proxySpread: 0 }
    criterionValues(facts, scored, found)
    for (const [criterion, sample] of samples.entries()) sample[index] = found[criterion] ?? Number.NaN
  }
  return Object.fromEntries(
    CRITERIA.map((id, index) => {
      const values = (samples[index] ?? new Float64Array()).filter(Number.isFinite).sort()
      return [id, { values, unknownShare: rows === 0 ? 0 : 1 - values.length / rows }]
    }),
  ) as Record<CriterionId, CriterionSample>
}
