import type { SiteColumns } from '../../columns/site-columns.ts'
import type { Assumptions } from '../scenario/assumption-defs.ts'
import { STRATEGIES, type Strategy, VERDICTS, type Verdict } from '../site/strategies.ts'
import { FAIL, gateStates, isMiningBlocked, UNKNOWN } from './gate-states.ts'
import { bestStrategy, convertibleChances, strategyValue } from './judge-site.ts'
import { GATES } from './ranking.ts'
import { type ScenarioTerms, scenarioTerms, type TimeTables } from './scenario-terms.ts'
import { singleSite } from './single-site.ts'
import { emptyFacts, readFacts, type SiteFacts } from './site-facts.ts'
import { emptyValue, type SiteValue, valueSite } from './site-value.ts'

/** One site under one scenario with every figure on the way, for explanations and break-evens. */
export interface SiteCase {
  readonly site: SiteColumns
  readonly terms: ScenarioTerms
  readonly facts: SiteFacts
  readonly value: SiteValue
  /** Positions in GATE_STATES, in the order of GATES. */
  readonly gates: Uint8Array
  readonly unknownGates: number
  readonly isAiBlocked: boolean
  readonly isMineBlocked: boolean
  readonly verdict: Verdict
}

export function siteCase(columns: SiteColumns, row: number, assumptions: Assumptions): SiteCase {
  return caseOf(singleSite(columns, row), assumptions)
}

/** The same for columns that hold one site only; `times` spares the tables that no price changes. */
export function caseOf(site: SiteColumns, assumptions: Assumptions, times?: TimeTables): SiteCase {
  const terms = scenarioTerms(site, assumptions, times)
  const facts = emptyFacts()
  readFacts(terms, site, 0, facts)
  const gates = new Uint8Array(GATES.length)
  gateStates(facts, assumptions, gates, 0)
  const unknownGates = gates.filter((state) => state === UNKNOWN).length
  const value = emptyValue()
  valueSite(terms, facts, convertibleChances(assumptions.unsurveyedConvertibleShare)[unknownGates] ?? 0, value)
  const isMineBlocked = isMiningBlocked(facts, assumptions)
  const isAiBlocked = gates.includes(FAIL)
  const best = bestStrategy(value, isMineBlocked, isAiBlocked)
  const verdict = best >= 0 && strategyValue(value, best) > 0 ? (VERDICTS[best] ?? 'none') : 'none'
  return { site, terms, facts, value, gates, unknownGates, isAiBlocked, isMineBlocked, verdict }
}

export function isBlocked(each: SiteCase, strategy: Strategy): boolean {
  return strategy === 'mine' ? each.isMineBlocked : each.isAiBlocked
}

/** The allowed strategy with the highest value, whether or not it pays; null where all are blocked. */
export function bestAllowed(each: SiteCase): Strategy | null {
  const best = bestStrategy(each.value, each.isMineBlocked, each.isAiBlocked)
  return STRATEGIES[best] ?? null
}
