import type { SiteColumns } from '../../../columns/site-columns.ts'
import { FAIL, gateStates, isMiningBlocked, UNKNOWN } from '../../ranking/gate-states.ts'
import { convertibleChances } from '../../ranking/judge-site.ts'
import { GATES } from '../../ranking/ranking.ts'
import { type ScenarioTerms, scenarioTerms } from '../../ranking/scenario-terms.ts'
import { emptyFacts, readFacts, type SiteFacts } from '../../ranking/site-facts.ts'
import { emptyValue, type SiteValue, valueHallsAtStart, valueSingleUses } from '../../ranking/site-value.ts'
import type { Assumptions } from '../../scenario/assumption-defs.ts'
import { POWER_STAGES } from '../../time-to-power/power-stage.ts'
import { TenantOutcome } from '../tenant-outcome.ts'
import type { PortfolioDraw } from './portfolio-draws.ts'
import { withGain } from './with-gain.ts'

/** Uses whose value is close to linear in few market terms; a mix over time is not. */
export const LINEAR_STRATEGIES = ['mine', 'lease', 'cloud', 'colo'] as const

export type LinearStrategy = (typeof LINEAR_STRATEGIES)[number]

/**
 * What the portfolio needs of every site: its planned values, and the few coordinates on which the spread around the
 * plan depends. Arrays are indexed by row; money is USD a gross MW.
 */
export interface PortfolioSites {
  readonly columns: SiteColumns
  readonly terms: ScenarioTerms
  readonly count: number
  /** Planned value net of capital at the start of the use, before chance and delay. */
  readonly planned: Readonly<Record<LinearStrategy, Float64Array>>
  /** What a gain counts with: gates that may fail, and waiting. A loss counts in full. */
  readonly gain: Readonly<Record<LinearStrategy, Float64Array>>
  /** Probability that the power comes, */
  readonly completion: Float64Array
  /** and where it stands in `terms.completion`. */
  readonly stand: Uint8Array
  readonly isAiBlocked: Uint8Array
  readonly isMineBlocked: Uint8Array
  /** Sites of one class get an AI hall at the same price. */
  readonly hallClass: Uint8Array
  readonly powerPrice: Float64Array
  readonly occupancy: Float64Array
  /** Price of the site's AI hall over that of the dearest. */
  readonly hallShare: Float64Array
  readonly mineStartYears: Float64Array
  readonly mineLifeYears: Float64Array
}

const ROWS_PER_STEP = 5_000

/** Reads and values every site once under the plan; yields after some thousand sites. */
export function* portfolioSites(
  columns: SiteColumns,
  a: Assumptions,
  plan: PortfolioDraw,
): Generator<number, PortfolioSites, void> {
  const { count } = columns
  const numbers = () => new Float64Array(count)
  const perStrategy = () => ({ mine: numbers(), lease: numbers(), cloud: numbers(), colo: numbers() })
  const terms = scenarioTerms(columns, a)
  const sites = {
    columns,
    terms,
    count,
    planned: perStrategy(),
    gain: perStrategy(),
    completion: numbers(),
    stand: new Uint8Array(count),
    isAiBlocked: new Uint8Array(count),
    isMineBlocked: new Uint8Array(count),
    hallClass: new Uint8Array(count),
    powerPrice: numbers(),
    occupancy: numbers(),
    hallShare: numbers(),
    mineStartYears: numbers(),
    mineLifeYears: numbers(),
  }
  const reader = new SiteReader(columns, terms)
  const { facts, value } = reader
  const dearestHall = Math.max(plan.terms.newAiCapexUsdPerMw, plan.terms.retrofitAiCapexUsdPerMw)
  for (let row = 0; row < count; row += 1) {
    reader.read(row)
    valueSingleUses(plan.terms, facts, reader.convertible, value)
    for (const strategy of LINEAR_STRATEGIES) {
      sites.planned[strategy][row] = amountAtStart(value, strategy)
      sites.gain[strategy][row] = gainFactor(value, strategy)
    }
    const stand = facts.region * POWER_STAGES.length + facts.stage
    sites.completion[row] = terms.completion[stand] ?? 0
    sites.stand[row] = stand
    sites.isAiBlocked[row] = reader.isAiBlocked ? 1 : 0
    sites.isMineBlocked[row] = isMiningBlocked(facts, a) ? 1 : 0
    sites.hallShare[row] = dearestHall === 0 ? 0 : value.aiCapex / dearestHall
    sites.hallClass[row] = hallClass(facts)
    sites.powerPrice[row] = facts.powerPrice
    sites.occupancy[row] = value.colocationOccupancy
    sites.mineStartYears[row] = value.mineStartYears
    // Rounded, so that one life is one number whatever date it is counted from.
    sites.mineLifeYears[row] = Math.round((value.mineEndYears - value.mineStartYears) * 1e6) / 1e6
    if (row % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield row / count
  }
  return sites
}

/** Reads one site after the other as the ranking does. */
export class SiteReader {
  readonly facts = emptyFacts()
  readonly value = emptyValue()
  /** Chance that the gates that nobody has looked at pass. */
  convertible = 1
  isAiBlocked = false

  readonly #columns: SiteColumns
  readonly #terms: ScenarioTerms
  readonly #chances: Float64Array
  readonly #gates = new Uint8Array(GATES.length)
  readonly #tenant: TenantOutcome
  #plannedPrice = 0

  constructor(columns: SiteColumns, terms: ScenarioTerms) {
    this.#columns = columns
    this.#terms = terms
    this.#chances = convertibleChances(terms.assumptions.unsurveyedConvertibleShare)
    this.#tenant = new TenantOutcome(terms.assumptions)
  }

  read(row: number): void {
    readFacts(this.#terms, this.#columns, row, this.facts)
    this.#plannedPrice = this.facts.powerPrice
    gateStates(this.facts, this.#terms.assumptions, this.#gates, 0)
    let unknowns = 0
    this.isAiBlocked = false
    for (const state of this.#gates) {
      if (state === UNKNOWN) unknowns += 1
      else if (state === FAIL) this.isAiBlocked = true
    }
    this.convertible = this.#chances[unknowns] ?? 0
  }

  /** Gives the site that was read another power price. */
  assumePrice(usdPerMwh: number): void {
    this.#plannedPrice = usdPerMwh
  }

  /** Values the site that was read under a draw, as it looks before it is known whether the tenant stays. */
  valueUnder(draw: PortfolioDraw): SiteValue {
    this.facts.powerPrice = this.#plannedPrice + powerShift(draw, this.#terms.assumptions)
    valueSingleUses(draw.terms, this.facts, this.convertible, this.value)
    return this.value
  }

  /** The same of the AI uses alone. */
  hallsUnder(draw: PortfolioDraw): SiteValue {
    if (draw.terms.tax !== null) return this.valueUnder(draw)
    this.facts.powerPrice = this.#plannedPrice + powerShift(draw, this.#terms.assumptions)
    valueHallsAtStart(draw.terms, this.facts, this.value)
    return this.value
  }

  /** What the lease of the last valuation turns out to be worth at its start. */
  leaseTurnsOut(draw: PortfolioDraw): number {
    return this.#tenant.atStart(draw.terms, draw.leaseKept, this.value)
  }

  /** What a use of the last valuation turns out to be worth if the power comes, USD a gross MW. */
  outcome(draw: PortfolioDraw, strategy: LinearStrategy, hasTenantRisk: boolean): number {
    if (strategy !== 'lease' || !hasTenantRisk) return this.value[strategy]
    return withGain(this.leaseTurnsOut(draw), gainFactor(this.value, 'lease'))
  }
}

/** Whether draws tell of tenants that default. */
export function hasTenantRisk(draws: readonly PortfolioDraw[]): boolean {
  return draws.some(({ leaseKept }) => leaseKept < 1)
}

/** What a draw adds to every power price of the plan, $/MWh. */
export function powerShift(draw: PortfolioDraw, plan: Assumptions): number {
  return draw.assumptions.powerPriceChangeUsdPerMwh - plan.powerPriceChangeUsdPerMwh
}

/** Value of a use when it starts. A mine's counts from today, so there it is the value itself. */
export function amountAtStart(value: SiteValue, strategy: LinearStrategy): number {
  switch (strategy) {
    case 'mine':
      return value.mine
    case 'lease':
      return value.leaseAtStart
    case 'cloud':
      return value.cloudAtStart
    default:
      return value.colocationAtStart
  }
}

function gainFactor(value: SiteValue, strategy: LinearStrategy): number {
  if (strategy === 'mine') return 1
  return value.convertible * (strategy === 'cloud' ? value.gpuDiscount : value.leaseDiscount)
}

function hallClass({ isOperating, hasMiningShell, isComputing }: SiteFacts): number {
  return (isOperating ? 1 : 0) + (hasMiningShell ? 2 : 0) + (isComputing ? 4 : 0)
}
