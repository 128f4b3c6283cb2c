import { categoryAt } from '../../columns/site-columns.ts'
import { formatMw, formatNumber, formatPercent, formatUsdPerMwh, formatUsdShort } from '../../format/format-quantity.ts'
import type { SiteCase } from '../ranking/site-case.ts'
import type { DerivationStep, PowerPriceExplanation } from '../ranking/site-explanation.ts'
import { ASSUMPTIONS } from '../scenario/assumption-defs.ts'
import { builtUpPrice, TARIFF_CHARGES, type TariffCharges } from './built-up-price.ts'
import { exitFeeUsd, minimumTakeBill } from './minimum-take.ts'
import { PRICE_PARTS, type PricePart } from './price-build-up.ts'
import { proxyPowerPrice } from './proxy-power-price.ts'

/** Where the price of a site is from: its own charges, its quote, or a proxy, in this order. */
export function explainPowerPrice(each: SiteCase): PowerPriceExplanation {
  const { facts, terms } = each
  const charges = chargesOf(each)
  const change = terms.assumptions.powerPriceChangeUsdPerMwh
  const shift = change === 0 ? '' : `, changed by ${change} $/MWh in the scenario`
  const isBuiltUp = !Number.isNaN(charges.energyUsdPerMwh)
  const isProxy = Number.isNaN(facts.quotedPowerPrice)
  const basis = isBuiltUp
    ? 'Built up from the charges of the site'
    : isProxy
      ? proxySource(each)
      : 'Quoted for the site'
  const steps = isBuiltUp ? partSteps(charges) : []
  return {
    usdPerMwh: facts.powerPrice,
    source: `${basis}${shift}`,
    isProxy,
    steps: [
      ...steps,
      {
        label: isBuiltUp ? 'All-in power price' : isProxy ? 'Proxy power price' : 'Quoted power price',
        value: formatUsdPerMwh(facts.powerPrice),
        formula: isBuiltUp
          ? 'sum of the charges, over a load that is there in every hour'
          : isProxy
            ? `give or take ${formatPercent(terms.assumptions.powerPriceProxySpread)}`
            : '',
        source: `${basis}${shift}${isProxy ? `; ${ASSUMPTIONS.industrialTariffMultiplier.source}` : ''}`,
      },
      ...(isBuiltUp ? peakSteps(charges) : []),
    ],
    risks: commitments(each, charges),
  }
}

function proxySource({ site, terms }: SiteCase): string {
  const { industrialTariffMultiplier, powerPriceElsewhereUsdPerMwh } = terms.assumptions
  const country =
    categoryAt(site, 'country', 0) || (terms.isKnownState[site.categories.state.codes[0] ?? 0] ? 'US' : '')
  const state = categoryAt(site, 'state', 0)
  return proxyPowerPrice(country, state, industrialTariffMultiplier, powerPriceElsewhereUsdPerMwh).source
}

function chargesOf({ site }: SiteCase): TariffCharges {
  return Object.fromEntries(
    TARIFF_CHARGES.map((key) => [key, site.numbers[key][0] ?? Number.NaN]),
  ) as unknown as TariffCharges
}

const PART_LABELS: Readonly<Record<PricePart, readonly [label: string, formula: string, charge: keyof TariffCharges]>> =
  {
    energy: ['Energy', 'as charged', 'energyUsdPerMwh'],
    basis: ['Basis', "the node's price less the hub's", 'basisUsdPerMwh'],
    capacity: ['Capacity', '$/MW-day × share of the peak / (24 × load factor)', 'capacityUsdPerMwDay'],
    transmission: [
      'Transmission',
      '1,000 × $/kW-yr × share of the peak / (8,760 × load factor)',
      'transmissionUsdPerKwYear',
    ],
    demand: ['Demand', '12,000 × $/kW-month / (8,760 × load factor)', 'demandUsdPerKwMonth'],
    riders: ['Riders', 'as charged', 'ridersUsdPerMwh'],
    tax: ['Tax', 'on all of the above', 'powerTaxPercent'],
  }

function partSteps(charges: TariffCharges): readonly DerivationStep[] {
  const { usdPerMwh, share } = builtUpPrice(charges)
  return PRICE_PARTS.map((part) => {
    const [label, formula, charge] = PART_LABELS[part]
    const isUnknown = Number.isNaN(charges[charge])
    return {
      label,
      value: isUnknown ? 'not on file' : formatUsdPerMwh(usdPerMwh[part]),
      formula: isUnknown ? 'counted as none' : formula,
      source: isUnknown || Number.isNaN(share[part]) ? '' : `${formatPercent(share[part])} of the price`,
    }
  })
}

/** What a mine that stands down in the hours of the system's peak does not pay. */
function peakSteps(charges: TariffCharges): readonly DerivationStep[] {
  const { usdPerMwh } = builtUpPrice(charges)
  const saved = usdPerMwh.capacity + usdPerMwh.transmission
  if (saved === 0) return []
  return [
    {
      label: 'A mine off at the peak saves up to',
      value: formatUsdPerMwh(saved),
      formula: 'capacity + transmission; AI cannot stand down',
      source: 'Not in the values: curtailment income stands for it there',
    },
  ]
}

/** What is owed whether power is used or not. */
function commitments({ site, facts, terms }: SiteCase, { demandUsdPerKwMonth }: TariffCharges): readonly string[] {
  const { minimumBillPercent, exitFeeYears } = site.numbers
  const share = (minimumBillPercent[0] ?? Number.NaN) / 100
  if (!(share > 0)) return []
  const contractedMw = Number.isNaN(facts.mw) ? terms.assumptions.assumedSiteMw : facts.mw
  const least = `${formatPercent(share)} of ${formatMw(contractedMw)}${Number.isNaN(facts.mw) ? ' (assumed)' : ''}`
  if (!(demandUsdPerKwMonth > 0)) {
    return [`At least ${least} is billed whether it is used or not; the demand charge that prices it is not on file.`]
  }
  const tariff = { contractedMw, demandUsdPerKwMonth, minimumShare: share, energyUsdPerMwh: 0 }
  const idle = minimumTakeBill(tariff, 0).demandUsdPerYear
  const years = exitFeeYears[0] ?? Number.NaN
  const fee = exitFeeUsd(tariff, years, years, terms.assumptions.miningDiscountRate)
  const hurts =
    'This weighs on a mine, which may stop before the contract ends, more than on AI; it is not in the values.'
  return [
    `At least ${least} is billed whether it is used or not: a site that stands still owes ${formatUsdShort(idle)} a year. ${hurts}`,
    ...(years > 0
      ? [
          `Leaving costs up to ${formatNumber(years)} ${years === 1 ? 'year' : 'years'} of it, ${formatUsdShort(fee)} today.`,
        ]
      : []),
  ]
}
