import {
  formatNumber,
  formatPercent,
  formatUsd,
  formatUsdPerMw,
  formatUsdPerMwh,
  formatYears,
} from '../../format/format-quantity.ts'
import { breakevenPowerPriceUsdPerMwh } from '../mining/breakeven-power-price.ts'
import { shutdownYear } from '../mining/shutdown-year.ts'
import { ASSUMPTIONS } from '../scenario/assumption-defs.ts'
import type { SiteCase } from './site-case.ts'
import type { DerivationStep } from './site-explanation.ts'

/** How the value of mining comes about, step by step. */
export function mineSteps(each: SiteCase): readonly DerivationStep[] {
  const { terms, facts, value } = each
  const a = terms.assumptions
  const breakeven = breakevenPowerPriceUsdPerMwh(terms.revenueUsdPerMwh, a.miningOpexUsdPerMwh)
  return [
    {
      label: 'Hashprice',
      value: `${formatUsd(terms.hashprice, 2)}/PH/day`,
      formula: '86,400e15 / 2^32 / difficulty × subsidy × Bitcoin price / (1 − fee share)',
      source: `Bitcoin ${formatUsd(a.btcPriceUsd)}, difficulty ${formatNumber(a.difficultyT, 1)} T, fees ${formatPercent(a.feeShare, 1)}`,
    },
    {
      label: 'Revenue at the meter',
      value: formatUsdPerMwh(terms.revenueUsdPerMwh),
      formula: 'hashprice × (1 − pool fee) / (0.024 × J/TH × PUE)',
      source: `${formatNumber(a.fleetEfficiencyJPerTh, 1)} J/TH, PUE ${formatNumber(a.miningPue, 2)}; ${ASSUMPTIONS.fleetEfficiencyJPerTh.source}`,
    },
    {
      label: 'Break-even power price today',
      value: formatUsdPerMwh(breakeven),
      formula: 'revenue at the meter − operating cost without power',
      source: `Operating cost ${formatUsdPerMwh(a.miningOpexUsdPerMwh)}; ${ASSUMPTIONS.miningOpexUsdPerMwh.source}`,
    },
    {
      label: 'Cost while running',
      value: formatUsdPerMwh(value.mineCostUsdPerMwh),
      formula: 'power + operating cost − curtailment income / (8,760 h × availability)',
      source: `Power ${formatUsdPerMwh(facts.powerPrice)}, curtailment ${formatUsd(a.curtailmentIncomeUsdPerKwYear)}/kW-yr; ${ASSUMPTIONS.curtailmentIncomeUsdPerKwYear.source}`,
    },
    {
      label: 'Shutdown',
      value: shutdownText(each),
      formula: 'ln(revenue / cost) / decline',
      source: `Revenue falls ${formatPercent(1 - Math.exp(-terms.declinePerYear))} a year; ${ASSUMPTIONS.difficultyGrowthPerYear.source}`,
    },
    {
      label: 'Present value of the margin',
      value: formatUsdPerMw(value.minePresentValue),
      formula: '8,760 h × availability × ∫ max(0, revenue − cost) e^(−rt) dt, halvings included',
      source: `From ${formatYears(value.mineStartYears)} to ${formatYears(value.mineEndYears)}, ${formatPercent(a.miningDiscountRate, 1)} discount rate`,
    },
    {
      label: facts.hasFleet ? 'ASICs on site at resale value, and purchase' : 'New ASICs and shell',
      value: formatUsdPerMw(value.mineCapital),
      formula: facts.hasFleet
        ? 'ASIC price × e^(−decay × age) × TH/MW + purchase price'
        : facts.hasMiningShell
          ? 'ASIC price × TH/MW + purchase price'
          : 'ASIC price × TH/MW + shell + upgrades + line',
      source: facts.hasFleet ? ASSUMPTIONS.sitePurchaseUsdPerMw.source : ASSUMPTIONS.miningShellUsdPerMw.source,
    },
    chanceStep(each),
    {
      label: 'Value of mining',
      value: formatUsdPerMw(value.mine),
      formula: '(present value − capital) × chance of power if above 0, less studies lost otherwise',
      source: 'Result',
    },
  ]
}

/** The chance that power comes, common to all strategies. */
export function chanceStep({ value, facts }: SiteCase): DerivationStep {
  return {
    label: 'Chance of power',
    value: formatPercent(value.completion),
    formula: 'completion probability of the queue stage',
    source: facts.isStageKnown
      ? 'Queue status or evidence of the site'
      : 'No queue status is known: taken as nothing filed',
  }
}

function shutdownText({ terms, value }: SiteCase): string {
  const years = shutdownYear(terms.revenueUsdPerMwh, value.mineCostUsdPerMwh, terms.declinePerYear)
  if (years === 0) return 'already below cost'
  return Number.isFinite(years) ? `after ${formatYears(years)}` : 'never'
}
