import type { SiteColumns } from '../../../columns/site-columns.ts'
import { leastDecline } from '../../mining/mining-curve.ts'
import { areaWaitTerms } from '../../ranking/columns/area-wait-terms.ts'
import { everySite, narrowed, type SiteSelection } from '../../ranking/columns/site-selection.ts'
import { orderByScore } from '../../ranking/order-by-score.ts'
import { rankSites, selectionScores } from '../../ranking/rank-sites.ts'
import { RULER, type Ruler } from '../../ranking/ruler.ts'
import { scenarioTerms, type TimeTables, timeTables } from '../../ranking/scenario-terms.ts'
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
  'reLeaseRentShare',
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
const DRAWS_PER_BOX = 4
/** Sites of the plan's order among which a draw's hundredth best is as good as that of all sites. */
const LEADERS_PER_PLACE = 3
/** Share of the sites at hand above which they all stay. */
const WORTH_SELECTING = 0.9

/**
 * In how many draws each site is among the best `places`, by the very ranking of the catalog on the ruler given. The last
 * place among the sites that lead under the plan is a bar that the last place among all sites reaches too. The draws are
 * split into boxes of like markets; the ranking at a box's best corner bounds every score in it, because no site is
 * worse off for a better market, and only sites whose best reaches a bar are ranked draw by draw. So counts equal those
 * of ranking the whole catalog in every draw. Yields the share of draws done.
 */
export function* topShares(
  columns: SiteColumns,
  scenario: Scenario,
  draws: readonly Assumptions[],
  places: number,
  ruler: Ruler = RULER,
): Generator<number, Float64Array, void> {
  // No draw moves a date.
  const times = timeTables(scenario.assumptions)
  const rank = (within: SiteSelection, assumptions: Assumptions) =>
    selectionScores(within, scenarioTerms(columns, assumptions, times), ruler) ??
    rankSites(selectRows(columns, within.rows), { ...scenario, assumptions }, ruler).score
  const ranked = (within: SiteSelection, draw: Assumptions) => ({ rows: within.rows, score: rank(within, draw) })
  const all = everySite(columns, ruler)
  const leading = rankSites(columns, scenario, ruler).order.slice(0, LEADERS_PER_PLACE * places)
  const leaders = narrowed(all, leading.sort(), ruler)
  const bars = new Map<Assumptions, number>()
  for (const draw of draws) {
    const score = rank(leaders, draw)
    bars.set(draw, score[orderByScore(score)[places - 1] ?? -1] ?? Number.NEGATIVE_INFINITY)
    yield 0
  }
  const counts = new Uint32Array(columns.count)
  let done = 0
  const lastYears = lastMineYears(all, times, scenario.assumptions)
  // Apart, because the best corner of a box with one draw that does not fall bounds but loosely.
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
    within: SiteSelection,
    weights: ReadonlyMap<DrawnKey, number>,
  ): Generator<number, void, void> {
    yield 0
    if (box.length <= DRAWS_PER_BOX) {
      const few = hopeful(within, box)
      for (const draw of box) {
        // A ranking site by site costs ten times a bound.
        const { rows, score } = ranked(isFalling(draw) ? few : hopeful(few, [draw]), draw)
        for (const place of orderByScore(score).subarray(0, places)) counts[rows[place] ?? 0]! += 1
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
      rank(leaders, falling(corner(box, isBest, [key]), lastYears)).reduce((sum, each) => sum + each, 0)
    return new Map(
      DRAWN.map((key) => {
        const range = rangeOf(box, key)
        return [key, range > 0 ? (total(key, true) - total(key, false)) / range : 0]
      }),
    )
  }

  /** Those that may be among the best in a draw of the box. */
  function hopeful(within: SiteSelection, box: readonly Assumptions[]): SiteSelection {
    const bar = box.reduce((least, draw) => Math.min(least, bars.get(draw) ?? 0), Number.POSITIVE_INFINITY) - SLACK
    const score = rank(within, falling(corner(box, true), lastYears))
    const found: number[] = []
    for (let place = 0; place < score.length; place += 1) if ((score[place] ?? 0) >= bar) found.push(place)
    return found.length > WORTH_SELECTING * score.length ? within : narrowed(within, Uint32Array.from(found), ruler)
  }
}

/** Whether what a mine earns falls fast enough for the valuation by columns. */
function isFalling(a: Assumptions): boolean {
  return declineOf(a) >= leastDecline(a.miningDiscountRate)
}

function declineOf({ difficultyGrowthPerYear, btcDriftPerYear }: Assumptions): number {
  return Math.log1p(difficultyGrowthPerYear) - btcDriftPerYear
}

/**
 * A market that falls just fast enough and is no worse for any mine until `lastYears`: where revenue falls slower or
 * rises, it starts as much higher as it would have gained by then.
 */
function falling(a: Assumptions, lastYears: number): Assumptions {
  if (isFalling(a)) return a
  // A hair faster, so that rounding leaves it fast enough.
  const decline = leastDecline(a.miningDiscountRate) * (1 + 1e-6)
  return {
    ...a,
    difficultyGrowthPerYear: Math.expm1(decline + a.btcDriftPerYear),
    btcPriceUsd: a.btcPriceUsd * Math.exp((decline - declineOf(a)) * lastYears),
  }
}

/** A date by which every mine of the catalog is worn out, years from the valuation. */
function lastMineYears({ facts }: SiteSelection, times: TimeTables, a: Assumptions): number {
  let power = 0
  for (const delay of times.delayYears) power = Math.max(power, delay)
  for (const date of facts.dates) power = Math.max(power, date - a.valuationYear + times.slipYears)
  for (const years of areaWaitTerms(facts.waits, a).powerYears) power = Math.max(power, years)
  return power + a.miningBuildYears + a.asicLifeYears
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
