import { formatUsdShort, formatYears } from '../../format/format-quantity.ts'
import { GATE_LABELS } from '../ranking/gate-labels.ts'
import { GATE_QUESTIONS } from '../ranking/gate-questions.ts'
import { GATE_STATES, GATES, type Gate } from '../ranking/ranking.ts'
import type { SiteCase } from '../ranking/site-case.ts'
import { type CuredValue, curedValue } from './cured-value.ts'
import { gateRemedy, sizedMw } from './gate-remedies.ts'
import { REMEDY_RISKS } from './gate-remedy.ts'

/** What it would take to open one gate that does not pass. */
export interface GateCure {
  readonly gate: Gate
  readonly state: 'fail' | 'unknown'
  /** False where nothing that is done at the site opens the gate. */
  readonly isCurable: boolean
  /** Cost of the cure, or of the cure that an unknown gate may turn out to need; NaN where there is none. */
  readonly costUsd: number
  readonly costUsdPerMw: number
  /** The part of the cost a MW that the site's AI value does not hold already. */
  readonly extraUsdPerMw: number
  /** Months that the cure takes; NaN where there is none. */
  readonly months: number
  /** The works or the purchase in a few words; empty where there is none. */
  readonly action: string
  /** One sentence: the cure of a failed gate, or what to find out about an unknown one. */
  readonly reading: string
}

export interface NearMiss {
  /** Gates that do not pass, in the order of GATES. */
  readonly cures: readonly GateCure[]
  /** All failed gates cured together; null where none fails or one of them cannot be cured. */
  readonly together: CuredValue | null
  /** One sentence on all failed gates; empty where none fails. */
  readonly reading: string
}

/** How near a site is to AI uses: the cheapest cure of every gate that does not pass, and what is left after paying. */
export function nearMiss(each: SiteCase): NearMiss {
  const cures = GATES.flatMap((gate, index): GateCure[] => {
    const state = GATE_STATES[each.gates[index] ?? 0]
    return state === 'fail' || state === 'unknown' ? [cureOf(gate, state, each)] : []
  })
  const failed = cures.filter(({ state }) => state === 'fail')
  const together = failed.length > 0 && failed.every((cure) => cure.isCurable) ? curedValue(each, failed) : null
  return { cures, together, reading: readingOfAll(failed, together) }
}

function cureOf(gate: Gate, state: 'fail' | 'unknown', each: SiteCase): GateCure {
  const remedy = gateRemedy(gate, each)
  if ('whyNot' in remedy) {
    const reading =
      state === 'fail'
        ? `Cannot be cured: ${remedy.whyNot}.`
        : `To find out: ${GATE_QUESTIONS[gate]}. If it fails, it cannot be cured.`
    const none = Number.NaN
    return {
      gate,
      state,
      isCurable: false,
      costUsd: none,
      costUsdPerMw: none,
      extraUsdPerMw: none,
      months: none,
      action: '',
      reading,
    }
  }
  const mw = sizedMw(each)
  const { action, costUsd, months } = remedy
  const price = `${formatUsdShort(costUsd)} (${perMw(costUsd / mw)}${Number.isNaN(each.facts.mw) ? ', size assumed' : ''})`
  const risk = REMEDY_RISKS[gate] === undefined ? '' : `, ${REMEDY_RISKS[gate]}`
  const cure = `${action}, ${price}, about ${formatYears(months / 12)}${risk}`
  return {
    gate,
    state,
    isCurable: true,
    costUsd,
    costUsdPerMw: costUsd / mw,
    extraUsdPerMw: Math.max(0, costUsd - remedy.countedUsd) / mw,
    months,
    action: `${action}${risk}`,
    reading:
      state === 'fail' ? `Cheapest cure: ${cure}.` : `To find out: ${GATE_QUESTIONS[gate]}. If it fails: ${cure}.`,
  }
}

function readingOfAll(failed: readonly GateCure[], together: CuredValue | null): string {
  if (failed.length === 0) return ''
  const incurable = failed.filter(({ isCurable }) => !isCurable).map(({ gate }) => GATE_LABELS[gate].toLowerCase())
  if (together === null) {
    return `No AI use at any price: ${listed(incurable)} cannot be cured.`
  }
  const subject = subjectOf(failed.length)
  const { valueUsdPerMw } = together
  const outcome =
    valueUsdPerMw > 0
      ? `AI use would then be worth ${perMw(valueUsdPerMw)}`
      : `AI use would still be ${perMw(-valueUsdPerMw)} short of paying`
  return `${subject} for ${formatUsdShort(together.costUsd)} (${perMw(together.costUsdPerMw)}) in about ${formatYears(together.months / 12)}; ${outcome}.`
}

function subjectOf(count: number): string {
  const gates = count === 1 ? 'The failed gate' : count === 2 ? 'Both failed gates' : `All ${count} failed gates`
  return `${gates} can be cured`
}

function perMw(usd: number): string {
  return `${formatUsdShort(usd)}/MW`
}

function listed(names: readonly string[]): string {
  return names.length <= 1 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
