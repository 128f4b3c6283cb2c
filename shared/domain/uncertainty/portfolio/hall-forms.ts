import { colocationRent } from '../../ranking/site-value.ts'
import { buildNode } from './build-node.ts'
import { gridForm } from './grid-form.ts'
import { Lattice } from './lattice.ts'
import type { PortfolioDraw } from './portfolio-draws.ts'
import { type LinearStrategy, type PortfolioSites, powerShift, SiteReader } from './portfolio-sites.ts'
import type { SpreadNode, StrategyForm } from './strategy-form.ts'

/** Steps of power price, $/MWh, and of occupancy between which colocation is interpolated. */
const POWER_PRICES = new Lattice(9)
const OCCUPANCIES = new Lattice(0.06)

/**
 * Lease, own GPUs and colocation. Rent, GPU income and the price of a hall are the same for all sites of a class, and a
 * site's own costs stay as planned, so one table a class carries lease and GPUs exactly. A colocation hall earns its
 * occupancy times the rent that a tenant can bear at the site's power price, so its tables lie on a grid of the two.
 * Yields after each table.
 */
export function* hallForms(
  sites: PortfolioSites,
  plan: PortfolioDraw,
  draws: readonly PortfolioDraw[],
  checks: readonly number[],
): Generator<number, Readonly<Record<Exclude<LinearStrategy, 'mine'>, StrategyForm>>, void> {
  const { count, hallClass } = sites
  const all = [plan, ...draws]
  const reader = new SiteReader(sites.columns, sites.terms)
  const leases: SpreadNode[] = []
  const clouds: SpreadNode[] = []
  const builds = new Map<number, Float64Array>()
  const place = new Uint16Array(count)
  const placeOf = new Map<number, number>()
  for (let row = 0; row < count; row += 1) {
    const own = hallClass[row] ?? 0
    const known = placeOf.get(own)
    place[row] = known ?? leases.length
    if (known !== undefined) continue
    placeOf.set(own, leases.length)
    reader.read(row)
    const lease = new Float64Array(all.length)
    const cloud = new Float64Array(all.length)
    const build = new Float64Array(all.length)
    for (const [at, draw] of all.entries()) {
      const value = reader.valueUnder(draw)
      lease[at] = value.leaseAtStart
      cloud[at] = value.cloudAtStart
      build[at] =
        draw.terms.colocationUsdPerRent * value.colocationRent * value.colocationOccupancy - value.colocationAtStart
    }
    leases.push(buildNode(lease, checks))
    clouds.push(buildNode(cloud, checks))
    builds.set(own, build)
    yield 0
  }

  const incomes = new Map<number, Float64Array>()
  const incomeAt = (price: number): Float64Array => {
    const known = incomes.get(price)
    if (known !== undefined) return known
    const income = Float64Array.from(
      all,
      (draw) =>
        draw.terms.colocationUsdPerRent * colocationRent(draw.terms, price + powerShift(draw, sites.terms.assumptions)),
    )
    incomes.set(price, income)
    return income
  }
  const grid = { count, kind: hallClass, x: sites.powerPrice, y: sites.occupancy }
  const colo = yield* gridForm(grid, POWER_PRICES, OCCUPANCIES, (own, price, occupancy) => {
    const income = incomeAt(price)
    const build = builds.get(own) ?? new Float64Array(all.length)
    return buildNode(
      income.map((each, at) => occupancy * each - (build[at] ?? 0)),
      checks,
    )
  })
  const one = new Float64Array(count).fill(1)
  return {
    lease: { nodes: leases, corners: 1, node: place, weight: one },
    cloud: { nodes: clouds, corners: 1, node: place, weight: one },
    colo,
  }
}
