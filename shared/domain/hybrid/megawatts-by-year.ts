import type { SiteCase } from '../ranking/site-case.ts'
import { type AiHall, readyYears, stopYears } from './block-value.ts'
import type { HybridPlan, PlannedBlocks } from './hybrid-plan.ts'

/** What the megawatts of a site do in a year, on average; they add up to the plan's megawatts. */
export interface YearOfPlan {
  /** Calendar year that it begins in, as a decimal: 2026.5 is July 2026. */
  readonly fromYear: number
  readonly mining: number
  readonly works: number
  /** In halls that are let to tenants, and in halls of own GPUs. */
  readonly tenants: number
  readonly gpus: number
  /** Without power yet, switched off, worn out, or left alone. */
  readonly idle: number
  /**
   * Curtailment and demand-response income of what still mines, USD. AI halls are firm and earn none of it; no cap on the
   * megawatts that programmes take is published, so that all that mine earn it.
   */
  readonly demandResponseUsd: number
}

export const PLAN_STATES = ['tenants', 'gpus', 'mining', 'works', 'idle'] as const

export type PlanState = (typeof PLAN_STATES)[number]

const QUARTERS = 4
const LEAST_YEARS = 6
const MOST_YEARS = 15

/** The plan year by year from the valuation date, each year the mean of its four quarters. */
export function megawattsByYear(plan: HybridPlan): readonly YearOfPlan[] {
  const first = plan.ramp[0]
  if (!first) return []
  const a = first.each.terms.assumptions
  const dates = plan.blocks.map(({ convertYears }) => (Number.isNaN(convertYears) ? 0 : convertYears))
  const years = Math.min(MOST_YEARS, Math.max(LEAST_YEARS, Math.ceil(Math.max(...dates)) + 2))
  return Array.from({ length: years }, (_, year) => {
    const mw = { mining: 0, works: 0, tenants: 0, gpus: 0, idle: 0 }
    for (let quarter = 0; quarter < QUARTERS; quarter += 1) {
      const middle = year + (quarter + 0.5) / QUARTERS
      for (const blocks of plan.blocks) mw[stateAt(blocks, middle)] += blocks.mw / QUARTERS
    }
    return {
      fromYear: a.valuationYear + year,
      ...mw,
      demandResponseUsd: mw.mining * 1_000 * a.curtailmentIncomeUsdPerKwYear,
    }
  })
}

/** What a block does `years` from the valuation date. */
export function stateAt({ use, hall, convertYears, tranche }: PlannedBlocks, years: number): PlanState {
  const { each } = tranche
  const { terms, value } = each
  const a = terms.assumptions
  if (use === 'idle') return 'idle'
  if (use !== 'mine') {
    const serves = hall ?? 'tenants'
    if (years >= convertYears + yearsOfService(each, serves)) return 'idle'
    if (years >= convertYears) return serves
    const buildYears = use === 'convert' ? a.conversionDowntimeYears : readyYears(each) - value.powerYears
    if (years >= convertYears - buildYears) return 'works'
    if (use === 'build') return 'idle'
  }
  const stop = use === 'mine' ? value.mineEndYears : stopYears(each, convertYears)
  if (years < value.mineStartYears || years >= stop) return 'idle'
  const halved = terms.halvings.filter((halving) => halving <= years).length
  const revenue = terms.revenueUsdPerMwh * Math.exp(-terms.declinePerYear * years) * terms.halvingMultiplier ** halved
  return revenue > value.mineCostUsdPerMwh ? 'mining' : 'idle'
}

/** A hall is let until its shell is worn out; own GPUs end with their last generation. */
function yearsOfService({ terms }: SiteCase, hall: AiHall): number {
  const { leaseTermYears, shellLifeYears } = terms.assumptions
  if (hall === 'tenants') return Math.max(leaseTermYears, shellLifeYears)
  return Math.max(0, ...terms.gpuGenerations.map(({ startYears, years }) => startYears + years))
}
