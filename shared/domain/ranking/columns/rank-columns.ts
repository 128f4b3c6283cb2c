import type { SiteColumns } from '../../../columns/site-columns.ts'
import type { MiningCurve } from '../../mining/mining-curve.ts'
import type { UnorderedRanking } from '../empty-ranking.ts'
import { LENSES } from '../lens.ts'
import type { Ruler } from '../ruler.ts'
import type { ScenarioTerms } from '../scenario-terms.ts'
import { scoreTerms } from '../score-terms.ts'
import { aiColumns } from './ai-columns.ts'
import { inBlocks, putBack } from './by-position.ts'
import type { CatalogFacts } from './catalog-facts.ts'
import { catalogGates } from './catalog-gates.ts'
import type { MineCases, Stretches } from './mine-cases.ts'
import { placeTerms } from './place-terms.ts'
import { powerTable } from './power-table.ts'
import { priceColumns } from './price-columns.ts'
import { scorePositions } from './score-columns.ts'
import { scoreScratch } from './score-scratch.ts'
import { taxYears } from './tax-years.ts'
import { timeTerms } from './time-terms.ts'
import { valueMines } from './value-mines.ts'

/**
 * Values and scores every row: the valuation of `valueSite` with each exponential taken from the tables of places and
 * dates, with the valuation at a site's best left out as soon as it cannot move the score, and with everything kept that
 * has not changed since the frame before. `rankSiteBySite` is what it has to agree with.
 */
export function rankColumns(
  columns: SiteColumns,
  facts: CatalogFacts,
  terms: ScenarioTerms,
  curve: MiningCurve,
  ruler: Ruler,
): UnorderedRanking {
  const { count, rows, mw, unproven } = facts
  const { gates, prices, ai, sorted } = scored(columns, facts, terms, curve, ruler)
  const column = (values: Float64Array) => {
    const byRow = new Float64Array(count)
    putBack(values, rows, byRow)
    return byRow
  }
  const verdict = new Uint8Array(count)
  putBack(sorted.verdict, rows, verdict)
  return {
    count,
    ruler,
    score: column(sorted.score),
    scoreAtBest: column(sorted.scoreAtBest),
    verdict,
    npvUsdPerMw: {
      mine: column(ai.cases.mine),
      lease: ai.lease,
      cloud: ai.cloud,
      colo: ai.colo,
      hybrid: column(ai.cases.hybrid),
    },
    gates: gates.states,
    mw,
    unproven,
    powerPriceUsdPerMwh: prices.powerPriceUsdPerMwh,
  }
}

/** The scores alone, by row. */
export function scoreColumns(
  columns: SiteColumns,
  facts: CatalogFacts,
  terms: ScenarioTerms,
  curve: MiningCurve,
  ruler: Ruler,
): Float64Array {
  const score = new Float64Array(facts.count)
  putBack(scored(columns, facts, terms, curve, ruler).sorted.score, facts.rows, score)
  return score
}

function scored(columns: SiteColumns, facts: CatalogFacts, terms: ScenarioTerms, curve: MiningCurve, ruler: Ruler) {
  const a = terms.assumptions
  const { count } = facts
  const ruled = scoreTerms(ruler)
  const gates = catalogGates(facts, a)
  const times = timeTerms(terms, curve, facts)
  const places = placeTerms(terms)
  const prices = priceColumns(columns, facts, terms, times.powerYears, ruler)
  const ai = aiColumns(facts, terms, gates, prices, places, times, ruler)
  const rates = {
    scalars: Float64Array.of(
      terms.miningCostAdderUsdPerMwh,
      terms.scrapUsdPerMw,
      curve.hoursPerYear / curve.discountRate,
      curve.hoursPerYear / (curve.discountRate + curve.declinePerYear),
      1 / curve.revenueUsdPerMwh,
      a.leaseDiscountRate / curve.hoursPerYear / (1 - (terms.tax?.rate ?? 0)),
      terms.endingIncomeUsdPerMwh,
      a.asicDecayPerYear / curve.declinePerYear,
    ),
    discountPowers: powerTable(curve.discountRate / curve.declinePerYear).terms,
    leasePowers: powerTable(a.leaseDiscountRate / curve.declinePerYear).terms,
    tax: terms.tax === null ? null : taxYears(terms.tax, curve, times),
  }
  const valueAll = (cases: MineCases, { times: timeOf, ends }: Stretches) => {
    let first = 0
    for (let index = 0; index < ends.length; index += 1) {
      const end = ends[index]!
      if (end > first) valueMines(cases, places, times.mining, timeOf[index]!, curve, rates, first, end)
      first = end
    }
  }
  valueAll(ai.cases, facts.stretches)
  valueAll(ai.casesAtBest, ai.stretchesAtBest)
  const lens = LENSES.indexOf(ruler.lens)
  const sorted = scoreScratch(facts)
  inBlocks(count, (first, end) => scorePositions(prices, ai, ruled, lens, sorted, first, end))
  return { gates, prices, ai, sorted }
}
