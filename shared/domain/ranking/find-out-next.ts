import { STRATEGIES } from '../site/strategies.ts'
import { POWER_STAGES } from '../time-to-power/power-stage.ts'
import { GATE_LABELS } from './gate-labels.ts'
import { GATE_QUESTIONS } from './gate-questions.ts'
import { UNKNOWN } from './gate-states.ts'
import { bestStrategy, strategyValue } from './judge-site.ts'
import { GATES } from './ranking.ts'
import { isBlocked, type SiteCase } from './site-case.ts'
import { medianYearsToPower, type SiteFacts } from './site-facts.ts'
import { emptyValue, valueSite } from './site-value.ts'

/** Something that nobody knows of a site yet, and what it is worth to know. */
export interface OpenQuestion {
  readonly label: string
  readonly why: string
  /** Probability that the answer changes what one would do with the site. */
  readonly changeChance: number
  /** Value of the information: what a better decision gains on average, USD a gross MW; at least 0. */
  readonly gainUsdPerMw: number
}

/** One thing an answer may turn out to say. */
interface Answer {
  readonly chance: number
  /** Worth of what one would do without the answer, and of the best that one can do with it; both USD a gross MW. */
  readonly asPlannedUsdPerMw: number
  readonly bestUsdPerMw: number
  readonly isChanged: boolean
}

/**
 * What is not known, the most valuable answer first. An answer is worth what it improves the decision: the value of
 * the best use once it is known less the value of the use that is best without it, over all that it may say. Doing
 * nothing is a choice that costs and earns nothing. Source: Howard 1966 (information value theory).
 */
export function findOutNext(each: SiteCase): readonly OpenQuestion[] {
  return [...gateQuestions(each), ...siteQuestions(each)].sort(
    (one, other) => other.gainUsdPerMw - one.gainUsdPerMw || other.changeChance - one.changeChance,
  )
}

/** A gate is worth looking at while AI uses are open: it passes with an equal share of the prior of all of them. */
function gateQuestions(each: SiteCase): readonly OpenQuestion[] {
  if (each.isAiBlocked) return []
  const passes = each.terms.assumptions.unsurveyedConvertibleShare ** (1 / GATES.length)
  const convertible = passes > 0 ? Math.min(1, each.value.convertible / passes) : 0
  return GATES.flatMap((gate, index) =>
    each.gates[index] !== UNKNOWN
      ? []
      : [
          question(GATE_LABELS[gate], GATE_QUESTIONS[gate], [
            answer(each, passes, {}, convertible, false),
            answer(each, 1 - passes, {}, convertible, true),
          ]),
        ],
  )
}

/** Points of a proxy price's spread that are as likely as each other. */
const PRICE_POINTS = [-0.8, -0.4, 0, 0.4, 0.8] as const

/** An area's time against its region's, equally likely: published times in ERCOT go from 1.5 to 5 years around 3. */
const AREA_YEARS_FACTORS = [0.5, 0.75, 1, 1.33, 1.67] as const

function siteQuestions(each: SiteCase): readonly OpenQuestion[] {
  const { facts, value, terms, verdict, isAiBlocked } = each
  const questions: OpenQuestion[] = []
  if (!facts.isStageKnown) {
    // Nobody has looked, so every stage is held as likely as any other.
    const answers = POWER_STAGES.map((name, stage) =>
      answer(
        each,
        1 / POWER_STAGES.length,
        { stage, isStageKnown: true, isEnergized: name === 'energized' },
        value.convertible,
        isAiBlocked,
      ),
    )
    questions.push(
      question(
        'Queue status',
        'without it power counts as a request not yet filed; ask the utility for the queue position or will-serve letter',
        answers,
      ),
    )
  }
  if (!facts.isEnergized && Number.isNaN(facts.promisedYears) && Number.isNaN(facts.areaYearsToPower)) {
    const median = medianYearsToPower(facts)
    const answers = AREA_YEARS_FACTORS.map((factor) =>
      answer(
        each,
        1 / AREA_YEARS_FACTORS.length,
        { areaYearsToPower: median * factor },
        value.convertible,
        isAiBlocked,
      ),
    )
    questions.push(
      question(
        'Years from request to power in the area',
        'the usual time of the grid region stands in; import the queue of its grid operator and use the median of what was built around here',
        answers,
      ),
    )
  }
  if (Number.isNaN(facts.quotedPowerPrice)) {
    const swing = Math.abs(facts.powerPrice) * terms.assumptions.powerPriceProxySpread
    const answers = PRICE_POINTS.map((point) =>
      answer(
        each,
        1 / PRICE_POINTS.length,
        { powerPrice: facts.powerPrice + point * swing },
        value.convertible,
        isAiBlocked,
      ),
    )
    questions.push(
      question(
        'Power price',
        'the price is a proxy that can be a quarter off either way; ask for the tariff or a supply quote',
        answers,
      ),
    )
  }
  if (facts.rungLevel === 0) {
    const sunk = verdict === 'none' ? 0 : terms.assumptions.sunkStudyUsdPerMw
    questions.push(
      question('Proof of the megawatts', 'the figure is a claim; ask for the interconnection agreement', [
        { chance: 1 - value.completion, asPlannedUsdPerMw: -sunk, bestUsdPerMw: 0, isChanged: verdict !== 'none' },
      ]),
    )
  }
  return questions
}

/** The site with an answer in place: what is planned now against what would then be best. */
function answer(
  each: SiteCase,
  chance: number,
  known: Partial<SiteFacts>,
  convertible: number,
  isAiBlocked: boolean,
): Answer {
  const { terms, verdict, isMineBlocked } = each
  const value = emptyValue()
  valueSite(terms, { ...each.facts, ...known }, convertible, value)
  const best = bestStrategy(value, isMineBlocked, isAiBlocked)
  const bestUsdPerMw = best < 0 ? 0 : Math.max(0, strategyValue(value, best))
  const choice = bestUsdPerMw > 0 ? STRATEGIES[best] : 'none'
  const isLost = verdict !== 'none' && isBlocked({ ...each, isAiBlocked }, verdict)
  // What is planned for a use that turns out to be shut loses its studies.
  const asPlannedUsdPerMw = verdict === 'none' ? 0 : isLost ? -terms.assumptions.sunkStudyUsdPerMw : value[verdict]
  return { chance, asPlannedUsdPerMw, bestUsdPerMw, isChanged: choice !== verdict }
}

function question(label: string, why: string, answers: readonly Answer[]): OpenQuestion {
  let changeChance = 0
  let gainUsdPerMw = 0
  for (const { chance, asPlannedUsdPerMw, bestUsdPerMw, isChanged } of answers) {
    if (!isChanged) continue
    changeChance += chance
    gainUsdPerMw += chance * Math.max(0, bestUsdPerMw - asPlannedUsdPerMw)
  }
  return { label, why, changeChance, gainUsdPerMw }
}
