import { readyYears, stopYears } from './block-value.ts'
import type { HybridPlan, PlannedBlocks } from './hybrid-plan.ts'

/** What the megawatts of a site do in a year, on average; they add up to the plan's megawatts. */
export interface YearOfPlan {
  /** Calendar year that it begins in, as a decimal: 2026.5 is July 2026. */
  readonly fromYear: number
  readonly mining: number
  readonly works: number
  readonly ai: number
  /** Without power yet, switched off, worn out, or left alone. */
  readonly idle: number
  /** Curtailment and demand-response income of what still mines, USD. */
  readonly demandResponseUsd: number
}

export const PLAN_STATES = ['ai', 'mining', 'works', 'idle'] as const

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
    const mw = { mining: 0, works: 0, ai: 0, idle: 0 }
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
export function stateAt({ use, convertYears, tranche }: PlannedBlocks, years: number): PlanState {
  const { each } = tranche
  const { terms, value } = each
  const a = terms.assumptions
  if (use === 'idle') return 'idle'
  if (use !== 'mine') {
    if (years >= convertYears + Math.max(a.leaseTermYears, a.shellLifeYears)) return 'idle'
    if (years >= convertYears) return 'ai'
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
