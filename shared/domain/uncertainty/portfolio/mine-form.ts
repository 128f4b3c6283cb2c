import { gridCells } from './grid-form.ts'
import { Lattice } from './lattice.ts'
import { MinedValues } from './mined-values.ts'
import type { PortfolioDraw } from './portfolio-draws.ts'
import type { PortfolioSites } from './portfolio-sites.ts'
import { SpreadNode } from './spread-node.ts'
import type { StrategyForm } from './strategy-form.ts'

/** Steps of power price, $/MWh, and of what is left of a dollar by the start, between which a mine is interpolated. */
const POWER_PRICES = new Lattice(5)
const EARLINESSES = new Lattice(1 / 16)
const LEAST_DECLINE = 0.05

/**
 * The mine. What it earns depends on its power price, on when it starts and on how long its machines last, and it shuts
 * off where revenue does not pay, so it is no straight line in the market: the valuation's own integral is tabled over
 * power price and start for each life. Yields after each node.
 */
export function* mineForm(
  sites: PortfolioSites,
  plan: PortfolioDraw,
  draws: readonly PortfolioDraw[],
): Generator<number, StrategyForm, void> {
  const { count, mineLifeYears, powerPrice } = sites
  // On the scale of what is left of a dollar, what a mine earns is nearly a straight line in its start.
  const fall = plan.terms.assumptions.miningDiscountRate + Math.max(LEAST_DECLINE, plan.terms.declinePerYear)
  const earliness = sites.mineStartYears.map((start) => Math.exp(-fall * start))
  const lives = [...new Set(mineLifeYears)]
  const kind = Uint8Array.from(mineLifeYears, (life) => lives.indexOf(life))
  const grid = gridCells({ count, kind, x: powerPrice, y: earliness }, POWER_PRICES, EARLINESSES)
  yield 0
  const values = new MinedValues([plan, ...draws])
  yield 0
  const nodes: SpreadNode[] = []
  for (const { kind: ofLife, x: price, y: left } of grid.points) {
    const startYears = Math.max(0, -Math.log(left) / fall)
    // A start that never comes earns nothing in any market.
    const added =
      left > 0 ? values.added(price, startYears, startYears + (lives[ofLife] ?? 0)) : new Float64Array(draws.length)
    nodes.push(new SpreadNode(added))
    yield nodes.length / grid.points.length
  }
  return { ...grid, nodes, scale: null, isExact: false }
}
