import type { SiteColumns } from '../../../columns/site-columns.ts'
import { CRITERIA, criterionDef } from '../criteria.ts'
import type { Ruler } from '../ruler.ts'
import { criterionValues, factPoints, POWER_PRICE, POWER_YEARS, type ScoredValue, VALUE } from '../score-site.ts'
import { scoreTerms } from '../score-terms.ts'
import { emptyFacts, readFacts } from '../site-facts.ts'
import { anyTerms, type CatalogFacts } from './catalog-facts.ts'

/** Points of the criteria that no scenario changes, by position in `rows`, with unknowns at their worst and at their best. */
export interface CatalogPoints {
  readonly points: Float64Array
  readonly pointsAtBest: Float64Array
}

interface Kept {
  readonly byRuler: WeakMap<Ruler, CatalogPoints>
  /** Where the first ruler's weights are being changed, the values by criterion spare reading every site again. */
  criteria: readonly Float64Array[] | null
  isFirst: boolean
}

const cache = new WeakMap<CatalogFacts, Kept>()

/** The points of a catalog on a ruler, added up once for each ruler object and kept as long as it is in use. */
export function catalogPoints(columns: SiteColumns, facts: CatalogFacts, ruler: Ruler): CatalogPoints {
  const kept = cache.get(facts) ?? { byRuler: new WeakMap(), criteria: null, isFirst: true }
  cache.set(facts, kept)
  let points = kept.byRuler.get(ruler)
  if (points === undefined) {
    // Most catalogs are measured with one ruler alone, and the values by criterion take memory.
    if (kept.isFirst) {
      points = addUp(columns, facts.rows, ruler)
    } else {
      kept.criteria ??= readCriteria(columns, facts.rows)
      points = addUpColumns(kept.criteria, facts.rows.length, ruler)
    }
    kept.isFirst = false
    kept.byRuler.set(ruler, points)
  }
  return points
}

/** Spares adding up what is known. */
export function keepPoints(facts: CatalogFacts, ruler: Ruler, points: CatalogPoints): void {
  const byRuler = new WeakMap([[ruler, points]])
  cache.set(facts, { byRuler, criteria: null, isFirst: false })
}

function addUp(columns: SiteColumns, rows: Uint32Array, ruler: Ruler): CatalogPoints {
  const ruled = scoreTerms(ruler)
  const points = new Float64Array(rows.length)
  const pointsAtBest = new Float64Array(rows.length)
  eachSite(columns, rows, (position, criteria) => {
    points[position] = factPoints(ruled, criteria, 0)
    pointsAtBest[position] = factPoints(ruled, criteria, 1)
  })
  return { points, pointsAtBest }
}

/** Values of the criteria that no scenario changes, by position, as logarithms where their scale is one; others empty. */
function readCriteria(columns: SiteColumns, rows: Uint32Array): readonly Float64Array[] {
  const isLog = CRITERIA.map((id) => criterionDef(id).scale === 'log')
  const read = CRITERIA.map((_, index) => new Float64Array(isFact(index) ? rows.length : 0))
  eachSite(columns, rows, (position, criteria) => {
    for (let index = 0; index < read.length; index += 1) {
      const into = read[index]!
      const value = criteria[index]!
      if (into.length > 0) into[position] = isLog[index] ? Math.log(Math.max(value, 1e-9)) : value
    }
  })
  return read
}

/** The sums of `factPoints`, added in the same order and therefore to the last bit the same. */
function addUpColumns(criteria: readonly Float64Array[], count: number, ruler: Ruler): CatalogPoints {
  const { weights, from, slope } = scoreTerms(ruler)
  const points = new Float64Array(count)
  const pointsAtBest = new Float64Array(count)
  for (const [index, values] of criteria.entries()) {
    const weight = weights[index]!
    if (values.length > 0 && weight > 0) addColumn(values, weight, from[index]!, slope[index]!, points, pointsAtBest)
  }
  return { points, pointsAtBest }
}

function addColumn(
  values: Float64Array,
  weight: number,
  from: number,
  slope: number,
  points: Float64Array,
  pointsAtBest: Float64Array,
): void {
  for (let position = 0; position < values.length; position += 1) {
    const share = (values[position]! - from) * slope
    const earned = share >= 1 ? weight : share > 0 ? weight * share : 0
    points[position] = points[position]! + earned
    pointsAtBest[position] = pointsAtBest[position]! + (Number.isNaN(share) ? weight : earned)
  }
}

function isFact(index: number): boolean {
  return index !== VALUE && index !== POWER_PRICE && index !== POWER_YEARS
}

function eachSite(
  columns: SiteColumns,
  rows: Uint32Array,
  visit: (position: number, criteria: Float64Array) => void,
): void {
  const terms = anyTerms(columns)
  const site = emptyFacts()
  const criteria = new Float64Array(CRITERIA.length)
  const positions = new Uint32Array(rows.length)
  for (let position = 0; position < rows.length; position += 1) positions[rows[position]!] = position
  // By row, because the many columns that are read lie that way.
  for (let row = 0; row < rows.length; row += 1) {
    readFacts(terms, columns, row, site)
    criterionValues(site, NO_VALUE, criteria)
    visit(positions[row]!, criteria)
  }
}

/** Stands in for what the criteria read of a valuation; the points added up here count none of it. */
const NO_VALUE: ScoredValue = { bestUsdPerMw: 0, bestUsdPerMwAtBest: 0, powerYears: 0, proxySpread: 0 }
