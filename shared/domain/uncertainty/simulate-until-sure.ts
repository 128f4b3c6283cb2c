import type { SiteColumns } from '../../columns/site-columns.ts'
import type { Ruler } from '../ranking/ruler.ts'
import type { Scenario } from '../scenario/resolve-scenario.ts'
import { drawsUntilSure } from './draws-until-sure.ts'
import { scaled } from './portfolio/scaled.ts'
import { evenDraws, simulateInSteps } from './simulate-in-steps.ts'
import type { Uncertainty } from './uncertainty.ts'

/** Draws that tell any share to within 1.6 points of standard error. */
export const LEAST_DRAWS = 1_000
/** Standard error below which the share of draws in which a site is first counts as known. */
export const FIRST_PLACE_ERROR = 0.01

/** Parts of the whole time until the first draws are done and until it is known how many it takes. */
const FIRST_PART = 0.35
const COUNTED_PART = 0.45

/**
 * Draws until the share of draws in which each site is first is known to FIRST_PLACE_ERROR, or `draws` are taken. The
 * result is that of `simulateInSteps` with as many draws as it took. A site that is first in none of the first thousand
 * is first so rarely that its share is known by then; only the others are drawn on to see how many draws it takes. That
 * number depends on all sites; what a draw says of a site does not.
 */
export function* simulateUntilSure(
  columns: SiteColumns,
  scenario: Scenario,
  options: {
    /** The most. */
    readonly draws: number
    readonly seed: number
    readonly ruler?: Ruler
    readonly drawsPerStep?: number
  },
): Generator<number, Uncertainty, void> {
  const most = evenDraws(options.draws)
  const least = Math.min(LEAST_DRAWS, most)
  const first = yield* scaled(0, FIRST_PART, simulateInSteps(columns, scenario, { ...options, draws: least }))
  if (least === most || first.firstPlaceError < FIRST_PLACE_ERROR) return first
  const hopeful = [...columns.ids.keys()]
    .filter((row) => (first.isFirst[row] ?? 0) > 0)
    .sort((a, b) => ((columns.ids[a] ?? '') < (columns.ids[b] ?? '') ? -1 : 1))
  const draws = yield* scaled(
    FIRST_PART,
    COUNTED_PART,
    drawsUntilSure(columns, scenario, hopeful, { ...options, least, most, error: FIRST_PLACE_ERROR }),
  )
  return yield* scaled(COUNTED_PART, 1, simulateInSteps(columns, scenario, { ...options, draws }))
}
