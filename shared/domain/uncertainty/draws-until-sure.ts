import type { SiteColumns } from '../../columns/site-columns.ts'
import type { Ruler } from '../ranking/ruler.ts'
import type { Scenario } from '../scenario/resolve-scenario.ts'
import { marketDraws } from './market-draws.ts'
import { pairedError } from './paired-error.ts'
import { evenDraws } from './simulate-in-steps.ts'
import { SiteSimulation } from './site-simulation.ts'

/** Valuations of a step, so that whoever runs the steps may look up several times in a tenth of a second. */
const VALUATIONS_PER_STEP = 4_000

export interface UntilSureOptions {
  readonly seed: number
  readonly ruler?: Ruler
  /** Draws that are taken in any case, and draws beyond which none is taken; both even. */
  readonly least: number
  readonly most: number
  /** Standard error that the share of draws in which a site is first must stay below, for every site. */
  readonly error: number
  /** Changes the length of the steps and nothing else. */
  readonly drawsPerStep?: number
}

/**
 * How many draws it takes until the share of draws in which each of these sites is first is known well enough. `rows`
 * hold the sites that may come first, by id. It is looked after every pair of draws, so the steps decide nothing.
 * Yields after each step the share of the most draws done.
 */
export function* drawsUntilSure(
  columns: SiteColumns,
  scenario: Scenario,
  rows: readonly number[],
  options: UntilSureOptions,
): Generator<number, number, void> {
  const { seed, ruler, least, most, error } = options
  const drawsPerStep = evenDraws(options.drawsPerStep ?? VALUATIONS_PER_STEP / Math.max(1, rows.length))
  const hits = new Uint32Array(rows.length)
  const both = new Uint32Array(rows.length)
  for (let from = 0; from < most; from += drawsPerStep) {
    const until = Math.min(most, from + drawsPerStep)
    const markets = marketDraws(scenario.assumptions, until, seed, from)
    const site = new SiteSimulation(columns, scenario, markets, seed, { from, ...(ruler ? { ruler } : {}) })
    const firsts = firstPlaces(site, rows, until - from)
    for (let draw = 0; draw < firsts.length; draw += 2) {
      const [one, other] = [firsts[draw] ?? 0, firsts[draw + 1] ?? 0]
      hits[one]! += 1
      hits[other]! += 1
      if (one === other) both[one]! += 1
      const done = from + draw + 2
      if (done < least) continue
      if (hits.every((count, place) => pairedError(done / 2, count, both[place] ?? 0) < error)) return done
    }
    yield until / most
  }
  return most
}

/** The place in `rows` of the site that is first in each draw; of equal scores the first one's. */
function firstPlaces(site: SiteSimulation, rows: readonly number[], draws: number): Uint32Array {
  const best = new Float64Array(draws).fill(Number.NEGATIVE_INFINITY)
  const first = new Uint32Array(draws)
  for (const [place, row] of rows.entries()) {
    site.run(row)
    for (let draw = 0; draw < draws; draw += 1) {
      // As exact as the ranks of the draws are, so that equals are equal here too.
      const score = Math.fround(site.score[draw] ?? 0)
      if (!(score > (best[draw] ?? 0))) continue
      best[draw] = score
      first[draw] = place
    }
  }
  return first
}
