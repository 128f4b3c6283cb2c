import { formatNumber, formatPercent, formatUsd, formatUsdPerMw } from '../../format/format-quantity.ts'
import type { DerivationStep } from '../ranking/site-explanation.ts'
import { HASHPRICE_VOLATILITY, OPTION_YEARS, type OptionToWait, RENT_VOLATILITY } from './option-to-wait.ts'

export interface OptionToWaitExplanation {
  readonly sentence: string
  readonly steps: readonly DerivationStep[]
}

/** Below this a MW there is no reason to wait. */
const NOTHING_USD_PER_MW = 1_000

/** What the right to wait says, in one sentence, and where its figures come from. */
export function explainOptionToWait(option: OptionToWait): OptionToWaitExplanation {
  return { sentence: sentenceOf(option), steps: stepsOf(option) }
}

function sentenceOf(option: OptionToWait): string {
  const { convertNow, anyTime, waiting, ratio, thresholdRatio, thresholdRentUsdPerKwMonth } = option
  const years = `${OPTION_YEARS} years`
  const rent = `a rent of ${formatUsd(thresholdRentUsdPerKwMonth)}/kW-month`
  if (convertNow > 0 && waiting < NOTHING_USD_PER_MW) {
    return `Convert now: the lease is worth ${times(ratio)} what it takes, and waiting up to ${years} would add nothing.`
  }
  if (convertNow > 0) {
    return `Waiting up to ${years} is worth ${formatUsdPerMw(waiting)} more than converting today, which gains ${formatUsdPerMw(convertNow)}; with no last date it pays to convert from ${rent}, where the lease is worth ${times(thresholdRatio)} what it takes.`
  }
  if (anyTime < NOTHING_USD_PER_MW) {
    return `Converting today loses ${formatUsdPerMw(-convertNow)} and the right to do it within ${years} is worth nothing; it would pay from ${rent}.`
  }
  return `Converting today loses ${formatUsdPerMw(-convertNow)}, but the right to do it within ${years} is worth ${formatUsdPerMw(anyTime)}; with no last date it pays to convert from ${rent}.`
}

function stepsOf(option: OptionToWait): readonly DerivationStep[] {
  const { exchange } = option
  return [
    {
      label: 'Lease, present value of its income',
      value: formatUsdPerMw(option.lease),
      formula: '12,000 × rent × NOI margin × growing annuity / gross-to-IT × E[e^(−rT)]',
      source: 'As in the value of leasing, before its cost, as if the open gates passed',
    },
    {
      label: 'Mining given up, less the scrap of its ASICs',
      value: formatUsdPerMw(option.miningGivenUp),
      formula: 'present value of the margin from the start of the works to the end of the fleet',
      source: 'As in the value of mining; 0 where no mine runs',
    },
    {
      label: 'Cost of conversion',
      value: formatUsdPerMw(option.conversionCost),
      formula: 'AI building + substation + upgrade + line + fiber, and the site where it is not owned',
      source: 'As in the value of leasing',
    },
    {
      label: 'Volatility of lease over what it takes',
      value: formatPercent(option.sigma),
      formula: 'σ² = σ₁² + σ₂² − 2ρσ₁σ₂',
      source: `Rents ${formatPercent(RENT_VOLATILITY)} a year (assumption); what is given up ${formatPercent(exchange.givenVolatility)}, from hashprice ${formatPercent(HASHPRICE_VOLATILITY)} × R / (R − c) on its mining part`,
    },
    {
      label: 'Yields while waiting',
      value: `${formatPercent(exchange.receivedYield, 1)} and ${formatPercent(exchange.givenYield, 1)}`,
      formula: 'rent forgone over the lease; mining cash and interest over what is given up',
      source: 'From the lease terms, the mining margin and the discount rate of the scenario',
    },
    {
      label: `Right to convert in ${OPTION_YEARS} years`,
      value: formatUsdPerMw(option.onTheLastDay),
      formula: 'S₁e^(−q₁T) N(d₁) − S₂e^(−q₂T) N(d₂)',
      source: 'Margrabe 1978',
    },
    {
      label: `Right to convert at any time in ${OPTION_YEARS} years`,
      value: formatUsdPerMw(option.anyTime),
      formula: 'binomial tree on S₁/S₂, 100 steps',
      source: 'Cox, Ross and Rubinstein 1979',
    },
    {
      label: 'Convert, with no last date, from',
      value: times(option.thresholdRatio),
      formula: `β / (β − 1) times what it takes; today ${times(option.ratio)}`,
      source: 'McDonald and Siegel 1986',
    },
  ]
}

function times(ratio: number): string {
  return `${formatNumber(ratio, 2)} times`
}
