import type { SiteColumns } from '../../columns/site-columns.ts'
import type { Scenario } from '../scenario/resolve-scenario.ts'
import { STRATEGIES, type Strategy } from '../site/strategies.ts'
import { FAIL, gateStates, isMiningBlocked, UNKNOWN } from './gate-states.ts'
import { bestStrategy, convertibleChances, strategyValue } from './judge-site.ts'
import { orderByScore } from './order-by-score.ts'
import { GATES, type Ranking } from './ranking.ts'
import { RULER } from './ruler.ts'
import { type ScenarioTerms, scenarioTerms } from './scenario-terms.ts'
import { criterionValues, type ScoredValue, scoreSite } from './score-site.ts'
import { assumeBest, emptyFacts, readFacts } from './site-facts.ts'
import { emptyValue, valueSite } from './site-value.ts'

const NONE = STRATEGIES.length

/** Ranks every site under a scenario. Pure: a site's value and score depend on that site and the scenario alone. */
export function rankSites(columns: SiteColumns, scenario: Scenario): Ranking {
  const { count } = columns
  const terms = scenarioTerms(columns, scenario.assumptions)
  const ranking = emptyRanking(count)
  rankRows(columns, terms, ranking)
  const order = orderByScore(ranking.score)
  const rank = new Uint32Array(count)
  for (let place = 0; place < count; place += 1) rank[order[place] ?? 0] = place + 1
  return { ...ranking, order, rank }
}

type Unordered = Omit<Ranking, 'order' | 'rank'>

function emptyRanking(count: number): Unordered {
  const npv = {} as Record<Strategy, Float64Array>
  for (const strategy of STRATEGIES) npv[strategy] = new Float64Array(count)
  return {
    count,
    score: new Float64Array(count),
    scoreAtBest: new Float64Array(count),
    verdict: new Uint8Array(count),
    npvUsdPerMw: npv,
    gates: new Uint8Array(count * GATES.length),
    mw: new Float64Array(count),
    unproven: new Uint8Array(count),
    powerPriceUsdPerMwh: new Float64Array(count),
  }
}

function rankRows(columns: SiteColumns, terms: ScenarioTerms, ranking: Unordered): void {
  const a = terms.assumptions
  const facts = emptyFacts()
  const value = emptyValue()
  const atBest = emptyValue()
  const criteria = new Float64Array(RULER.criteria.length)
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

    scored.bestUsdPerMw = bestValue
    scored.powerYears = value.powerYears
    criterionValues(facts, scored, criteria)
    assumeBest(terms, facts)
    valueSite(terms, facts, 1, atBest)
    const most = bestStrategy(atBest, isMineBlocked, fails > 0)
    scored.bestUsdPerMwAtBest = most < 0 ? Number.NEGATIVE_INFINITY : strategyValue(atBest, most)
    scoreSite(criteria, facts, scored, row, ranking.score, ranking.scoreAtBest)
  }
}
