import type { SiteColumns } from '../../../columns/site-columns.ts'
import { LEAST_DECLINE } from '../../mining/mining-curve.ts'
import { rankSites } from '../../ranking/rank-sites.ts'
import type { Ruler } from '../../ranking/ruler.ts'
import type { AssumptionKey, Assumptions } from '../../scenario/assumption-defs.ts'
import type { Scenario } from '../../scenario/resolve-scenario.ts'
import { selectRows } from './select-rows.ts'

/** Drawn assumptions that no site is worse off for when they rise, and when they fall. */
const BETTER_HIGH = [
  'btcPriceUsd',
  'gpuHourUsd',
  'gpuHourSlopePerYear',
  'leaseRentUsdPerKwMonth',
  'colocationUsdPerKwMonth',
] as const satisfies readonly AssumptionKey[]
const BETTER_LOW = [
  'difficultyT',
  'difficultyGrowthPerYear',
  'aiCostOverrun',
  'powerPriceChangeUsdPerMwh',
] as const satisfies readonly AssumptionKey[]
const DRAWN = [...BETTER_HIGH, ...BETTER_LOW]

type DrawnKey = (typeof DRAWN)[number]

/** Points of score by which bounds are widened, so that rounding drops nobody. */
const SLACK = 1e-6
/** Draws that are ranked over the same sites. */
const DRAWS_PER_BOX = 8
/** Sites of the plan's order among which a draw's hundredth best is as good as that of all sites. */
const LEADERS_PER_PLACE = 3
/** Share of the sites at hand above which they all stay. */
const WORTH_SELECTING = 0.6

/**
 * In how many draws each site is among the best `places`, by the very ranking of the catalog. The last place among the
 * sites that lead under the plan is a bar that the last place among all sites reaches too. The draws are split into
 * boxes of like markets; the ranking at a box's best corner bounds every score in it, because no site is worse off for a
 * better market, and only sites whose best reaches a bar are ranked draw by draw. So counts equal those of ranking the
 * whole catalog in every draw. Yields the share of draws done.
 */
export function* topShares(
  columns: SiteColumns,
  scenario: Scenario,
  draws: readonly Assumptions[],
  places: number,
  ruler?: Ruler,
): Generator<number, Float64Array, void> {
  const rank = (within: SiteColumns, assumptions: Assumptions) => rankSites(within, { ...scenario, assumptions }, ruler)
  const leading = rankSites(columns, scenario, ruler).order.slice(0, LEADERS_PER_PLACE * places)
  const leaders = { columns: selectRows(columns, leading), rows: leading }
  const all = { columns, rows: Uint32Array.from({ length: columns.count }, (_, row) => row) }
  const bars = new Map<Assumptions, number>()
  for (const draw of draws) {
    const { score, order } = rank(leaders.columns, draw)
    bars.set(draw, score[order[places - 1] ?? -1] ?? Number.NEGATIVE_INFINITY)
    yield 0
  }
  const counts = new Uint32Array(columns.count)
  let done = 0
  // The best corner of a box with one such draw would have every site of every box valued the slow way.
  for (const box of [draws.filter(isFalling), draws.filter((draw) => !isFalling(draw))]) {
    if (box.length === 0) continue
    const weights = scorePerUnit(box)
    for (const step of inBoxes(box, hopeful(all, box), weights)) {
      done += step
      yield done / draws.length
    }
  }
  return Float64Array.from(counts, (count) => count / draws.length)

  function* inBoxes(
    box: readonly Assumptions[],
    within: RowsOf,
    weights: ReadonlyMap<DrawnKey, number>,
  ): Generator<number, void, void> {
    yield 0
    if (box.length <= DRAWS_PER_BOX) {
      const few = hopeful(within, box)
      for (const draw of box) {
        for (const place of rank(few.columns, draw).order.subarray(0, places)) counts[few.rows[place] ?? 0]! += 1
        yield 1
      }
      return
    }
    for (const half of halves(box, weights)) {
      // Every other split narrows the sites down: bounding them costs as much as ranking them in a draw.
      const parts = half.length > 2 * DRAWS_PER_BOX ? halves(half, weights) : [half]
      const inside = parts.length > 1 ? hopeful(within, half) : within
      for (const part of parts) yield* inBoxes(part, inside, weights)
    }
  }

  /** Points that the leaders together gain for one unit of each drawn assumption, over the range of a box. */
  function scorePerUnit(box: readonly Assumptions[]): ReadonlyMap<DrawnKey, number> {
    const total = (key: DrawnKey, isBest: boolean) =>
      rank(leaders.columns, corner(box, isBest, [key])).score.reduce((sum, each) => sum + each, 0)
    return new Map(
      DRAWN.map((key) => {
        const range = rangeOf(box, key)
        return [key, range > 0 ? (total(key, true) - total(key, false)) / range : 0]
      }),
    )
  }

  /** Those that may be among the best in a draw of the box. */
  function hopeful(within: RowsOf, box: readonly Assumptions[]): RowsOf {
    const bar = box.reduce((least, draw) => Math.min(least, bars.get(draw) ?? 0), Number.POSITIVE_INFINITY) - SLACK
    const { score } = rank(within.columns, corner(box, true))
    const found: number[] = []
    for (let place = 0; place < score.length; place += 1) if ((score[place] ?? 0) >= bar) found.push(place)
    // What the ranking knows of the same columns is kept; reading fewer anew costs as much as ranking them many times.
    if (found.length > WORTH_SELECTING * score.length) return within
    const chosen = Uint32Array.from(found)
    return {
      columns: selectRows(within.columns, chosen),
      rows: chosen.map((place) => within.rows[place] ?? 0),
    }
  }
}

/** Some rows of the catalog and their columns. */
interface RowsOf {
  readonly columns: SiteColumns
  readonly rows: Uint32Array
}

/** Whether what a mine earns falls fast enough for the valuation by columns. */
function isFalling({ difficultyGrowthPerYear, btcDriftPerYear }: Assumptions): boolean {
  return Math.log1p(difficultyGrowthPerYear) - btcDriftPerYear >= LEAST_DECLINE
}

/** The best or the worst of drawn assumptions of a box, whether or not one draw has them all. */
function corner(box: readonly Assumptions[], isBest: boolean, keys: readonly DrawnKey[] = DRAWN): Assumptions {
  const assumptions = { ...(box[0] as Assumptions) } as Record<AssumptionKey, number>
  for (const key of keys) {
    const isHigh = BETTER_HIGH.includes(key as (typeof BETTER_HIGH)[number]) === isBest
    for (const draw of box) {
      if (isHigh ? draw[key] > assumptions[key] : draw[key] < assumptions[key]) assumptions[key] = draw[key]
    }
  }
  return assumptions
}

function rangeOf(box: readonly Assumptions[], key: DrawnKey): number {
  return Math.abs(corner(box, true, [key])[key] - corner(box, false, [key])[key])
}

/** Splits at the median of the assumption that moves scores most. */
function halves(
  box: readonly Assumptions[],
  weights: ReadonlyMap<DrawnKey, number>,
): readonly (readonly Assumptions[])[] {
  const moved = (key: DrawnKey) => (weights.get(key) ?? 0) * rangeOf(box, key)
  const key = DRAWN.reduce((most, each) => (moved(each) > moved(most) ? each : most))
  const sorted = box.toSorted((one, other) => one[key] - other[key])
  const middle = sorted.length >> 1
  return [sorted.slice(0, middle), sorted.slice(middle)]
}
