import { formatPercent, formatUsd, formatUsdPerMwh, formatYears } from '../../format/format-quantity.ts'
import { STRATEGIES, type Strategy } from '../site/strategies.ts'
import { cloudSteps, colocationSteps, hybridSteps, leaseSteps } from './explain-ai.ts'
import { mineSteps } from './explain-mine.ts'
import { isBlocked, type SiteCase } from './site-case.ts'
import type { DerivationStep, StrategyExplanation } from './site-explanation.ts'

/** The five strategies with their values and derivations. */
export function explainStrategies(each: SiteCase): readonly StrategyExplanation[] {
  return STRATEGIES.map((strategy) => ({
    strategy,
    npvUsdPerMw: each.value[strategy],
    isBlocked: isBlocked(each, strategy),
    summary: summaryOf(strategy, each),
    steps: stepsOf(strategy, each),
  }))
}

function stepsOf(strategy: Strategy, each: SiteCase): readonly DerivationStep[] {
  switch (strategy) {
    case 'mine':
      return mineSteps(each)
    case 'lease':
      return leaseSteps(each)
    case 'cloud':
      return cloudSteps(each)
    case 'colo':
      return colocationSteps(each)
    case 'hybrid':
      return hybridSteps(each)
  }
}

function summaryOf(strategy: Strategy, each: SiteCase): string {
  const { terms, facts, value } = each
  const a = terms.assumptions
  switch (strategy) {
    case 'mine':
      return `${formatUsdPerMwh(terms.revenueUsdPerMwh)} of revenue against ${formatUsdPerMwh(value.mineCostUsdPerMwh)} of cost${facts.hasFleet ? ' with the ASICs on site' : ', before new ASICs and a shell'}.`
    case 'lease':
      return `${formatUsd(value.leaseRent)}/kW-month on a ${facts.isOperating ? 'retrofit' : 'new build'}, ${formatPercent(value.completion * value.convertible)} likely, first rent in ${formatYears(value.powerYears + value.aiTailYears)}.`
    case 'cloud':
      return `A GPU-hour of ${formatUsd(a.gpuHourUsd, 2)} today averages ${formatUsd(terms.levelisedGpuHour, 2)} over the GPUs' life.`
    case 'colo':
      return value.bearableRent > 0
        ? `${formatUsd(value.colocationRent)}/kW-month at ${formatPercent(value.colocationOccupancy)} occupancy; GPU tenants can bear ${formatUsd(value.bearableRent)}.`
        : `At ${formatUsd(a.gpuHourUsd, 2)} a GPU-hour a tenant cannot pay any rent.`
    case 'hybrid':
      return `Mine for ${formatYears(Math.max(0, value.convertYears - a.conversionDowntimeYears - value.mineStartYears))}, then convert; first AI revenue in ${formatYears(value.convertYears)}.`
  }
}
