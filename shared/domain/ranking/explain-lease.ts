import { categoryAt } from '../../columns/site-columns.ts'
import { formatNumber, formatPercent, formatUsd, formatYears } from '../../format/format-quantity.ts'
import { LEASE_TYPES, type LeaseType, leaseNoiMargin, tripleNetRentUsdPerKwMonth } from '../conversion/lease-type.ts'
import { ASSUMPTIONS, type AssumptionKey, type Assumptions } from '../scenario/assumption-defs.ts'
import type { SiteCase } from './site-case.ts'
import type { DerivationStep } from './site-explanation.ts'

export const LEASE_TYPE_NAMES: Readonly<Record<LeaseType, string>> = {
  gross: 'gross',
  modified_gross: 'modified gross',
  triple_net: 'triple net',
}

const MARGIN_KEYS: Readonly<Record<LeaseType, AssumptionKey>> = {
  gross: 'leaseNoiMarginGross',
  modified_gross: 'leaseNoiMargin',
  triple_net: 'leaseNoiMarginTripleNet',
}

/** What kind of rent the market rent is, and what it is worth as a triple-net one. */
export function leaseTypeSteps(type: LeaseType, a: Assumptions): readonly DerivationStep[] {
  const net = tripleNetRentUsdPerKwMonth(a.leaseRentUsdPerKwMonth, type, a)
  return [
    {
      label: 'Type of the lease',
      value: LEASE_TYPE_NAMES[type],
      formula:
        type === 'triple_net' || Number.isNaN(net)
          ? 'rents are compared net of what the landlord pays'
          : `as a triple-net rent ${formatUsd(net, 2)}/kW-month: rent × NOI margin ${formatPercent(leaseNoiMargin(type, a), 1)} / ${formatPercent(a.leaseNoiMarginTripleNet, 1)}`,
      source: ASSUMPTIONS[MARGIN_KEYS[type]].source,
    },
  ]
}

/** The rent that a tenant has offered for this site, set against the scenario's only after both are triple net. */
export function leaseOfferSteps({ site, terms }: SiteCase): readonly DerivationStep[] {
  const a = terms.assumptions
  const offer = site.numbers.leaseOfferUsdPerKwMonth[0] ?? Number.NaN
  if (Number.isNaN(offer)) return []
  const offerType = LEASE_TYPES.find((type) => type === categoryAt(site, 'leaseOfferType', 0))
  const label = 'Rent offered for this site'
  if (offerType === undefined) {
    return [
      {
        label,
        value: `${formatUsd(offer, 2)}/kW-month`,
        formula: 'cannot be compared: the type of the lease offered is not on file',
        source: 'Not in the value; ask whether it is gross, modified gross or triple net',
      },
    ]
  }
  const offered = tripleNetRentUsdPerKwMonth(offer, offerType, a)
  const assumed = tripleNetRentUsdPerKwMonth(a.leaseRentUsdPerKwMonth, terms.leaseType, a)
  const isAlike = offerType === terms.leaseType
  return [
    {
      label,
      value: `${formatUsd(offer, 2)}/kW-month ${LEASE_TYPE_NAMES[offerType]}`,
      formula: `triple net ${formatUsd(offered, 2)}, ${comparedWith(offered, assumed)} the scenario’s ${formatUsd(assumed, 2)}${isAlike ? '' : `; the types differ, ${LEASE_TYPE_NAMES[offerType]} against ${LEASE_TYPE_NAMES[terms.leaseType]}`}`,
      source: 'Not in the value, which rests on the rent of the scenario',
    },
  ]
}

function comparedWith(offered: number, assumed: number): string {
  if (Math.abs(offered - assumed) < 0.005) return 'as much as'
  return offered > assumed ? 'more than' : 'less than'
}

/** How many times its first year a lease earns: the first lease, a default, a second lease. */
export function leaseIncomeSteps({ terms }: SiteCase): readonly DerivationStep[] {
  const a = terms.assumptions
  const { contracted, counterpartyFactor, reLeased, reLeasedYears } = terms.leaseIncome
  const steps: DerivationStep[] = [
    {
      label: 'Years of income, first lease',
      value: `${formatNumber(contracted, 2)} times the first year`,
      formula: `growing annuity${counterpartyFactor < 1 ? ' × (1 − chance of default × loss)' : ''}`,
      source: `${formatPercent(a.leaseEscalator, 1)} escalator, ${formatNumber(a.leaseTermYears)} years${
        counterpartyFactor < 1
          ? `, counterparty factor ${formatNumber(counterpartyFactor, 3)}; ${ASSUMPTIONS.counterpartyDefault.source}`
          : `; ${ASSUMPTIONS.leaseTermYears.source}`
      }`,
    },
  ]
  if (reLeasedYears > 0) {
    steps.push({
      label: 'Years of income, second lease',
      value: `${formatNumber(reLeased, 2)} times the first year`,
      formula: 'share of the last rent × growing annuity of the rest of the shell’s life, after the empty time',
      source: `${formatPercent(a.reLeaseRentShare)} of the rent, empty for ${formatYears(a.reLeaseVoidMonths / 12)}, then ${formatYears(reLeasedYears)}; ${ASSUMPTIONS.reLeaseRentShare.source}`,
    })
  }
  return steps
}
