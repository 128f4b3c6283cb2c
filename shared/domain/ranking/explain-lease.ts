import { formatNumber, formatPercent, formatUsd, formatYears } from '../../format/format-quantity.ts'
import { type LeaseType, leaseNoiMargin, tripleNetRentUsdPerKwMonth } from '../conversion/lease-type.ts'
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
