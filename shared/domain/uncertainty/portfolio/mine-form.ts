import { minedUsdPerMw } from '../../ranking/mined-value.ts'
import { buildNode } from './build-node.ts'
import { gridForm } from './grid-form.ts'
import { Lattice } from './lattice.ts'
import type { PortfolioDraw } from './portfolio-draws.ts'
import { type PortfolioSites, SiteReader } from './portfolio-sites.ts'
import type { StrategyForm } from './strategy-form.ts'

/** Steps of power price, $/MWh, and of what is left of a dollar by the start, between which a mine is interpolated. */
const POWER_PRICES = new Lattice(5)
const EARLINESSES = new Lattice(1 / 16)
const LEAST_DECLINE = 0.05

/**
 * The mine. What it earns depends on its power price, on when it starts and on how long its machines last, and it shuts
 * off where revenue does not pay, so it is no straight line in the market: the valuation's own integral is tabled over
 * power price and start for each life. Yields after each table.
 */
export function* mineForm(
  sites: PortfolioSites,
  plan: PortfolioDraw,
  draws: readonly PortfolioDraw[],
  checks: readonly number[],
): Generator<number, StrategyForm, void> {
  const { count, mineLifeYears, powerPrice } = sites
  const all = [plan, ...draws]
  const costAdder = new Float64Array(all.length)
  if (count > 0) {
    const reader = new SiteReader(sites.columns, sites.terms)
    reader.read(0)
    for (const [at, draw] of all.entries())
      costAdder[at] = reader.valueUnder(draw).mineCostUsdPerMwh - (powerPrice[0] ?? 0)
  }
  // On the scale of what is left of a dollar, what a mine earns is nearly a straight line in its start.
  const fall = plan.terms.assumptions.miningDiscountRate + Math.max(LEAST_DECLINE, plan.terms.declinePerYear)
  const earliness = sites.mineStartYears.map((start) => Math.exp(-fall * start))
  const lives = [...new Set(mineLifeYears)]
  const kind = Uint8Array.from(mineLifeYears, (life) => lives.indexOf(life))
  return yield* gridForm(
    { count, kind, x: powerPrice, y: earliness },
    POWER_PRICES,
    EARLINESSES,
    (ofLife, price, left) => {
      // A start that never comes earns nothing in any market.
      if (left <= 0) return buildNode(new Float64Array(all.length), checks)
      const startYears = Math.max(0, -Math.log(left) / fall)
      return buildNode(minedValues(all, costAdder, price, startYears, lives[ofLife] ?? 0), checks)
    },
  )
}

function minedValues(
  all: readonly PortfolioDraw[],
  costAdder: Float64Array,
  price: number,
  startYears: number,
  lifeYears: number,
): Float64Array {
  return Float64Array.from(all, ({ terms }, at) =>
    minedUsdPerMw(terms, price + (costAdder[at] ?? 0), startYears, startYears + lifeYears),
  )
}
