import { type Criterion, RULER } from '../ranking/ruler.ts'
import { criterionValues, scoreSite } from '../ranking/score-site.ts'
import type { SiteFacts } from '../ranking/site-facts.ts'

/** The score of a site in a draw, by the ruler and the rules that rank the catalog; only three criteria are drawn. */
export class DrawScore {
  readonly #proxySpread: number
  readonly #criteria = new Float64Array(RULER.criteria.length)
  readonly #known = new Float64Array(1)
  readonly #atBest = new Float64Array(1)
  readonly #value = linear('value')
  readonly #price = linear('power_price')
  readonly #time = linear('time_to_power')
  #spread = 0
  #isTimeKnown = false
  #fixed = 0

  constructor(proxySpread: number) {
    this.#proxySpread = proxySpread
  }

  /** Scores what no draw changes. */
  start(facts: SiteFacts): void {
    this.#spread = Number.isNaN(facts.quotedPowerPrice) ? this.#proxySpread : 0
    this.#isTimeKnown = facts.isStageKnown
    const scored = {
      bestUsdPerMw: Number.NEGATIVE_INFINITY,
      bestUsdPerMwAtBest: Number.NEGATIVE_INFINITY,
      powerYears: Number.POSITIVE_INFINITY,
      proxySpread: 0,
    }
    criterionValues(facts, scored, this.#criteria)
    this.#criteria[PRICE] = this.#price.worst
    scoreSite(this.#criteria, facts, scored, 0, this.#known, this.#atBest)
    this.#fixed = this.#known[0] ?? 0
  }

  /** A proxy price counts at its dear end, as in the ranking. */
  score(bestUsdPerMw: number, powerPriceUsdPerMwh: number, powerYears: number): number {
    const dear = powerPriceUsdPerMwh + this.#spread * Math.abs(powerPriceUsdPerMwh)
    const time = this.#isTimeKnown ? points(this.#time, powerYears) : 0
    return this.#fixed + points(this.#value, bestUsdPerMw) + points(this.#price, dear) + time
  }
}

const PRICE = RULER.criteria.findIndex(({ id }) => id === 'power_price')

function linear(id: string): Criterion {
  const criterion = RULER.criteria.find((each) => each.id === id)
  if (criterion === undefined || criterion.scale !== 'linear') throw new Error(`The ruler has no linear ${id}.`)
  return criterion
}

function points({ weight, worst, best }: Criterion, value: number): number {
  return 100 * weight * Math.min(1, Math.max(0, (value - worst) / (best - worst)))
}
