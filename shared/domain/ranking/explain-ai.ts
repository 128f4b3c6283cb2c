import {
  formatNumber,
  formatPercent,
  formatUsd,
  formatUsdPerMw,
  formatUsdPerMwh,
  formatYears,
} from '../../format/format-quantity.ts'
import { leaseNoiMargin } from '../conversion/lease-type.ts'
import { ASSUMPTIONS } from '../scenario/assumption-defs.ts'
import { leaseIncomeSteps, leaseOfferSteps, leaseTypeSteps } from './explain-lease.ts'
import { chanceStep } from './explain-mine.ts'
import { delayShapeName, queueSteps } from './explain-queue.ts'
import { taxSteps } from './explain-tax.ts'
import { isRebuilt, operatingHallCapexUsdPerItMw } from './scenario-terms.ts'
import type { SiteCase } from './site-case.ts'
import type { DerivationStep } from './site-explanation.ts'

/** How the value of leasing the converted shell comes about. */
export function leaseSteps(each: SiteCase): readonly DerivationStep[] {
  const { terms, facts, value } = each
  const a = terms.assumptions
  return [
    ...leaseTypeSteps(terms.leaseType, a),
    ...leaseOfferSteps(each),
    {
      label: 'Rent at this power price',
      value: `${formatUsd(value.leaseRent, 2)}/kW-month`,
      formula:
        terms.leaseType === 'gross'
          ? 'market rent − 0.73 × PUE / NOI margin × (power price − reference): the landlord pays the bill'
          : 'market rent − 0.73 × PUE × share × (power price − reference): the tenant pays the bill',
      source: `Market ${formatUsd(a.leaseRentUsdPerKwMonth, 2)}; power ${formatUsdPerMwh(facts.powerPrice)} against ${formatUsdPerMwh(a.leasePowerReferenceUsdPerMwh)}; ${ASSUMPTIONS.leaseRentUsdPerKwMonth.source}`,
    },
    {
      label: 'Present value of the income',
      value: formatUsdPerMw(terms.leaseUsdPerRent * value.leaseRent),
      formula: '12,000 × rent × NOI margin × years of income / gross-to-IT',
      source: `NOI ${formatPercent(leaseNoiMargin(terms.leaseType, a), 1)}, ${formatNumber(terms.leaseYears, 2)} times the first year's income, ${formatPercent(a.leaseDiscountRate, 1)} discount rate`,
    },
    ...leaseIncomeSteps(each),
    ...buildSteps(each),
    ...taxSteps(each, 'hall', value.leaseTax),
    atStartStep(value.leaseAtStart),
    ...riskSteps(each, value.leaseDiscount),
    resultStep('Value of leasing', value.lease),
  ]
}

/** How the value of hosting other people's GPUs comes about. Power is metered and passed through to the tenant. */
export function colocationSteps(each: SiteCase): readonly DerivationStep[] {
  const { terms, value } = each
  const a = terms.assumptions
  return [
    {
      label: 'Rent a GPU tenant can bear',
      value: value.bearableRent > 0 ? `${formatUsd(value.bearableRent, 2)}/kW-month` : 'none',
      formula: '(8,760 × utilization × GPU-hour − capital − power − operation) / (12 × kW per GPU)',
      source: `GPU-hour ${formatUsd(a.gpuHourUsd, 2)}, GPU ${formatUsd(a.gpuCapexUsd)}; ${ASSUMPTIONS.gpuHourUsd.source}`,
    },
    {
      label: 'Rent',
      value: `${formatUsd(value.colocationRent, 2)}/kW-month`,
      formula: 'the lower of market colocation and what the tenant can bear',
      source: `Market ${formatUsd(a.colocationUsdPerKwMonth, 2)}; ${ASSUMPTIONS.colocationUsdPerKwMonth.source}`,
    },
    {
      label: 'Occupancy',
      value: formatPercent(value.colocationOccupancy),
      formula: 'occupancy × min(1, retail demand / IT MW)',
      source: `${formatNumber(a.colocationMarketItMw)} IT MW of retail demand; ${ASSUMPTIONS.colocationOccupancy.source}`,
    },
    {
      label: 'Present value of the income',
      value: formatUsdPerMw(terms.colocationUsdPerRent * value.colocationRent * value.colocationOccupancy),
      formula: '12,000 × rent × occupancy × NOI margin × growing annuity / gross-to-IT',
      source: `NOI ${formatPercent(a.colocationNoiMargin)}, power metered to the tenant; ${ASSUMPTIONS.colocationNoiMargin.source}`,
    },
    ...buildSteps(each),
    ...taxSteps(each, 'hall', value.colocationTax),
    atStartStep(value.colocationAtStart),
    ...riskSteps(each, value.leaseDiscount),
    resultStep('Value of colocation', value.colo),
  ]
}

/** How the value of owning the GPUs comes about. */
export function cloudSteps(each: SiteCase): readonly DerivationStep[] {
  const { terms, facts, value } = each
  const a = terms.assumptions
  const generations = terms.gpuGenerations.length
  const sitePart = value.siteCost + value.substationCost + value.upgradeCost + value.lineCost + value.fiberCost
  return [
    {
      label: 'GPU-hour over the life',
      value: `${formatUsd(terms.levelisedGpuHour, 2)}/h`,
      formula: 'GPU-hour × ∫ e^(−(r − slope)t) dt / ∫ e^(−rt) dt',
      source: `${formatUsd(a.gpuHourUsd, 2)} today, slope ${formatPercent(a.gpuHourSlopePerYear)}/yr; ${ASSUMPTIONS.gpuHourSlopePerYear.source}`,
    },
    {
      label: 'GPU-hours sold',
      value: `${formatPercent(terms.gpuHoursSoldShare)} at ${formatUsd(terms.gpuHourSold, 2)}/h`,
      formula:
        'take-or-pay share in every hour at a price fixed today, the rest at the utilization and the price over the life',
      source: `${formatPercent(a.gpuTakeOrPayShare)} take-or-pay at ${formatPercent(a.gpuTakeOrPayPriceShare)} of today’s price, merchant utilization ${formatPercent(a.gpuUtilisation)}; ${ASSUMPTIONS.gpuTakeOrPayShare.source}`,
    },
    ...generationSteps(each),
    {
      label: `Net of GPUs, power and shell over ${generations === 1 ? 'one GPU life' : `${generations} GPU generations`}`,
      value: formatUsdPerMw(value.cloudAtStart + value.cloudTax + sitePart),
      formula:
        '[n × (8,760 u g − operation − GPU capital) − 8,760 × PUE × u × power − shell recovery] × annuity / gross-to-IT',
      source: `${formatNumber(1_000 / a.kwItPerGpu)} GPUs a MW at ${formatUsd(a.gpuCapexUsd)}, ${formatPercent(a.gpuResidualShare)} residual after ${formatNumber(a.gpuLifeYears)} years, power ${formatUsdPerMwh(facts.powerPrice)}; ${ASSUMPTIONS.gpuCapexUsd.source}`,
    },
    siteStep(each),
    ...taxSteps(each, 'gpus', value.cloudTax),
    atStartStep(value.cloudAtStart),
    ...riskSteps(each, value.gpuDiscount),
    resultStep('Value of owning the GPUs', value.cloud),
  ]
}

function generationSteps({ terms }: SiteCase): readonly DerivationStep[] {
  const a = terms.assumptions
  const [, ...later] = terms.gpuGenerations
  if (later.length === 0) return []
  return [
    {
      label: 'Later generations of GPUs',
      value: later.map(({ startYears }) => `after ${formatYears(startYears)}`).join(', '),
      formula: 'each anew at its price and its income, discounted to the first; the last ends with the shell',
      source: `${formatPercent(a.gpuRefreshCapexShare)} of the first price, ${formatPercent(a.gpuRefreshHourShare)} of the first income, shell of ${formatNumber(a.shellLifeYears)} years; ${ASSUMPTIONS.gpuRefreshHourShare.source}`,
    },
  ]
}

/** How the value of mining first comes about. */
export function hybridSteps(each: SiteCase): readonly DerivationStep[] {
  const { terms, value } = each
  const a = terms.assumptions
  return [
    {
      label: 'Conversion',
      value: formatYears(value.convertYears),
      formula:
        'the better of: as soon as the hall is ready; when a year of mining earns less than the interest on the AI value',
      source: `Values are linear in the share converted, so all megawatts convert; ${formatYears(a.conversionDowntimeYears)} without mining before`,
    },
    {
      label: 'Mining until the works begin',
      value: formatUsdPerMw(value.bridgePresentValue),
      formula: 'present value of the margin − ASICs − shell or purchase + scrap; conversion strands the ASICs',
      source: `Scrap ${formatUsd(a.asicScrapUsdPerTh, 2)}/TH; ${ASSUMPTIONS.asicScrapUsdPerTh.source}`,
    },
    {
      label: 'AI value after conversion',
      value: formatUsdPerMw(value.hybridAiValue),
      formula: '(better of lease and colocation, land already paid) × chance that open gates pass × discount',
      source: `${formatPercent(value.convertible)} chance, ${formatPercent(a.leaseDiscountRate, 1)} discount rate`,
    },
    ...taxSteps(each, 'hybrid', null),
    chanceStep(each),
    resultStep('Value of mining first', value.hybrid),
  ]
}

function buildSteps(each: SiteCase): readonly DerivationStep[] {
  const { terms, facts, value } = each
  const a = terms.assumptions
  const isRetrofit = facts.isOperating && !isRebuilt(a)
  const capex = facts.isOperating ? operatingHallCapexUsdPerItMw(a) : a.aiCapexUsdPerItMw
  const def = isRetrofit ? ASSUMPTIONS.retrofitCapexUsdPerItMw : ASSUMPTIONS.aiCapexUsdPerItMw
  const share = a.leaseTenantCapexShare
  return [
    {
      label: isRetrofit ? 'Retrofit' : facts.isOperating ? 'Rebuild' : 'New build',
      value: formatUsdPerMw(value.aiCapex),
      formula: `capex per IT MW × overrun${share > 0 ? ' × what the tenant does not pay' : ''} / gross-to-IT`,
      source: `${formatUsd(capex / 1e6, 1)}m per IT MW × ${formatNumber(a.aiCostOverrun, 2)}${share > 0 ? ` × ${formatPercent(1 - share)}` : ''} / ${formatNumber(a.grossToIt, 2)}; ${facts.isOperating && !isRetrofit ? ASSUMPTIONS.operatingHallWorks.source : def.source}`,
    },
    siteStep(each),
  ]
}

function siteStep({ facts, value }: SiteCase): DerivationStep {
  const parts = [
    [facts.isOperating ? 'purchase' : 'powered land', value.siteCost],
    ['substation', value.substationCost],
    ['network upgrades', value.upgradeCost],
    ['line', value.lineCost],
    ['fiber', value.fiberCost],
  ] as const
  const spent = parts.filter(([, cost]) => cost > 0)
  const open = [
    Number.isNaN(facts.substationMi) && value.lineCost > 0 ? 'substation distance' : '',
    Number.isNaN(facts.fiberMi) ? 'fiber distance' : '',
    Number.isNaN(facts.mw) ? 'size' : '',
  ].filter((each) => each !== '')
  return {
    label: 'Site, grid and fiber',
    value: formatUsdPerMw(value.siteCost + value.substationCost + value.upgradeCost + value.lineCost + value.fiberCost),
    formula:
      spent.length === 0 ? 'none' : spent.map(([name, cost]) => `${name} ${formatUsd(cost / 1e6, 2)}m`).join(' + '),
    source:
      open.length === 0
        ? 'Unit costs of the scenario'
        : `Unit costs of the scenario; assumed because unknown: ${open.join(', ')}`,
  }
}

function atStartStep(value: number): DerivationStep {
  return {
    label: 'Value on the first day of service',
    value: formatUsdPerMw(value),
    formula: 'income − build − site',
    source: 'Sum',
  }
}

function riskSteps(each: SiteCase, discount: number): readonly DerivationStep[] {
  const { value, unknownGates } = each
  return [
    chanceStep(each),
    ...queueSteps(each),
    {
      label: 'Chance that the open gates pass',
      value: formatPercent(value.convertible),
      formula: 'prior of an unsurveyed site ^ (unknown gates / all gates)',
      source: `${unknownGates} of ${each.gates.length} gates unknown; ${ASSUMPTIONS.unsurveyedConvertibleShare.source}`,
    },
    {
      label: 'Discount to the first revenue',
      value: formatNumber(discount, 3),
      formula: 'E[e^(−r × time to power)] × e^(−r × remaining build)',
      source: `${delayShapeName(each.terms.assumptions)} time to power; power ${value.powerYears > 0 ? `in ${formatYears(value.powerYears)}` : 'now'}, then ${formatYears(value.aiTailYears)} of building`,
    },
  ]
}

function resultStep(label: string, value: number): DerivationStep {
  return {
    label,
    value: formatUsdPerMw(value),
    formula: 'a gain × chances × discount, a loss in full; less studies lost if power never comes',
    source: 'Result',
  }
}
