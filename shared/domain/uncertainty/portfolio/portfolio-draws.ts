import { type ScenarioTerms, scenarioTerms, type TimeTables, timeTables } from '../../ranking/scenario-terms.ts'
import { ASSUMPTIONS, type Assumptions } from '../../scenario/assumption-defs.ts'
import { drawnMarkets, NO_SITES } from '../market-draws.ts'

/** The markets of one draw, for sites whose power is certain to come after its expected delay. */
export interface PortfolioDraw {
  readonly assumptions: Assumptions
  readonly terms: ScenarioTerms
}

const DRAWS_PER_STEP = 200

/**
 * The same market draws as the site-by-site simulation takes under this seed, with two differences that make a site's
 * value linear in few terms: power gets dearer or cheaper by the same $/MWh everywhere, which is what the drawn factor
 * does to the price of an average large load, and delays count at their expected discount. Yields after some draws.
 */
export function* portfolioDraws(
  a: Assumptions,
  draws: number,
  seed: number,
): Generator<number, readonly PortfolioDraw[], void> {
  const times = poweredTimes(a)
  const portfolio: PortfolioDraw[] = []
  for (const assumptions of drawnScenarios(a, draws, seed)) {
    portfolio.push({ assumptions, terms: scenarioTerms(NO_SITES, assumptions, times) })
    if (portfolio.length % DRAWS_PER_STEP === 0) yield portfolio.length / draws
  }
  return portfolio
}

/** The scenario itself as a draw, which every site's value is anchored at. */
export function plannedDraw(a: Assumptions): PortfolioDraw {
  return { assumptions: a, terms: scenarioTerms(NO_SITES, a, poweredTimes(a)) }
}

/** Every draw as a scenario's assumptions, so that whatever reads a scenario can read a draw. */
export function* drawnScenarios(a: Assumptions, draws: number, seed: number): Generator<Assumptions, void, void> {
  const { min, max } = ASSUMPTIONS.powerPriceChangeUsdPerMwh
  for (const { assumptions, powerPriceFactor } of drawnMarkets(a, draws, seed)) {
    const shift = Math.abs(a.powerPriceElsewhereUsdPerMwh) * (powerPriceFactor - 1)
    assumptions.powerPriceChangeUsdPerMwh = Math.min(max, Math.max(min, a.powerPriceChangeUsdPerMwh + shift))
    yield assumptions
  }
}

function poweredTimes(a: Assumptions): TimeTables {
  const times = timeTables(a)
  return { ...times, completion: times.completion.map(() => 1) }
}
