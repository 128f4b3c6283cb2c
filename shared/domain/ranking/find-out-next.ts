import { GATE_LABELS } from './gate-labels.ts'
import { GATE_QUESTIONS } from './gate-questions.ts'
import { UNKNOWN } from './gate-states.ts'
import { GATES } from './ranking.ts'
import type { SiteCase } from './site-case.ts'

interface Question {
  readonly label: string
  readonly why: string
  /** Money a MW that hangs on the answer, for the order. */
  readonly stake: number
}

/**
 * What is not known, the question with the most at stake first. A gate stakes what its uncertainty takes off the AI
 * value; power and price stake what the answer can move.
 */
export function findOutNext(each: SiteCase): readonly { readonly label: string; readonly why: string }[] {
  return [...gateQuestions(each), ...siteQuestions(each)]
    .sort((one, other) => other.stake - one.stake)
    .map(({ label, why }) => ({ label, why }))
}

function gateQuestions(each: SiteCase): readonly Question[] {
  if (each.isAiBlocked) return []
  const aiAtStart = aiValue(each) * each.value.completion
  const passFactor = each.terms.assumptions.unsurveyedConvertibleShare ** (1 / GATES.length)
  const stake = aiAtStart * each.value.convertible * (1 / passFactor - 1)
  return GATES.flatMap((gate, index) =>
    each.gates[index] === UNKNOWN
      ? [{ label: GATE_LABELS[gate], why: GATE_QUESTIONS[gate], stake: stake * (1 + 0.01 * (GATES.length - index)) }]
      : [],
  )
}

function siteQuestions(each: SiteCase): readonly Question[] {
  const { facts, value, terms } = each
  const a = terms.assumptions
  const questions: Question[] = []
  if (!facts.isStageKnown) {
    questions.push({
      label: 'Queue status',
      why: 'without it power counts as a request not yet filed; ask the utility for the queue position or will-serve letter',
      stake: aiValue(each) * value.convertible * (1 - value.completion),
    })
  }
  if (Number.isNaN(facts.quotedPowerPrice)) {
    const swing = Math.abs(facts.powerPrice) * a.powerPriceProxySpread
    const years = value.mineEndYears - value.mineStartYears
    questions.push({
      label: 'Power price',
      why: 'the price is a proxy that can be a quarter off either way; ask for the tariff or a supply quote',
      stake: 8_760 * a.miningAvailability * swing * Math.min(years, 2) * value.completion,
    })
  }
  if (facts.rungLevel === 0) {
    questions.push({
      label: 'Proof of the megawatts',
      why: 'the figure is a claim; ask for the interconnection agreement',
      stake: aiValue(each) * value.convertible * 0.5,
    })
  }
  return questions
}

function aiValue({ value }: SiteCase): number {
  return Math.max(0, value.leaseAtStart, value.colocationAtStart, value.cloudAtStart)
}
