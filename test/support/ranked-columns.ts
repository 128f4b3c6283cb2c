import { CategoryBuilder } from '../../shared/columns/category-builder.ts'
import { CATEGORY_COLUMNS, NUMBER_COLUMNS, type SiteColumns } from '../../shared/columns/site-columns.ts'
import { GATES, type Ranking } from '../../shared/domain/ranking/ranking.ts'
import { RULER } from '../../shared/domain/ranking/ruler.ts'
import { STRATEGIES, VERDICTS, type Verdict } from '../../shared/domain/site/strategies.ts'

/** A site as far as the map sees it. */
export interface MapSite {
  name: string
  latitude: number
  longitude: number
  kind?: string
  mw?: number
  verdict?: Verdict
  /** 1 for the best; the order of the list where left out. */
  rank?: number
  unproven?: boolean
}

/** Columns and a ranking of the given sites, for tests that need to say what a site's rank and verdict are. */
export function rankedColumns(sites: readonly MapSite[]): { columns: SiteColumns; ranking: Ranking } {
  const count = sites.length
  const numbers = Object.fromEntries(
    NUMBER_COLUMNS.map((column) => [column, new Float64Array(count).fill(Number.NaN)]),
  ) as Record<(typeof NUMBER_COLUMNS)[number], Float64Array>
  numbers.latitude = Float64Array.from(sites, (site) => site.latitude)
  numbers.longitude = Float64Array.from(sites, (site) => site.longitude)
  const categories = Object.fromEntries(
    CATEGORY_COLUMNS.map((column) => {
      const builder = new CategoryBuilder(count)
      if (column === 'kind') sites.forEach((site, row) => void builder.set(row, site.kind ?? null))
      return [column, builder.done()]
    }),
  ) as SiteColumns['categories']
  const columns: SiteColumns = {
    revision: 1,
    count,
    ids: sites.map((_, row) => `site-${row}`),
    names: sites.map((site) => site.name),
    numbers,
    categories,
  }
  const rank = Uint32Array.from(sites, (site, row) => site.rank ?? row + 1)
  const order = Uint32Array.from([...rank.keys()].sort((a, b) => rank[a]! - rank[b]!))
  const unknown = () => new Float64Array(count).fill(Number.NaN)
  const ranking: Ranking = {
    count,
    ruler: RULER,
    order,
    rank,
    score: Float64Array.from(rank, (value) => 100 - value),
    scoreAtBest: Float64Array.from(rank, (value) => 100 - value),
    verdict: Uint8Array.from(sites, (site) => VERDICTS.indexOf(site.verdict ?? 'mine')),
    npvUsdPerMw: Object.fromEntries(STRATEGIES.map((strategy) => [strategy, unknown()])) as Ranking['npvUsdPerMw'],
    gates: new Uint8Array(count * GATES.length).fill(2),
    mw: Float64Array.from(sites, (site) => site.mw ?? Number.NaN),
    unproven: Uint8Array.from(sites, (site) => (site.unproven ? 1 : 0)),
    powerPriceUsdPerMwh: unknown(),
  }
  return { columns, ranking }
}
