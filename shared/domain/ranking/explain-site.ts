import type { SiteColumns } from '../../columns/site-columns.ts'
import { nearMiss } from '../gates/near-miss.ts'
import { explainEffectiveMw } from '../megawatts/explain-effective-mw.ts'
import { explainPowerPrice } from '../power-price/explain-power-price.ts'
import type { Scenario } from '../scenario/resolve-scenario.ts'
import { EVIDENCE_RUNGS } from '../site/evidence-rung.ts'
import { VERDICTS } from '../site/strategies.ts'
import { breakEven, verdictChanges } from './break-evens.ts'
import { explainCriteria } from './explain-criteria.ts'
import { explainGates } from './explain-gates.ts'
import { explainStrategies } from './explain-strategies.ts'
import { findOutNext } from './find-out-next.ts'
import type { Ranking } from './ranking.ts'
import { type SiteCase, siteCase } from './site-case.ts'
import type { SiteExplanation } from './site-explanation.ts'
import { verdictSentence } from './verdict-sentence.ts'

/** Everything there is to say about one ranked site; the ranking must come from the same columns and scenario. */
export function explainSite(columns: SiteColumns, ranking: Ranking, row: number, scenario: Scenario): SiteExplanation {
  const each = siteCase(columns, row, scenario.assumptions)
  const changes = verdictChanges(each)
  return {
    row,
    rank: ranking.rank[row] ?? 0,
    score: ranking.score[row] ?? Number.NaN,
    scoreAtBest: ranking.scoreAtBest[row] ?? Number.NaN,
    verdict: VERDICTS[ranking.verdict[row] ?? VERDICTS.length - 1] ?? 'none',
    sentence: verdictSentence(each, changes),
    strategies: explainStrategies(each),
    gates: explainGates(each),
    nearMiss: nearMiss(each),
    criteria: explainCriteria(each, ranking.ruler),
    breakEvens: changes.map(breakEven),
    powerPrice: explainPowerPrice(each),
    mw: megawatts(each),
    effectiveMw: explainEffectiveMw(each),
    findOutNext: findOutNext(each),
  }
}

/** The largest figure anybody names against the largest that stands above a claim. */
function megawatts({ facts, site }: SiteCase): SiteExplanation['mw'] {
  const energized = known(site.numbers.energizedMw[0])
  const planned = known(site.numbers.plannedMw[0])
  const queued = known(site.numbers.queueMw[0])
  const claimed = Math.max(...[energized, planned, queued].map((mw) => mw ?? 0))
  const basis = energized !== null ? 'energized' : planned !== null ? 'contracted or planned' : 'queue position'
  const rung = EVIDENCE_RUNGS[facts.rungLevel] ?? 'no evidence on file'
  return {
    claimed: claimed > 0 ? claimed : Number.NaN,
    evidenced: facts.rungLevel > 0 ? facts.mw : Number.NaN,
    basis: claimed > 0 ? (basis === rung ? basis : `${basis}, ${rung}`) : 'no load megawatts are known',
  }
}

function known(value: number | undefined): number | null {
  return value !== undefined && value > 0 ? value : null
}
