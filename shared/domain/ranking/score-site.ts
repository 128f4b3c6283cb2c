import { RULER, utilityOf } from './ruler.ts'
import type { SiteFacts } from './site-facts.ts'

const CRITERIA = RULER.criteria

/** What the score needs beside the facts. */
export interface ScoredValue {
  /** Best value of a strategy that its gates allow, and the same with everything unknown at its best. */
  bestUsdPerMw: number
  bestUsdPerMwAtBest: number
  powerYears: number
  proxySpread: number
}

/** The criteria's values of one site, in the ruler's order, NaN where unknown. */
export function criterionValues(facts: SiteFacts, scored: ScoredValue, into: Float64Array): void {
  into[0] = scored.bestUsdPerMw
  into[1] = facts.powerPrice
  into[2] = facts.mw
  into[3] = facts.rungLevel
  into[4] = facts.isStageKnown ? scored.powerYears : Number.NaN
  into[5] = facts.gridVoltageKv
  into[6] = facts.substationMi
  into[7] = facts.landAcres
  into[8] = facts.fiberMi
  into[9] = facts.flood
  into[10] = facts.firm
  into[11] = facts.zoning
}

/** Weighted sum on the ruler, 0 to 100: an unknown criterion counts 0, a proxy power price at its dear end. */
export function scoreAtWorst(values: Float64Array, facts: SiteFacts, scored: ScoredValue): number {
  return score(values, 0, values[0] ?? Number.NaN, 1 + scored.proxySpread, facts)
}

/** The same with an unknown criterion at 1 and a proxy power price at its cheap end. */
export function scoreAtBest(values: Float64Array, facts: SiteFacts, scored: ScoredValue): number {
  return score(values, 1, Math.max(scored.bestUsdPerMw, scored.bestUsdPerMwAtBest), 1 - scored.proxySpread, facts)
}

function score(values: Float64Array, unknown: number, value: number, proxyFactor: number, facts: SiteFacts): number {
  const isProxy = Number.isNaN(facts.quotedPowerPrice)
  let sum = 0
  for (let index = 0; index < CRITERIA.length; index += 1) {
    const criterion = CRITERIA[index]
    if (criterion === undefined) continue
    let each = values[index] ?? Number.NaN
    if (index === 0) each = value
    else if (index === 1 && isProxy) each += Math.abs(each) * (proxyFactor - 1)
    const utility = !Number.isNaN(each) ? utilityOf(criterion, each) : unknown
    sum += criterion.weight * utility
  }
  return 100 * sum
}
