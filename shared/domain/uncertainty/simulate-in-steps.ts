import type { SiteColumns } from '../../columns/site-columns.ts'
import { rankSites } from '../ranking/rank-sites.ts'
import type { Ruler } from '../ranking/ruler.ts'
import type { Scenario } from '../scenario/resolve-scenario.ts'
import { STRATEGIES, type Strategy, VERDICTS, type Verdict } from '../site/strategies.ts'
import { marketDraws } from './market-draws.ts'
import { RankTally } from './rank-tally.ts'
import { SiteSimulation } from './site-simulation.ts'
import { SpreadBuilder } from './spread-builder.ts'
import type { Uncertainty } from './uncertainty.ts'

/** Valuations of a step, so that whoever runs the steps may look up several times in a tenth of a second. */
const VALUATIONS_PER_STEP = 4_000
/** Part of the whole time that values take; the ranks take the rest. */
const VALUES_PART = 0.9

/**
 * Values every site anew in every draw and ranks all sites in every draw. Yields the share done after each step of some
 * milliseconds and returns the result; whoever stops asking cancels it.
 *
 * A draw holds the markets, alike for all sites, and for each site whether and when its power comes, its upgrade cost and
 * its power price where that is a proxy, and whether and when its tenant defaults. A site's draws come from its id, so
 * other sites change neither its values nor its verdict. The verdict of a draw is the decision taken knowing its prices,
 * costs and dates but not whether the power comes or the tenant stays; the value is what follows. Ranks are by the score
 * on the fixed ruler.
 */
export function* simulateInSteps(
  columns: SiteColumns,
  scenario: Scenario,
  options: { readonly draws: number; readonly seed: number; readonly ruler?: Ruler },
): Generator<number, Uncertainty, void> {
  const { count } = columns
  const draws = evenDraws(options.draws)
  const ranking = rankSites(columns, scenario, options.ruler)
  const markets = marketDraws(scenario.assumptions, draws, options.seed)
  yield 0

  // Sites of equal score go by id, so that the order of the rows decides nothing.
  const byId = Uint32Array.from(columns.ids.keys()).sort((a, b) =>
    (columns.ids[a] ?? '') < (columns.ids[b] ?? '') ? -1 : 1,
  )
  const shares = () => new Float64Array(count)
  const verdictShare = Object.fromEntries(VERDICTS.map((verdict) => [verdict, shares()])) as Record<
    Verdict,
    Float64Array
  >
  const value = Object.fromEntries(STRATEGIES.map((strategy) => [strategy, new SpreadBuilder(count)])) as Record<
    Strategy,
    SpreadBuilder
  >
  const verdictHolds = shares()
  const powerComes = shares()
  const decision = new Uint8Array(count)
  const tally = new RankTally(count, draws)
  const site = new SiteSimulation(
    columns,
    scenario,
    markets,
    options.seed,
    options.ruler ? { ruler: options.ruler } : {},
  )
  let pending = 0
  for (let place = 0; place < count; place += 1) {
    const row = byId[place] ?? 0
    site.run(row)
    for (const [index, verdict] of VERDICTS.entries()) verdictShare[verdict][row] = (site.verdicts[index] ?? 0) / draws
    verdictHolds[row] = (site.verdicts[ranking.verdict[row] ?? 0] ?? 0) / draws
    powerComes[row] = site.completed / draws
    decision[row] = site.bestAllowed
    for (const [index, strategy] of STRATEGIES.entries()) value[strategy].set(row, site.valuesOf(index))
    tally.scores(place, site.score)
    pending += draws
    if (pending < VALUATIONS_PER_STEP) continue
    pending = 0
    yield (VALUES_PART * (place + 1)) / count
  }

  const placeOf = new Uint32Array(count)
  for (let place = 0; place < count; place += 1) placeOf[byId[place] ?? 0] = place
  const baseOrder = ranking.order.map((row) => placeOf[row] ?? 0)
  for (const done of tally.rankAll(baseOrder)) yield VALUES_PART + (1 - VALUES_PART) * done
  return {
    count,
    draws,
    seed: options.seed,
    verdictShare,
    verdictHolds,
    decision,
    value,
    powerComes,
    ...tally.result(byId),
  }
}

export function evenDraws(draws: number): number {
  return 2 * Math.max(1, Math.ceil(draws / 2))
}
