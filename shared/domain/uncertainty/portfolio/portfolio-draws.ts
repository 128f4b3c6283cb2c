import { type ScenarioTerms, scenarioTerms, type TimeTables, timeTables } from '../../ranking/scenario-terms.ts'
import { ASSUMPTIONS, type Assumptions } from '../../scenario/assumption-defs.ts'
import { normalCdf } from '../../statistics/normal-cdf.ts'
import { normalQuantile } from '../../statistics/normal-quantile.ts'
import { keptOfFirstLease } from '../kept-of-first-lease.ts'
import { drawnMarkets, NO_SITES } from '../market-draws.ts'
import { standardNormals } from '../standard-normals.ts'
import { streamKey } from '../stream-key.ts'

/** The markets of one draw, for sites whose power is certain to come after its expected delay. */
export interface PortfolioDraw {
  readonly assumptions: Assumptions
  readonly terms: ScenarioTerms
  /** Share of a first lease's income that the tenant pays, by present value. */
  readonly leaseKept: number
}

const DRAWS_PER_STEP = 200

/**
 * The same market draws as the site-by-site simulation takes under this seed, with three differences that make a site's
 * value linear in few terms: power gets dearer or cheaper by the same $/MWh everywhere, which is what the drawn factor
 * does to the price of an average large load; delays count at their expected discount; and whether a tenant defaults is
 * drawn with the market, which for each site by itself has the same chances as a tenant of its own. Yields after some
 * draws.
 */
export function* portfolioDraws(
  a: Assumptions,
  draws: number,
  seed: number,
): Generator<number, readonly PortfolioDraw[], void> {
  const times = poweredTimes(a)
  const kept = tenantDraws(a, seed)
  const portfolio: PortfolioDraw[] = []
  for (const assumptions of drawnScenarios(a, draws, seed)) {
    const leaseKept = kept(portfolio.length)
    portfolio.push({ assumptions, terms: scenarioTerms(NO_SITES, assumptions, times), leaseKept })
    if (portfolio.length % DRAWS_PER_STEP === 0) yield portfolio.length / draws
  }
  return portfolio
}

/** The scenario itself as a draw, which every site's value is anchored at. */
export function plannedDraw(a: Assumptions): PortfolioDraw {
  return { assumptions: a, terms: scenarioTerms(NO_SITES, a, poweredTimes(a)), leaseKept: 1 }
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

/** What the tenant of a draw pays, by the chances of `drawSite`. Draws come in antithetic pairs. */
function tenantDraws(a: Assumptions, seed: number): (draw: number) => number {
  if (!(a.counterpartyDefault * a.counterpartyLoss > 0)) return () => 1
  const key = streamKey(seed, 'tenants')
  const normals = new Float64Array(2)
  const defaultsBelow = normalQuantile(a.counterpartyDefault)
  return (draw) => {
    standardNormals(key, draw >>> 1, normals)
    const sign = draw % 2 === 0 ? 1 : -1
    if (sign * normals[0]! >= defaultsBelow) return 1
    return keptOfFirstLease(a.counterpartyLoss, normalCdf(sign * normals[1]!))
  }
}

function poweredTimes(a: Assumptions): TimeTables {
  const times = timeTables(a)
  return { ...times, completion: times.completion.map(() => 1) }
}
