import { CRITERIA } from './criteria.ts'
import { bestValueUnderLens } from './judge-site.ts'
import { type Criterion, type Ruler, utilityOf } from './ruler.ts'
import { criterionValues } from './score-site.ts'
import type { SiteCase } from './site-case.ts'
import { assumeBest } from './site-facts.ts'
import { emptyValue, valueSite } from './site-value.ts'

/** Utilities of a site on the weighed criteria of a ruler, in its order: unknowns at their worst and at their best. */
export interface SiteUtilities {
  readonly low: readonly number[]
  readonly high: readonly number[]
}

/** The criteria that count: those with a weight above 0. */
export function weighedCriteria(ruler: Ruler): readonly Criterion[] {
  return ruler.criteria.filter(({ weight }) => weight > 0)
}

/** The weighted sums of the two, times 100, are the site's score and its best score. */
export function siteUtilities(each: SiteCase, ruler: Ruler): SiteUtilities {
  const { facts, terms, value, isMineBlocked, isAiBlocked } = each
  const bestUsdPerMw = bestValueUnderLens(value, ruler.lens, isMineBlocked, isAiBlocked)
  const bestFacts = { ...facts }
  const bestValue = emptyValue()
  assumeBest(terms, bestFacts)
  valueSite(terms, bestFacts, 1, bestValue)
  const bestUsdPerMwAtBest = Math.max(
    bestUsdPerMw,
    bestValueUnderLens(bestValue, ruler.lens, isMineBlocked, isAiBlocked),
  )
  const proxySpread = terms.assumptions.powerPriceProxySpread
  const known = new Float64Array(CRITERIA.length)
  criterionValues(facts, { bestUsdPerMw, bestUsdPerMwAtBest, powerYears: value.powerYears, proxySpread }, known)
  const spread = Number.isNaN(facts.quotedPowerPrice) ? Math.abs(facts.powerPrice) * proxySpread : 0
  const valueAt = (criterion: Criterion, isAtBest: boolean): number => {
    if (criterion.id === 'value') return isAtBest ? bestUsdPerMwAtBest : bestUsdPerMw
    const found = known[CRITERIA.indexOf(criterion.id)] ?? Number.NaN
    return criterion.id === 'power_price' ? found + (isAtBest ? -spread : spread) : found
  }
  const utilities = (isAtBest: boolean) =>
    weighedCriteria(ruler).map((criterion) => {
      const found = valueAt(criterion, isAtBest)
      return Number.isNaN(found) ? (isAtBest ? 1 : 0) : utilityOf(criterion, found)
    })
  return { low: utilities(false), high: utilities(true) }
}
