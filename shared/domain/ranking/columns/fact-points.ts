import type { SiteColumns } from '../../../columns/site-columns.ts'
import { CRITERIA } from '../criteria.ts'
import type { Ruler } from '../ruler.ts'
import { criterionValues, factPoints, type ScoredValue } from '../score-site.ts'
import { scoreTerms } from '../score-terms.ts'
import { emptyFacts, readFacts } from '../site-facts.ts'
import { anyTerms, type CatalogFacts } from './catalog-facts.ts'

/** Points of the criteria that no scenario changes, by position in `rows`, with unknowns at their worst and at their best. */
export interface CatalogPoints {
  readonly points: Float64Array
  readonly pointsAtBest: Float64Array
}

const cache = new WeakMap<CatalogFacts, WeakMap<Ruler, CatalogPoints>>()

/** The points of a catalog on a ruler, added up once for each ruler object and kept as long as it is in use. */
export function catalogPoints(columns: SiteColumns, facts: CatalogFacts, ruler: Ruler): CatalogPoints {
  const byRuler = cache.get(facts) ?? new WeakMap<Ruler, CatalogPoints>()
  cache.set(facts, byRuler)
  let points = byRuler.get(ruler)
  if (points === undefined) {
    points = addUp(columns, facts.rows, ruler)
    byRuler.set(ruler, points)
  }
  return points
}

function addUp(columns: SiteColumns, rows: Uint32Array, ruler: Ruler): CatalogPoints {
  const terms = anyTerms(columns)
  const ruled = scoreTerms(ruler)
  const site = emptyFacts()
  const criteria = new Float64Array(CRITERIA.length)
  const points = new Float64Array(rows.length)
  const pointsAtBest = new Float64Array(rows.length)
  for (let position = 0; position < rows.length; position += 1) {
    readFacts(terms, columns, rows[position]!, site)
    criterionValues(site, NO_VALUE, criteria)
    points[position] = factPoints(ruled, criteria, 0)
    pointsAtBest[position] = factPoints(ruled, criteria, 1)
  }
  return { points, pointsAtBest }
}

/** Stands in for what the criteria read of a valuation; the points added up here count none of it. */
const NO_VALUE: ScoredValue = { bestUsdPerMw: 0, bestUsdPerMwAtBest: 0, powerYears: 0, proxySpread: 0 }
