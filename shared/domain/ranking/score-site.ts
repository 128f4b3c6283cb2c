import { CRITERIA } from './criteria.ts'
import type { ScoreTerms } from './score-terms.ts'
import type { SiteFacts } from './site-facts.ts'

/** What the score needs beside the facts. */
export interface ScoredValue {
  /** Best value of a strategy that its gates allow, and the same with everything unknown at its best. */
  bestUsdPerMw: number
  bestUsdPerMwAtBest: number
  powerYears: number
  proxySpread: number
}

/** The criteria's values of one site, in the order of CRITERIA, NaN where unknown. */
export function criterionValues(facts: SiteFacts, scored: ScoredValue, into: Float64Array): void {
  into[VALUE] = scored.bestUsdPerMw
  into[POWER_PRICE] = facts.powerPrice
  into[2] = facts.mw
  into[3] = facts.rungLevel
  into[POWER_YEARS] = facts.isStageKnown ? scored.powerYears : Number.NaN
  into[5] = facts.gridVoltageKv
  into[6] = facts.substationMi
  into[7] = facts.landAcres
  into[8] = facts.fiberMi
  into[9] = facts.flood
  into[10] = facts.firm
  into[11] = facts.zoning
  into[12] = 1 - facts.firm
  into[13] = facts.fiberRoutes
  into[14] = facts.liquidCooling
  into[15] = facts.placePrecision
  into[16] = facts.queueAheadMw / facts.mw
}

/** Positions in CRITERIA. */
export const VALUE = CRITERIA.indexOf('value')
export const POWER_PRICE = CRITERIA.indexOf('power_price')
export const POWER_YEARS = CRITERIA.indexOf('time_to_power')
const FIRST_FACT = 2

/**
 * Writes a site's weighted sums on the ruler, 0 to 100: `score` with an unknown criterion at 0 and a proxy power
 * price at its dear end, `scoreAtBest` with an unknown criterion at 1 and a proxy price at its cheap end.
 */
export function scoreSite(
  ruled: ScoreTerms,
  values: Float64Array,
  facts: SiteFacts,
  scored: ScoredValue,
  row: number,
  score: Float64Array,
  scoreAtBest: Float64Array,
): void {
  const price = values[POWER_PRICE] ?? 0
  const spread = Number.isNaN(facts.quotedPowerPrice) ? Math.abs(price) * scored.proxySpread : 0
  const years = values[POWER_YEARS] ?? Number.NaN
  const isYearsKnown = !Number.isNaN(years)
  score[row] =
    points(ruled, VALUE, scored.bestUsdPerMw) +
    points(ruled, POWER_PRICE, price + spread) +
    (isYearsKnown ? points(ruled, POWER_YEARS, years) : 0) +
    factPoints(ruled, values, 0)
  scoreAtBest[row] =
    points(ruled, VALUE, Math.max(scored.bestUsdPerMw, scored.bestUsdPerMwAtBest)) +
    points(ruled, POWER_PRICE, price - spread) +
    (isYearsKnown ? points(ruled, POWER_YEARS, years) : (ruled.weights[POWER_YEARS] ?? 0)) +
    factPoints(ruled, values, 1)
}

/** Points of the criteria that no scenario changes; an unknown one earns `shareOfUnknown` of its weight. */
export function factPoints(ruled: ScoreTerms, values: Float64Array, shareOfUnknown: number): number {
  let sum = 0
  for (let index = FIRST_FACT; index < CRITERIA.length; index += 1) {
    if (index === POWER_YEARS) continue
    const value = values[index] ?? Number.NaN
    sum += Number.isNaN(value) ? shareOfUnknown * (ruled.weights[index] ?? 0) : points(ruled, index, value)
  }
  return sum
}

/** Points that a site earns for a value on the criterion at a position of CRITERIA. */
export function points(ruled: ScoreTerms, index: number, value: number): number {
  const x = ruled.isLog[index] === 1 ? Math.log(Math.max(value, 1e-9)) : value
  const share = (x - (ruled.from[index] ?? 0)) * (ruled.slope[index] ?? 0)
  const weight = ruled.weights[index] ?? 0
  return share >= 1 ? weight : share > 0 ? weight * share : 0
}
