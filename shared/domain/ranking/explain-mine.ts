import {
  formatNumber,
  formatPercent,
  formatUsd,
  formatUsdPerMw,
  formatUsdPerMwh,
  formatYears,
} from '../../format/format-quantity.ts'
import { breakevenPowerPriceUsdPerMwh } from '../mining/breakeven-power-price.ts'
import { curtailmentOption } from '../mining/curtailment-option.ts'
import { firstYearBelow } from '../mining/revenue-path.ts'
import { shutdownYear } from '../mining/shutdown-year.ts'
import { ASSUMPTIONS } from '../scenario/assumption-defs.ts'
import { taxSteps } from './explain-tax.ts'
import { miningMarginUsdPerMwh } from './mined-value.ts'
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
    ...sunsetSteps(each),
    ...floorSteps(each),
    {
      label: 'Shutdown',
      value: shutdownText(each),
      formula: terms.isGrowthFloored ? 'first day on which revenue is below cost' : 'ln(revenue / cost) / decline',
      source: `Revenue falls ${formatPercent(1 - Math.exp(-terms.declinePerYear))} a year; ${ASSUMPTIONS.difficultyGrowthPerYear.source}`,
    },
    {
      label: 'Present value of the margin',
      value: formatUsdPerMw(value.minePresentValue),
      formula: isSpot(each)
        ? '8,760 h × availability × ∫ Black put(mean power price, break-even price, spread) e^(−rt) dt, halvings included'
        : '8,760 h × availability × ∫ max(0, revenue − cost) e^(−rt) dt, halvings included',
      source: `From ${formatYears(value.mineStartYears)} to ${formatYears(value.mineEndYears)}, ${formatPercent(a.miningDiscountRate, 1)} discount rate`,
    },
    ...spotSteps(each),
    ...residualSteps(each),
    {
      label: facts.hasFleet ? 'ASICs on site at resale value, and purchase' : 'New ASICs and shell',
      value: formatUsdPerMw(value.mineCapital),
      formula: facts.hasFleet
        ? 'ASIC price × e^(−decay × age) × TH/MW + purchase price'
        : facts.hasMiningShell
          ? `${asicPriceText(each)} × TH/MW + purchase price`
          : `${asicPriceText(each)} × TH/MW + shell + upgrades + line`,
      source: facts.hasFleet ? ASSUMPTIONS.sitePurchaseUsdPerMw.source : ASSUMPTIONS.miningShellUsdPerMw.source,
    },
    ...taxSteps(each, 'mine', value.mineTax),
    chanceStep(each),
    {
      label: 'Value of mining',
      value: formatUsdPerMw(value.mine),
      formula:
        value.residualPresentValue > 0
          ? '(present value + resale − capital) × chance of power if above 0, less studies lost otherwise'
          : '(present value − capital) × chance of power if above 0, less studies lost otherwise',
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

/** What new ASICs cost on the day they are bought. */
function asicPriceText({ terms }: SiteCase): string {
  return terms.assumptions.asicPurchaseDeclinePerYear > 0 ? 'ASIC price × e^(−decline × years to start)' : 'ASIC price'
}

/** The part of curtailment income that ends, where one does. */
function sunsetSteps({ terms }: SiteCase): readonly DerivationStep[] {
  const a = terms.assumptions
  if (terms.endingIncomeUsdPerMwh === 0) return []
  return [
    {
      label: `Curtailment income that ends in ${a.curtailmentSunsetYear.toFixed(0)}`,
      value: formatUsdPerMwh(terms.endingIncomeUsdPerMwh),
      formula: 'share that ends × curtailment income / (8,760 h × availability); cost rises by it on that day',
      source: `Share ${formatPercent(a.curtailmentSunsetShare)}; ${ASSUMPTIONS.curtailmentSunsetYear.source}`,
    },
  ]
}

/** What keeps difficulty from growing, where a marginal fleet is assumed. */
function floorSteps({ terms }: SiteCase): readonly DerivationStep[] {
  const a = terms.assumptions
  if (!terms.isGrowthFloored) return []
  return [
    {
      label: 'Hashprice below which difficulty falls',
      value: `${formatUsd(terms.hashpriceFloor, 2)}/PH/day`,
      formula:
        '0.024 × J/TH × power price of the marginal fleet; growth × min(1, ln(hashprice / it) / ln 1.5), by quarters',
      source: `${formatNumber(a.marginalFleetEfficiencyJPerTh, 1)} J/TH at ${formatUsdPerMwh(a.marginalFleetPowerUsdPerMwh)}; ${ASSUMPTIONS.marginalFleetEfficiencyJPerTh.source}`,
    },
  ]
}

function isSpot({ terms, facts }: SiteCase): boolean {
  return terms.assumptions.spotPriceLogSd > 0 && facts.powerPrice > 0
}

/** How often a mine on spot power runs on its first day, and what it pays then. */
function spotSteps(each: SiteCase): readonly DerivationStep[] {
  if (!isSpot(each)) return []
  const { terms, facts, value } = each
  const { spotPriceLogSd } = terms.assumptions
  const breakeven = miningMarginUsdPerMwh(terms, value.mineCostUsdPerMwh, value.mineStartYears) + facts.powerPrice
  const option = curtailmentOption(facts.powerPrice, spotPriceLogSd, breakeven)
  return [
    {
      label: 'Hours that pay when mining starts',
      value:
        option.runFraction > 0
          ? `${formatPercent(option.runFraction)} at ${formatUsdPerMwh(option.meanPriceWhenRunningUsdPerMwh)}`
          : 'none',
      formula: 'N(−d2), and mean price × N(−d1) / N(−d2); d1 = ln(mean / break-even) / s + s / 2, d2 = d1 − s',
      source: `Break-even ${formatUsdPerMwh(breakeven)}, spread s ${formatNumber(spotPriceLogSd, 2)}; ${ASSUMPTIONS.spotPriceLogSd.source}`,
    },
  ]
}

/** What the worn-out machines fetch, where somebody buys them. */
function residualSteps({ terms, value }: SiteCase): readonly DerivationStep[] {
  const a = terms.assumptions
  if (!(value.residualPresentValue > 0)) return []
  return [
    {
      label: 'Resale of the worn-out ASICs',
      value: formatUsdPerMw(value.residualPresentValue),
      formula: 'share × price paid × e^(−decay × age) × TH/MW, discounted from the end of mining',
      source: `Share ${formatPercent(a.asicResidualShare)}; ${ASSUMPTIONS.asicDecayPerYear.source}`,
    },
  ]
}

function shutdownText({ terms, value }: SiteCase): string {
  const years = terms.isGrowthFloored
    ? firstYearBelow(terms.revenuePath, value.mineCostUsdPerMwh)
    : shutdownYear(terms.revenueUsdPerMwh, value.mineCostUsdPerMwh, terms.declinePerYear)
  if (years === 0) return 'already below cost'
  return Number.isFinite(years) ? `after ${formatYears(years)}` : 'never'
}
