import { RULER } from './ruler.ts'
import type { SiteFacts } from './site-facts.ts'

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
}

/** Positions in the ruler's criteria. */
export const VALUE = 0
export const POWER_PRICE = 1
export const POWER_YEARS = 4
const FIRST_FACT = 2

// The ruler as arrays: a criterion's share is (x − from) · slope, with x and the bounds as logarithms on a log scale.
const COUNT = RULER.criteria.length
const WEIGHTS = Float64Array.from(RULER.criteria, ({ weight }) => 100 * weight)
const IS_LOG = Uint8Array.from(RULER.criteria, ({ scale }) => (scale === 'log' ? 1 : 0))
const FROM = Float64Array.from(RULER.criteria, ({ scale, worst }) => (scale === 'log' ? Math.log(worst) : worst))
const SLOPE = Float64Array.from(RULER.criteria, ({ scale, worst, best }) =>
  scale === 'log' ? 1 / Math.log(best / worst) : 1 / (best - worst),
)

/**
 * Writes a site's weighted sums on the ruler, 0 to 100: `score` with an unknown criterion at 0 and a proxy power
 * price at its dear end, `scoreAtBest` with an unknown criterion at 1 and a proxy price at its cheap end.
 */
export function scoreSite(
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
    points(VALUE, scored.bestUsdPerMw) +
    points(POWER_PRICE, price + spread) +
    (isYearsKnown ? points(POWER_YEARS, years) : 0) +
    factPoints(values, 0)
  scoreAtBest[row] =
    points(VALUE, Math.max(scored.bestUsdPerMw, scored.bestUsdPerMwAtBest)) +
    points(POWER_PRICE, price - spread) +
    (isYearsKnown ? points(POWER_YEARS, years) : (WEIGHTS[POWER_YEARS] ?? 0)) +
    factPoints(values, 1)
}

/** Points of the criteria that no scenario changes; an unknown one earns `shareOfUnknown` of its weight. */
export function factPoints(values: Float64Array, shareOfUnknown: number): number {
  let sum = 0
  for (let index = FIRST_FACT; index < COUNT; index += 1) {
    if (index === POWER_YEARS) continue
    const value = values[index] ?? Number.NaN
    sum += Number.isNaN(value) ? shareOfUnknown * (WEIGHTS[index] ?? 0) : points(index, value)
  }
  return sum
}

/** Points that a site earns for a value on the criterion at a position of the ruler. */
export function points(index: number, value: number): number {
  const x = IS_LOG[index] === 1 ? Math.log(Math.max(value, 1e-9)) : value
  const share = (x - (FROM[index] ?? 0)) * (SLOPE[index] ?? 0)
  const weight = WEIGHTS[index] ?? 0
  return share >= 1 ? weight : share > 0 ? weight * share : 0
}
