import { colocationRent } from '../../ranking/site-value.ts'
import { gridCells } from './grid-form.ts'
import { Lattice } from './lattice.ts'
import type { PortfolioDraw } from './portfolio-draws.ts'
import { hasTenantRisk, type LinearStrategy, type PortfolioSites, powerShift, SiteReader } from './portfolio-sites.ts'
import { SpreadNode } from './spread-node.ts'
import type { StrategyForm } from './strategy-form.ts'

/** Steps of power price, $/MWh, and of the part of income in what colocation moves by. */
const POWER_PRICES = new Lattice(9)
const INCOME_PARTS = new Lattice(1 / 16)
/** Steps of power price between which a lease is a straight line in every draw. */
const RENT_PRICES = new Lattice(36)

export interface HallForms {
  readonly forms: Readonly<Record<Exclude<LinearStrategy, 'mine'>, StrategyForm>>
  /** The lease as it looks before it is known whether its tenant stays. */
  readonly leaseDecided: StrategyForm
}

/**
 * Lease, own GPUs and colocation. Rent, GPU income and the price of a hall are the same for all sites of a class, and a
 * site's own costs stay as planned. Yields after each node.
 */
export function* hallForms(
  sites: PortfolioSites,
  plan: PortfolioDraw,
  draws: readonly PortfolioDraw[],
): Generator<number, HallForms, void> {
  const { count, hallClass, powerPrice } = sites
  const reader = new SiteReader(sites.columns, sites.terms)
  const firstRow = new Map<number, number>()
  for (let row = 0; row < count; row += 1) {
    const own = hallClass[row] ?? 0
    if (!firstRow.has(own)) firstRow.set(own, row)
  }
  // Rents that a dear MWh takes something off move with the site's own price, in a straight line.
  const hasPowerShare = plan.terms.rentPerPowerPrice !== 0
  const flat = new Float64Array(count)
  const grid = gridCells({ count, kind: hallClass, x: hasPowerShare ? powerPrice : flat, y: flat }, RENT_PRICES, null)
  const lease: SpreadNode[] = []
  const leaseDecided: SpreadNode[] = []
  const isRisky = hasTenantRisk(draws)
  for (const { kind, x: price } of grid.points) {
    reader.read(firstRow.get(kind) ?? 0)
    if (hasPowerShare) reader.assumePrice(price)
    const planned = reader.hallsUnder(plan).leaseAtStart
    const decided = new Float64Array(draws.length)
    const turnsOut = isRisky ? new Float64Array(draws.length) : decided
    for (const [at, draw] of draws.entries()) {
      decided[at] = reader.hallsUnder(draw).leaseAtStart - planned
      if (isRisky) turnsOut[at] = reader.leaseTurnsOut(draw) - planned
    }
    leaseDecided.push(new SpreadNode(decided))
    lease.push(isRisky ? new SpreadNode(turnsOut) : leaseDecided.at(-1)!)
    yield 0
  }
  const place = { ...grid, scale: null, isExact: !hasPowerShare }
  return {
    forms: {
      lease: { ...place, nodes: lease },
      cloud: yield* cloudForm(sites, reader, firstRow, plan, draws),
      colo: yield* coloForm(sites, plan, draws),
    },
    leaseDecided: { ...place, nodes: leaseDecided },
  }
}

/** What power costs GPUs is no draw's but for one shift of all prices, so one node a class carries them exactly. */
function* cloudForm(
  { count, hallClass }: PortfolioSites,
  reader: SiteReader,
  firstRow: ReadonlyMap<number, number>,
  plan: PortfolioDraw,
  draws: readonly PortfolioDraw[],
): Generator<number, StrategyForm, void> {
  const nodes: SpreadNode[] = []
  const classes = [...firstRow.keys()]
  for (const row of firstRow.values()) {
    reader.read(row)
    const planned = reader.hallsUnder(plan).cloudAtStart
    nodes.push(new SpreadNode(Float64Array.from(draws, (draw) => reader.hallsUnder(draw).cloudAtStart - planned)))
    yield 0
  }
  const flat = new Float64Array(count)
  return {
    nodes,
    cells: Uint32Array.from({ length: 4 * nodes.length }, (_, at) => at >> 2),
    cell: Uint32Array.from(hallClass, (own) => classes.indexOf(own)),
    x: flat,
    y: flat,
    scale: null,
    isExact: true,
  }
}

/**
 * A colocation hall earns its occupancy times the rent that a tenant can bear at the site's power price, less a hall whose
 * price moves with the overrun. Over the sum of both parts that is a weighted mean of income and hall, which lies on a
 * grid of power price and weight.
 */
function* coloForm(
  sites: PortfolioSites,
  plan: PortfolioDraw,
  draws: readonly PortfolioDraw[],
): Generator<number, StrategyForm, void> {
  const { count, powerPrice, occupancy, hallShare } = sites
  const scale = new Float64Array(count)
  const part = new Float64Array(count)
  for (let row = 0; row < count; row += 1) {
    scale[row] = occupancy[row]! + hallShare[row]!
    part[row] = scale[row] === 0 ? 0 : occupancy[row]! / scale[row]!
  }
  const grid = gridCells({ count, kind: new Uint8Array(count), x: powerPrice, y: part }, POWER_PRICES, INCOME_PARTS)
  yield 0
  const dearestHall = ({ terms }: PortfolioDraw) => Math.max(terms.newAiCapexUsdPerMw, terms.retrofitAiCapexUsdPerMw)
  const hall = Float64Array.from(draws, (draw) => dearestHall(draw) - dearestHall(plan))
  const incomes = new Map<number, Float64Array>()
  const incomeAt = (price: number): Float64Array => {
    const known = incomes.get(price)
    if (known !== undefined) return known
    const earns = (draw: PortfolioDraw) =>
      draw.terms.colocationUsdPerRent * colocationRent(draw.terms, price + powerShift(draw, plan.assumptions))
    const planned = earns(plan)
    const income = Float64Array.from(draws, (draw) => earns(draw) - planned)
    incomes.set(price, income)
    return income
  }
  const nodes: SpreadNode[] = []
  for (const { x: price, y: weight } of grid.points) {
    const income = incomeAt(price)
    nodes.push(new SpreadNode(income.map((each, draw) => weight * each - (1 - weight) * hall[draw]!)))
    yield nodes.length / grid.points.length
  }
  return { ...grid, nodes, scale, isExact: false }
}
