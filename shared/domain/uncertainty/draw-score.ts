import { CRITERIA } from '../ranking/criteria.ts'
import type { Ruler } from '../ranking/ruler.ts'
import { criterionValues, POWER_PRICE, POWER_YEARS, points, scoreSite, VALUE } from '../ranking/score-site.ts'
import { type ScoreTerms, scoreTerms } from '../ranking/score-terms.ts'
import type { SiteFacts } from '../ranking/site-facts.ts'

/** The score of a site in a draw, by the ruler and the rules that rank the catalog; only three criteria are drawn. */
export class DrawScore {
  readonly #ruled: ScoreTerms
  readonly #proxySpread: number
  readonly #criteria = new Float64Array(CRITERIA.length)
  readonly #known = new Float64Array(1)
  readonly #atBest = new Float64Array(1)
  #spread = 0
  #isTimeKnown = false
  #fixed = 0

  constructor(ruler: Ruler, proxySpread: number) {
    this.#ruled = scoreTerms(ruler)
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
    this.#criteria[POWER_PRICE] = Number.NaN
    scoreSite(this.#ruled, this.#criteria, facts, scored, 0, this.#known, this.#atBest)
    this.#fixed = this.#known[0] ?? 0
  }

  /** A proxy price counts at its dear end, as in the ranking. */
  score(bestUsdPerMw: number, powerPriceUsdPerMwh: number, powerYears: number): number {
    const dear = powerPriceUsdPerMwh + this.#spread * Math.abs(powerPriceUsdPerMwh)
    const time = this.#isTimeKnown ? points(this.#ruled, POWER_YEARS, powerYears) : 0
    return this.#fixed + points(this.#ruled, VALUE, bestUsdPerMw) + points(this.#ruled, POWER_PRICE, dear) + time
  }
}
