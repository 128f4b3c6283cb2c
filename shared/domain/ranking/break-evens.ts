import type { SiteColumns } from '../../columns/site-columns.ts'
import { formatUsd, formatUsdPerMwh } from '../../format/format-quantity.ts'
import type { AssumptionKey, Assumptions } from '../scenario/assumption-defs.ts'
import type { Scenario } from '../scenario/resolve-scenario.ts'
import type { Verdict } from '../site/strategies.ts'
import { timeTables } from './scenario-terms.ts'
import { caseOf, type SiteCase, siteCase } from './site-case.ts'
import type { BreakEven } from './site-explanation.ts'
import { capitalised, STRATEGY_NAMES } from './strategy-names.ts'

/** A value of one assumption at which the verdict changes. */
export interface VerdictChange {
  readonly key: AssumptionKey
  readonly direction: 'above' | 'below'
  /** In the unit the user reads; a power price is the site's own, not the change of it. */
  readonly value: number
  readonly to: Verdict
}

interface Search {
  readonly key: AssumptionKey
  readonly label: string
  readonly unit: string
  /** Range that is searched, as the user reads it. */
  readonly from: number
  readonly to: number
  readonly isLog: boolean
  phrase(value: number): string
}

const SEARCHES: readonly Search[] = [
  {
    key: 'btcPriceUsd',
    label: 'Bitcoin price',
    unit: 'USD',
    from: 10_000,
    to: 1_000_000,
    isLog: true,
    phrase: (value) => `a Bitcoin price of ${formatUsd(roundTo(value, 100))}`,
  },
  {
    key: 'leaseRentUsdPerKwMonth',
    label: 'Lease rent',
    unit: '$/kW-month',
    from: 20,
    to: 500,
    isLog: true,
    phrase: (value) => `a rent of ${formatUsd(value)}/kW-month`,
  },
  {
    key: 'powerPriceChangeUsdPerMwh',
    label: 'Power price of the site',
    unit: '$/MWh',
    from: 0,
    to: 200,
    isLog: false,
    phrase: (value) => `a power price of ${formatUsdPerMwh(value)}`,
  },
  {
    key: 'gpuHourUsd',
    label: 'GPU-hour price',
    unit: '$/h',
    from: 0.5,
    to: 15,
    isLog: true,
    phrase: (value) => `a GPU-hour of ${formatUsd(value, 2)}`,
  },
]

const SCAN_STEPS = 24
const BISECTIONS = 24

/** Where the verdict of one site changes, nearest change on either side of each market price, for a list of break-evens. */
export function breakEvensOf(columns: SiteColumns, row: number, scenario: Scenario): readonly BreakEven[] {
  return verdictChanges(siteCase(columns, row, scenario.assumptions)).map(breakEven)
}

/** The nearest verdict change above and below the scenario's value of each market price. */
export function verdictChanges(base: SiteCase): readonly VerdictChange[] {
  const times = timeTables(base.terms.assumptions)
  return SEARCHES.flatMap((search) => {
    const verdictAt = (value: number) => {
      const assumptions = { ...base.terms.assumptions, [search.key]: assumptionValue(search, value, base) }
      return caseOf(base.site, assumptions, times).verdict
    }
    const now = currentValue(search, base)
    return (['above', 'below'] as const).flatMap((direction) => {
      const change = nearestChange(search, now, base.verdict, direction, verdictAt)
      return change ? [{ key: search.key, direction, ...change }] : []
    })
  })
}

/** "a rent of $104/kW-month" for a change's assumption. */
export function changePhrase(change: VerdictChange): string {
  return searchOf(change.key).phrase(change.value)
}

export function breakEven(change: VerdictChange): BreakEven {
  const search = searchOf(change.key)
  const subject = change.to === 'none' ? 'No use would pay' : `${capitalised(STRATEGY_NAMES[change.to])} would win`
  return {
    label: search.label,
    value: change.value,
    unit: search.unit,
    sentence: `${subject} ${change.direction} ${search.phrase(change.value)}.`,
  }
}

function nearestChange(
  search: Search,
  now: number,
  verdict: Verdict,
  direction: 'above' | 'below',
  verdictAt: (value: number) => Verdict,
): { value: number; to: Verdict } | null {
  const end = direction === 'above' ? search.to : search.from
  if (direction === 'above' ? now >= end : now <= end) return null
  const along = (share: number) => (search.isLog ? now * (end / now) ** share : now + (end - now) * share)
  for (let step = 1; step <= SCAN_STEPS; step += 1) {
    const share = step / SCAN_STEPS
    if (verdictAt(along(share)) === verdict) continue
    let same = (step - 1) / SCAN_STEPS
    let changed = share
    for (let round = 0; round < BISECTIONS; round += 1) {
      const middle = (same + changed) / 2
      if (verdictAt(along(middle)) === verdict) same = middle
      else changed = middle
    }
    return { value: along(changed), to: verdictAt(along(changed)) }
  }
  return null
}

function currentValue(search: Search, base: SiteCase): number {
  return search.key === 'powerPriceChangeUsdPerMwh' ? base.facts.powerPrice : base.terms.assumptions[search.key]
}

function assumptionValue(search: Search, value: number, base: SiteCase): number {
  const a: Assumptions = base.terms.assumptions
  if (search.key !== 'powerPriceChangeUsdPerMwh') return value
  return a.powerPriceChangeUsdPerMwh + value - base.facts.powerPrice
}

function searchOf(key: AssumptionKey): Search {
  const search = SEARCHES.find((each) => each.key === key)
  if (!search) throw new Error(`No break-even is searched for ${key}.`)
  return search
}

function roundTo(value: number, step: number): number {
  return Math.round(value / step) * step
}
