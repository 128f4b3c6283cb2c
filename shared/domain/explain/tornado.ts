import type { SiteColumns } from '../../columns/site-columns.ts'
import { bestAllowed, caseOf, type SiteCase, siteCase } from '../ranking/site-case.ts'
import { ASSUMPTION_KEYS, ASSUMPTIONS, type AssumptionKey } from '../scenario/assumption-defs.ts'
import type { Scenario } from '../scenario/resolve-scenario.ts'
import type { Verdict } from '../site/strategies.ts'
import { type SiteAnswer, siteUnknowns } from './site-unknowns.ts'
import { timesOfCase } from './times-of-case.ts'

/** The site with one input moved to an end of its published range. */
export interface TornadoEnd {
  /** An assumption's value in its unit, a power price in $/MWh, or an answer about the site. */
  readonly setting: number | string
  /** Value of the best allowed use, USD a gross MW. */
  readonly valueUsdPerMw: number
  readonly verdict: Verdict
}

export interface TornadoInput {
  /** Key of an assumption, or a field of the site. */
  readonly id: string
  /** The assumption whose value is moved; null where it is an answer about the site. */
  readonly assumption: AssumptionKey | null
  readonly label: string
  /** The present setting; null where nothing is known. */
  readonly now: number | null
  readonly low: TornadoEnd
  readonly high: TornadoEnd
  /** Distance between the least and the greatest value, USD a gross MW. */
  readonly swingUsdPerMw: number
  /** True where either end has another verdict than the present. */
  readonly flips: boolean
}

export interface Tornado {
  /** Value of the best allowed use now, USD a gross MW; NaN where the gates allow none. */
  readonly valueUsdPerMw: number
  readonly verdict: Verdict
  /** Strongest first. */
  readonly inputs: readonly TornadoInput[]
}

/** Below this a move is the dust of binary fractions. */
const LEAST_SWING_USD_PER_MW = 1

/** A date, the form of a contract and whether the model knows a floor are chosen, not uncertain. */
const CHOSEN: ReadonlySet<AssumptionKey> = new Set([
  'valuationYear',
  'leaseTenantCapexShare',
  'gpuTakeOrPayShare',
  'gpuGenerations',
  'spotPriceLogSd',
  'marginalFleetEfficiencyJPerTh',
])

function isChosen(key: AssumptionKey): boolean {
  return CHOSEN.has(key) || ASSUMPTIONS[key].choices !== undefined
}

/**
 * How far each input alone moves the value of a site's best allowed use: every assumption to the low and high of its
 * published range, the site's power price by the range of its change, every unknown of the site to its worst and best
 * answer. The others stay at the scenario's values. `count` keeps the strongest; inputs that move nothing are left out.
 */
export function tornado(columns: SiteColumns, row: number, scenario: Scenario, count = 10): Tornado {
  const base = siteCase(columns, row, scenario.assumptions)
  const inputs = [...movedAssumptions(base), ...movedUnknowns(base)]
    .filter((input) => input.swingUsdPerMw > LEAST_SWING_USD_PER_MW || input.flips)
    .sort((one, other) => other.swingUsdPerMw - one.swingUsdPerMw || (one.id < other.id ? -1 : 1))
  return { valueUsdPerMw: bestValue(base), verdict: base.verdict, inputs: inputs.slice(0, count) }
}

function movedAssumptions(base: SiteCase): readonly TornadoInput[] {
  const a = base.terms.assumptions
  const { times, isMadeOf } = timesOfCase(a)
  return ASSUMPTION_KEYS.filter((key) => !isChosen(key)).map((key) => {
    const def = ASSUMPTIONS[key]
    // A change means nothing without what it changes: the reader sees the site's own price.
    const offset = key === 'powerPriceChangeUsdPerMwh' ? base.facts.powerPrice - a[key] : 0
    const end = (value: number) =>
      endOf(caseOf(base.site, { ...a, [key]: value }, isMadeOf(key) ? undefined : times), value + offset)
    const label = offset === 0 ? def.label : 'Power price of the site'
    return input(base, key, key, label, a[key] + offset, end(def.low), end(def.high))
  })
}

function movedUnknowns(base: SiteCase): readonly TornadoInput[] {
  const a = base.terms.assumptions
  const { times } = timesOfCase(a)
  const mw = Number.isNaN(base.facts.mw) ? a.assumedSiteMw : base.facts.mw
  return siteUnknowns(base.site, mw, base.facts.isStageKnown).map(({ id, label, worst, best }) => {
    const end = ({ site, value }: SiteAnswer) => endOf(caseOf(site, a, times), value)
    return input(base, id, null, label, null, end(worst), end(best))
  })
}

function endOf(moved: SiteCase, setting: number | string): TornadoEnd {
  return { setting, valueUsdPerMw: bestValue(moved), verdict: moved.verdict }
}

function input(
  base: SiteCase,
  id: string,
  assumption: AssumptionKey | null,
  label: string,
  now: number | null,
  low: TornadoEnd,
  high: TornadoEnd,
): TornadoInput {
  const values = [bestValue(base), low.valueUsdPerMw, high.valueUsdPerMw].filter(Number.isFinite)
  return {
    id,
    assumption,
    label,
    now,
    low,
    high,
    swingUsdPerMw: values.length < 2 ? 0 : Math.max(...values) - Math.min(...values),
    flips: low.verdict !== base.verdict || high.verdict !== base.verdict,
  }
}

function bestValue(each: SiteCase): number {
  const best = bestAllowed(each)
  return best === null ? Number.NaN : each.value[best]
}
