import { formatUsdPerMw } from '../../format/format-quantity.ts'
import { STRATEGIES, type Strategy, type Verdict } from '../site/strategies.ts'
import { changePhrase, type VerdictChange } from './break-evens.ts'
import { GATE_LABELS } from './gate-labels.ts'
import { FAIL } from './gate-states.ts'
import { GATES } from './ranking.ts'
import { bestAllowed, isBlocked, type SiteCase } from './site-case.ts'
import { STRATEGY_NAMES, VERDICT_OPENINGS } from './strategy-names.ts'

/** The verdict of a site in one sentence, with what would change it. */
export function verdictSentence(each: SiteCase, changes: readonly VerdictChange[]): string {
  return each.verdict === 'none' ? noCase(each, changes) : forVerdict(each, each.verdict, changes)
}

function forVerdict(each: SiteCase, verdict: Strategy, changes: readonly VerdictChange[]): string {
  const rival = rivalOf(each, verdict)
  const against = rival
    ? ` against ${formatUsdPerMw(each.value[rival])} for ${STRATEGY_NAMES[rival]}`
    : verdict === 'mine'
      ? `, and AI uses fail ${failedGates(each)}`
      : ''
  return `${VERDICT_OPENINGS[verdict]}: ${formatUsdPerMw(each.value[verdict])}${against}${flips(changes, null)}.`
}

function noCase(each: SiteCase, changes: readonly VerdictChange[]): string {
  const best = bestAllowed(each)
  if (best === null) return 'No case yet: the site is too small or too weakly connected even for mining.'
  const gates = each.isAiBlocked ? `, and AI uses fail ${failedGates(each)}` : ''
  const loss = `No case yet: the best allowed use, ${STRATEGY_NAMES[best]}, comes to ${formatUsdPerMw(each.value[best])}${gates}`
  return `${loss}${flips(changes, best)}.`
}

/** The best use of the other lens: mining against AI, AI against mining. */
function rivalOf(each: SiteCase, verdict: Strategy): Strategy | null {
  const rivals: readonly Strategy[] =
    verdict === 'mine' ? STRATEGIES.filter((strategy) => strategy !== 'mine' && strategy !== 'hybrid') : ['mine']
  const allowed = rivals.filter((strategy) => !isBlocked(each, strategy))
  return allowed.reduce<Strategy | null>(
    (best, strategy) => (best === null || each.value[strategy] > each.value[best] ? strategy : best),
    null,
  )
}

function failedGates(each: SiteCase): string {
  const names = GATES.filter((_, index) => each.gates[index] === FAIL).map((gate) => GATE_LABELS[gate].toLowerCase())
  return `the ${joined(names, 'and')} ${names.length === 1 ? 'gate' : 'gates'}`
}

/** "; mining would win above a Bitcoin price of $131,000 or below a rent of $104/kW-month"; `named` is the use just spoken of. */
function flips(changes: readonly VerdictChange[], named: Strategy | null): string {
  const told = changes.slice(0, 4)
  const outcomes = [...new Set(told.map((change) => change.to))].slice(0, 2)
  const clauses = outcomes.map((outcome) => {
    const phrases = told
      .filter((change) => change.to === outcome)
      .slice(0, 2)
      .map((change) => `${change.direction} ${changePhrase(change)}`)
    return `${outcome === named ? 'it would pay' : subject(outcome)} ${joined(phrases, 'or')}`
  })
  return clauses.length === 0 ? '' : `; ${clauses.join(', ')}`
}

function subject(outcome: Verdict): string {
  return outcome === 'none' ? 'no use would pay' : `${STRATEGY_NAMES[outcome]} would win`
}

function joined(parts: readonly string[], word: string): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`
}
