import type { SiteColumns } from '../../columns/site-columns.ts'
import { type MiningCurve, miningCurve } from '../mining/mining-curve.ts'
import type { Scenario } from '../scenario/resolve-scenario.ts'
import { type CatalogFacts, catalogFacts } from './columns/catalog-facts.ts'
import { rankColumns, scoreColumns } from './columns/rank-columns.ts'
import type { SiteSelection } from './columns/site-selection.ts'
import { emptyRanking, type UnorderedRanking } from './empty-ranking.ts'
import { isMiningSteady } from './mined-value.ts'
import { orderByScore } from './order-by-score.ts'
import { rankSiteBySite } from './rank-site-by-site.ts'
import type { Ranking } from './ranking.ts'
import { RULER, type Ruler } from './ruler.ts'
import { type ScenarioTerms, scenarioTerms } from './scenario-terms.ts'

/**
 * Promised dates and waits of areas up to which tables of them are worth their memory: more than a century of months,
 * and six years of days.
 */
const MOST_DATES = 2_200

/**
 * Ranks every site under a scenario. Pure: a site's value and score depend on that site, the scenario and
 * the ruler alone.
 * What no scenario changes is kept with the columns object, so its arrays may not be written to after the first ranking.
 */
export function rankSites(columns: SiteColumns, scenario: Scenario, ruler: Ruler = RULER): Ranking {
  const { count } = columns
  const ranking = valued(columns, scenarioTerms(columns, scenario.assumptions), ruler)
  const order = orderByScore(ranking.score)
  const rank = new Uint32Array(count)
  for (let place = 0; place < count; place += 1) rank[order[place] ?? 0] = place + 1
  return { ...ranking, order, rank }
}

/**
 * The scores of selected sites as things stand, by place among them; null where they have to be valued site by site.
 */
export function selectionScores(
  { columns, facts }: SiteSelection,
  terms: ScenarioTerms,
  ruler: Ruler,
): Float64Array | null {
  const curve = curveOf(terms, facts)
  return curve === null ? null : scoreColumns(columns, facts, terms, curve, ruler)
}

/**
 * By columns where revenue falls at one rate and power has one price. A floor under hashprice and power bought hour by
 * hour have no such closed form; they are valued site by site, which takes some ten to a hundred times as long.
 */
function valued(columns: SiteColumns, terms: ScenarioTerms, ruler: Ruler): UnorderedRanking {
  const facts = isMiningSteady(terms) ? catalogFacts(columns) : null
  const curve = facts && curveOf(terms, facts)
  if (facts && curve) return rankColumns(columns, facts, terms, curve, ruler)
  const ranking = emptyRanking(columns.count, ruler)
  rankSiteBySite(columns, terms, ranking)
  return ranking
}

function curveOf(terms: ScenarioTerms, { dates, waits }: CatalogFacts): MiningCurve | null {
  const a = terms.assumptions
  if (!isMiningSteady(terms) || dates.length + waits.stages.length > MOST_DATES) return null
  return miningCurve(
    terms.revenueUsdPerMwh,
    terms.declinePerYear,
    a.miningDiscountRate,
    a.miningAvailability,
    terms.halvings,
    terms.halvingMultiplier,
    terms.endingIncomeUsdPerMwh,
    terms.incomeEndsYears,
  )
}
