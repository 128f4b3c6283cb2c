import type { SiteColumns } from '../../../columns/site-columns.ts'
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
/** Bounding all sites costs as much as ranking the hopeful ones in about as many draws. */
const DRAWS_PER_BOX = 32

/**
 * In how many draws each site is among the best `places`, by the very ranking of the catalog. The draws are split into
 * boxes of like markets; the ranking at a box's best and worst corner bounds every score in it, because no site is worse
 * off for a better market, and only sites whose best reaches the hundredth worst are ranked draw by draw. So counts
 * equal those of ranking the whole catalog in every draw. Yields the share of draws done.
 */
export function* topShares(
  columns: SiteColumns,
  scenario: Scenario,
  draws: readonly Assumptions[],
  places: number,
  ruler?: Ruler,
): Generator<number, Float64Array, void> {
  const counts = new Uint32Array(columns.count)
  const best = selectRows(columns, rankSites(columns, scenario, ruler).order.slice(0, places))
  const ableRows = hopefulPlaces(columns, draws)
  const able = selectRows(columns, ableRows)
  let done = 0
  yield 0
  for (const step of inBoxes(draws)) {
    done += step
    yield done / draws.length
  }
  return Float64Array.from(counts, (count) => count / draws.length)

  function* inBoxes(box: readonly Assumptions[]): Generator<number, void, void> {
    if (box.length > DRAWS_PER_BOX) {
      const [one, other] = halves(box, mostTelling(box))
      yield* inBoxes(one)
      yield* inBoxes(other)
      return
    }
    const hopeful = hopefulPlaces(able, box)
    yield 0
    const few = selectRows(able, hopeful)
    for (const assumptions of box) {
      const { order } = rankSites(few, { ...scenario, assumptions }, ruler)
      for (const place of order.subarray(0, places)) counts[ableRows[hopeful[place] ?? 0] ?? 0]! += 1
      yield 1
    }
  }

  /** The assumption whose range in the box moves the best sites' scores most. */
  function mostTelling(box: readonly Assumptions[]): DrawnKey {
    let telling: DrawnKey = 'leaseRentUsdPerKwMonth'
    let most = -1
    for (const key of DRAWN) {
      const [high, low] = [true, false].map((isBest) =>
        rankSites(best, { ...scenario, assumptions: corner(box, isBest, [key]) }, ruler).score.reduce(
          (sum, each) => sum + each,
          0,
        ),
      )
      const moved = (high ?? 0) - (low ?? 0)
      if (moved <= most) continue
      most = moved
      telling = key
    }
    return telling
  }

  function hopefulPlaces(within: SiteColumns, box: readonly Assumptions[]): Uint32Array {
    const atWorst = rankSites(within, { ...scenario, assumptions: corner(box, false) }, ruler)
    const bar = atWorst.score[atWorst.order[places - 1] ?? -1] ?? Number.NEGATIVE_INFINITY
    const { score } = rankSites(within, { ...scenario, assumptions: corner(box, true) }, ruler)
    const hopeful: number[] = []
    for (let place = 0; place < within.count; place += 1) {
      if ((score[place] ?? 0) >= bar - SLACK) hopeful.push(place)
    }
    return Uint32Array.from(hopeful)
  }
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

/** Splits at the median of an assumption. */
function halves(
  box: readonly Assumptions[],
  key: AssumptionKey,
): readonly [readonly Assumptions[], readonly Assumptions[]] {
  const sorted = box.toSorted((one, other) => one[key] - other[key])
  const middle = sorted.length >> 1
  return [sorted.slice(0, middle), sorted.slice(middle)]
}
