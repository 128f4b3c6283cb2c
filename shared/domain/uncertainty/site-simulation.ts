import type { SiteColumns } from '../../columns/site-columns.ts'
import { FAIL, gateStates, isMiningBlocked, UNKNOWN } from '../ranking/gate-states.ts'
import { bestStrategy, convertibleChances, strategyValue } from '../ranking/judge-site.ts'
import { GATES } from '../ranking/ranking.ts'
import { RULER, type Ruler } from '../ranking/ruler.ts'
import { type ScenarioTerms, scenarioTerms } from '../ranking/scenario-terms.ts'
import { emptyFacts, readFacts } from '../ranking/site-facts.ts'
import { emptyValue, type SiteValue, valueSite } from '../ranking/site-value.ts'
import type { Scenario } from '../scenario/resolve-scenario.ts'
import { STRATEGIES, VERDICTS } from '../site/strategies.ts'
import { DrawScore } from './draw-score.ts'
import type { MarketDraw } from './market-draws.ts'
import { drawSite, SITE_NORMALS, type SiteDraw, type SiteRisks, siteRisks, TENANT_NORMALS } from './site-risks.ts'
import { standardNormals } from './standard-normals.ts'
import { streamKey } from './stream-key.ts'
import { TenantOutcome } from './tenant-outcome.ts'

const NONE = STRATEGIES.length

/** All draws of one site after another; what it holds is overwritten by the next site. */
export class SiteSimulation {
  /** How many draws gave each verdict, in the order of VERDICTS. */
  readonly verdicts = new Uint32Array(VERDICTS.length)
  /** Score in each draw. */
  readonly score: Float64Array
  completed = 0
  /** Position in STRATEGIES of the best use that the scenario's gates allow; 0 where all are blocked. */
  bestAllowed = 0

  readonly #columns: SiteColumns
  readonly #scenario: Scenario
  readonly #terms: ScenarioTerms
  readonly #markets: readonly MarketDraw[]
  readonly #seed: number
  readonly #from: number
  readonly #convertible: Float64Array
  readonly #values: readonly Float64Array[]
  readonly #facts = emptyFacts()
  readonly #value = emptyValue()
  readonly #gates = new Uint8Array(GATES.length)
  readonly #normals: Float64Array
  readonly #tenant: TenantOutcome | null
  readonly #ruled: DrawScore
  readonly #draw: SiteDraw = {
    completes: false,
    delayYears: 0,
    upgradeFactorBefore: 1,
    upgradeFactorAfter: 1,
    powerPriceFactor: 1,
    leaseKept: 1,
  }

  constructor(
    columns: SiteColumns,
    scenario: Scenario,
    markets: readonly MarketDraw[],
    seed: number,
    /** `from` is the number of the first of the markets' draws, which is even. */
    { ruler = RULER, from = 0 }: { readonly ruler?: Ruler; readonly from?: number } = {},
  ) {
    this.#columns = columns
    this.#scenario = scenario
    this.#terms = scenarioTerms(columns, scenario.assumptions)
    this.#markets = markets
    this.#seed = seed
    this.#from = from
    this.#convertible = convertibleChances(scenario.assumptions.unsurveyedConvertibleShare)
    this.#values = STRATEGIES.map(() => new Float64Array(markets.length))
    const { counterpartyDefault, counterpartyLoss } = scenario.assumptions
    this.#tenant = counterpartyDefault * counterpartyLoss > 0 ? new TenantOutcome(scenario.assumptions) : null
    this.#normals = new Float64Array(SITE_NORMALS + (this.#tenant === null ? 0 : TENANT_NORMALS))
    this.#ruled = new DrawScore(ruler, scenario.assumptions.powerPriceProxySpread)
    this.score = new Float64Array(markets.length)
  }

  /** Values of a strategy, one a draw. */
  valuesOf(strategy: number): Float64Array {
    return this.#values[strategy] ?? new Float64Array(0)
  }

  run(row: number): void {
    const a = this.#scenario.assumptions
    const facts = this.#facts
    readFacts(this.#terms, this.#columns, row, facts)
    gateStates(facts, a, this.#gates, 0)
    let unknowns = 0
    for (const state of this.#gates) if (state === UNKNOWN) unknowns += 1
    const convertible = this.#convertible[unknowns] ?? 0
    const isMineBlocked = isMiningBlocked(facts, a)
    const isAiBlocked = this.#gates.includes(FAIL)
    valueSite(this.#terms, facts, convertible, this.#value)
    this.bestAllowed = Math.max(0, bestStrategy(this.#value, isMineBlocked, isAiBlocked))

    const risks = siteRisks(facts, a)
    const key = streamKey(this.#seed, this.#columns.ids[row] ?? '')
    const scenarioPrice = facts.powerPrice
    this.#ruled.start(facts)
    this.verdicts.fill(0)
    this.completed = 0
    for (let draw = 0; draw < this.#markets.length; draw += 1) {
      const market = this.#markets[draw]
      if (market === undefined) continue
      if (draw % 2 === 0) standardNormals(key, (this.#from + draw) >>> 1, this.#normals)
      drawSite(risks, this.#normals, draw % 2 === 0 ? 1 : -1, this.#draw)
      this.#applyDraw(market, scenarioPrice)
      valueSite(market.terms, facts, convertible, this.#value)
      this.#keep(draw, risks, market.terms, bestStrategy(this.#value, isMineBlocked, isAiBlocked))
    }
  }

  /** Writes the draw where the valuation reads it: a promised date that is kept, a price, an upgrade cost. */
  #applyDraw(market: MarketDraw, scenarioPrice: number): void {
    const a = this.#scenario.assumptions
    const factor = market.powerPriceFactor * this.#draw.powerPriceFactor
    // A negative price too gets dearer, not cheaper, when the market rises.
    this.#facts.powerPrice = scenarioPrice + Math.abs(scenarioPrice) * (factor - 1)
    this.#facts.promisedYears = this.#draw.delayYears
    market.assumptions.upgradeUsdPerKwBeforeAgreement =
      a.upgradeUsdPerKwBeforeAgreement * this.#draw.upgradeFactorBefore
    market.assumptions.upgradeUsdPerKwAfterAgreement = a.upgradeUsdPerKwAfterAgreement * this.#draw.upgradeFactorAfter
  }

  /**
   * `best` is judged as if power came: waiting for it and losing the studies costs every strategy the same. Whether the
   * tenant stays shows only after the decision.
   */
  #keep(draw: number, risks: SiteRisks, terms: ScenarioTerms, best: number): void {
    const sunk = this.#scenario.assumptions.sunkStudyUsdPerMw
    const { completes, leaseKept } = this.#draw
    const outcomeIfPowered = () => (best < 0 ? Number.NEGATIVE_INFINITY : strategyValue(this.#value, best))
    const ifPowered = outcomeIfPowered()
    const expected = risks.completion * ifPowered - (1 - risks.completion) * sunk
    const verdict = best >= 0 && ifPowered > 0 && expected > 0 ? best : NONE
    this.verdicts[verdict] = (this.verdicts[verdict] ?? 0) + 1
    if (completes) this.completed += 1
    this.#tenant?.apply(terms, leaseKept, this.#value)
    for (let strategy = 0; strategy < STRATEGIES.length; strategy += 1) {
      const values = this.#values[strategy]
      if (values) values[draw] = completes ? finite(this.#value, strategy) : -sunk
    }
    const outcome = completes ? outcomeIfPowered() : best < 0 ? Number.NEGATIVE_INFINITY : -sunk
    this.score[draw] = this.#ruled.score(
      outcome,
      this.#facts.powerPrice,
      completes ? this.#value.powerYears : Number.POSITIVE_INFINITY,
    )
  }
}

function finite(value: SiteValue, strategy: number): number {
  const amount = strategyValue(value, strategy)
  return Number.isFinite(amount) ? amount : 0
}
