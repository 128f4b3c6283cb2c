import type { SiteColumns } from '../../../columns/site-columns.ts'
import type { Ruler } from '../ruler.ts'
import type { ScenarioTerms } from '../scenario-terms.ts'
import { POWER_PRICE, POWER_YEARS, points } from '../score-site.ts'
import { type ScoreTerms, scoreTerms } from '../score-terms.ts'
import { inBlocks, putBack } from './by-position.ts'
import { type CatalogFacts, STAGE_UNKNOWN } from './catalog-facts.ts'
import { type CatalogPoints, catalogPoints } from './fact-points.ts'
import { SameNumbers } from './same-numbers.ts'

/** Power prices, and the points of every criterion but value, under a scenario and a ruler. Nobody may write to them. */
export interface PriceColumns {
  /** By row; empty where the facts are for scores as things stand. */
  readonly powerPriceUsdPerMwh: Float64Array
  /** By position: the same price, and the points with unknowns at their worst and at their best. */
  readonly price: Float64Array
  readonly points: Float64Array
  readonly pointsAtBest: Float64Array
}

interface Kept {
  readonly inputs: SameNumbers
  ruler: Ruler
  columns: PriceColumns
}

const cache = new WeakMap<CatalogFacts, Kept>()

/** Worked out again only when a price, a date or the ruler has changed. `powerYears` is by time. */
export function priceColumns(
  columns: SiteColumns,
  facts: CatalogFacts,
  terms: ScenarioTerms,
  powerYears: Float64Array,
  ruler: Ruler,
): PriceColumns {
  const a = terms.assumptions
  const proxyPrices = Float64Array.of(a.powerPriceElsewhereUsdPerMwh, ...terms.proxyPriceByState)
  const changes = Float64Array.of(a.powerPriceChangeUsdPerMwh, a.powerPriceProxySpread)
  const kept = cache.get(facts)
  const inputs = kept?.inputs ?? new SameNumbers()
  if (inputs.check([proxyPrices, changes, powerYears]) && kept && kept.ruler === ruler) return kept.columns
  const ruled = scoreTerms(ruler)
  const fixed = catalogPoints(columns, facts, ruler)
  const { count, rows } = facts
  const priced = kept?.columns ?? emptyScratch(count)
  const yearsPoints = powerYears.map((years) => points(ruled, POWER_YEARS, years))
  inBlocks(count, (first, end) => {
    pricePositions(facts, fixed, ruled, proxyPrices, changes, yearsPoints, priced, first, end)
  })
  const powerPriceUsdPerMwh = new Float64Array(facts.isAsThingsStand ? 0 : count)
  if (powerPriceUsdPerMwh.length > 0) putBack(priced.price, rows, powerPriceUsdPerMwh)
  const result = { ...priced, powerPriceUsdPerMwh }
  cache.set(facts, { inputs, ruler, columns: result })
  return result
}

function emptyScratch(count: number) {
  return { price: new Float64Array(count), points: new Float64Array(count), pointsAtBest: new Float64Array(count) }
}

function pricePositions(
  facts: CatalogFacts,
  fixed: CatalogPoints,
  ruled: ScoreTerms,
  proxyPrices: Float64Array,
  changes: Float64Array,
  yearsPointsByTime: Float64Array,
  into: Omit<PriceColumns, 'powerPriceUsdPerMwh'>,
  first: number,
  end: number,
): void {
  const { quotedPowerPrice, proxy, flags, time } = facts
  const { points: factPoints, pointsAtBest: factPointsAtBest } = fixed
  const [change = 0, spread = 0] = changes
  const mostYearsPoints = ruled.weights[POWER_YEARS] ?? 0
  for (let position = first; position < end; position += 1) {
    const quoted = quotedPowerPrice[position]!
    const isQuoted = !Number.isNaN(quoted)
    const price = (isQuoted ? quoted : proxyPrices[proxy[position]!]!) + change
    // A quote has no cheap and dear end.
    const wide = isQuoted ? 0 : Math.abs(price) * spread
    const isStageKnown = (flags[position]! & STAGE_UNKNOWN) === 0
    const yearsPoints = isStageKnown ? yearsPointsByTime[time[position]!]! : 0
    const dearPoints = points(ruled, POWER_PRICE, price + wide)
    const cheapPoints = isQuoted ? dearPoints : points(ruled, POWER_PRICE, price - wide)
    into.price[position] = price
    into.points[position] = dearPoints + yearsPoints + factPoints[position]!
    into.pointsAtBest[position] =
      cheapPoints + (isStageKnown ? yearsPoints : mostYearsPoints) + factPointsAtBest[position]!
  }
}
