import type { SiteColumns } from '../../columns/site-columns.ts'
import { STRATEGIES } from '../site/strategies.ts'
import { CRITERIA } from './criteria.ts'
import type { UnorderedRanking } from './empty-ranking.ts'
import { FAIL, gateStates, isMiningBlocked, UNKNOWN } from './gate-states.ts'
import { bestStrategy, bestValueUnderLens, convertibleChances, strategyValue } from './judge-site.ts'
import { GATES } from './ranking.ts'
import type { ScenarioTerms } from './scenario-terms.ts'
import { criterionValues, type ScoredValue, scoreSite } from './score-site.ts'
import { scoreTerms } from './score-terms.ts'
import { assumeBest, emptyFacts, readFacts } from './site-facts.ts'
import { emptyValue, valueSite } from './site-value.ts'

const NONE = STRATEGIES.length

/**
 * Values and scores one site after the other by the ranking's ruler, by the very functions that explain a site. It is what the tables of
 * `rankColumns` have to agree with, and it ranks the scenarios that they do not cover.
 */
export function rankSiteBySite(columns: SiteColumns, terms: ScenarioTerms, ranking: UnorderedRanking): void {
  const a = terms.assumptions
  const { lens } = ranking.ruler
  const ruled = scoreTerms(ranking.ruler)
  const facts = emptyFacts()
  const value = emptyValue()
  const atBest = emptyValue()
  const criteria = new Float64Array(CRITERIA.length)
  const scored: ScoredValue = {
    bestUsdPerMw: 0,
    bestUsdPerMwAtBest: 0,
    powerYears: 0,
    proxySpread: a.powerPriceProxySpread,
  }
  const convertibleByUnknowns = convertibleChances(a.unsurveyedConvertibleShare)
  const { mine, lease, cloud, colo, hybrid } = ranking.npvUsdPerMw
  for (let row = 0; row < columns.count; row += 1) {
    readFacts(terms, columns, row, facts)
    const gatesAt = row * GATES.length
    gateStates(facts, a, ranking.gates, gatesAt)
    let unknowns = 0
    let fails = 0
    for (let gate = gatesAt; gate < gatesAt + GATES.length; gate += 1) {
      if (ranking.gates[gate] === UNKNOWN) unknowns += 1
      else if (ranking.gates[gate] === FAIL) fails += 1
    }
    valueSite(terms, facts, convertibleByUnknowns[unknowns] ?? 0, value)
    const isMineBlocked = isMiningBlocked(facts, a)
    mine[row] = value.mine
    lease[row] = value.lease
    cloud[row] = value.cloud
    colo[row] = value.colo
    hybrid[row] = value.hybrid
    ranking.mw[row] = facts.mw
    ranking.powerPriceUsdPerMwh[row] = facts.powerPrice
    ranking.unproven[row] = facts.rungLevel > 0 ? 0 : 1
    const best = bestStrategy(value, isMineBlocked, fails > 0)
    const bestValue = best < 0 ? Number.NEGATIVE_INFINITY : strategyValue(value, best)
    ranking.verdict[row] = bestValue > 0 ? best : NONE

    scored.bestUsdPerMw = bestValueUnderLens(value, lens, isMineBlocked, fails > 0)
    scored.powerYears = value.powerYears
    criterionValues(facts, scored, criteria)
    assumeBest(terms, facts)
    valueSite(terms, facts, 1, atBest)
    scored.bestUsdPerMwAtBest = bestValueUnderLens(atBest, lens, isMineBlocked, fails > 0)
    scoreSite(ruled, criteria, facts, scored, row, ranking.score, ranking.scoreAtBest)
  }
}
