import { buildNode } from './build-node.ts'
import { LEVELS, Outcome, type UseAtSite } from './outcome.ts'
import type { PortfolioModel } from './portfolio-model.ts'
import { LINEAR_STRATEGIES, type LinearStrategy, SiteReader } from './portfolio-sites.ts'
import type { StrategyForm } from './strategy-form.ts'

/** Mean and standard deviation of what each use of each site turns out to be worth, USD a gross MW. */
export type PortfolioMoments = Readonly<
  Record<LinearStrategy, { readonly mean: Float64Array; readonly sd: Float64Array }>
>

/** Quantiles and the probability of a positive value, the power included. */
export interface ValueQuantiles {
  readonly p5: Float64Array
  readonly p10: Float64Array
  readonly p50: Float64Array
  readonly p90: Float64Array
  readonly p95: Float64Array
  readonly positive: Float64Array
}

export type PortfolioQuantiles = Readonly<Record<LinearStrategy, ValueQuantiles>>

const ROWS_PER_STEP = 4_000

/** Mean and deviation of all sites; yields the share done after some thousand sites. */
export function* portfolioMoments(model: PortfolioModel): Generator<number, PortfolioMoments, void> {
  const { count } = model.sites
  const spread = () => ({ mean: new Float64Array(count), sd: new Float64Array(count) })
  const moments = { mine: spread(), lease: spread(), cloud: spread(), colo: spread() }
  const outcome = new Outcome()
  yield* overUses(model, (strategy, form, formRow, row, use) => {
    outcome.readMoments(form, formRow, use)
    moments[strategy].mean[row] = outcome.mean
    moments[strategy].sd[row] = outcome.sd
  })
  return moments
}

/** Quantiles and probabilities of all sites; yields the share done after some thousand sites. */
export function* portfolioQuantiles(model: PortfolioModel): Generator<number, PortfolioQuantiles, void> {
  const { count } = model.sites
  const column = () => new Float64Array(count)
  const all = () => ({ p5: column(), p10: column(), p50: column(), p90: column(), p95: column(), positive: column() })
  const quantiles = { mine: all(), lease: all(), cloud: all(), colo: all() }
  const outcome = new Outcome()
  yield* overUses(model, (strategy, form, formRow, row, use) => {
    outcome.readQuantiles(form, formRow, use)
    const into = quantiles[strategy]
    const columns = [into.p5, into.p10, into.p50, into.p90, into.p95]
    for (let level = 0; level < LEVELS.length; level += 1) columns[level]![row] = outcome.quantiles[level] ?? 0
    into.positive[row] = outcome.positive
  })
  return quantiles
}

type Visit = (strategy: LinearStrategy, form: StrategyForm, formRow: number, row: number, use: UseAtSite) => void

/** Visits every use of every site; a row that no form gives is drawn through and visited with a table of its own. */
function* overUses(model: PortfolioModel, visit: Visit): Generator<number, void, void> {
  const { sites, forms, assumptions } = model
  const use: UseAtSite = { planned: 0, gain: 1, completion: 1, sunkUsdPerMw: assumptions.sunkStudyUsdPerMw }
  for (const [index, strategy] of LINEAR_STRATEGIES.entries()) {
    const form = forms[strategy]
    const { [strategy]: planned } = sites.planned
    const { [strategy]: gain } = sites.gain
    for (let row = 0; row < sites.count; row += 1) {
      use.planned = planned[row] ?? 0
      use.gain = gain[row] ?? 0
      use.completion = sites.completion[row] ?? 0
      visit(strategy, form, row, row, use)
      if (row % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield (index + row / sites.count) / LINEAR_STRATEGIES.length
    }
  }
  const reader = new SiteReader(sites.columns, sites.terms)
  for (const strategy of LINEAR_STRATEGIES) {
    for (const row of model.unlinear[strategy]) {
      use.planned = 0
      use.gain = 1
      use.completion = sites.completion[row] ?? 0
      visit(strategy, drawnForm(model, reader, row, strategy), 0, row, use)
      yield 1
    }
  }
}

/** One row valued in every draw. */
function drawnForm(model: PortfolioModel, reader: SiteReader, row: number, strategy: LinearStrategy): StrategyForm {
  reader.read(row)
  const values = Float64Array.from(model.draws, (draw) => reader.valueUnder(draw)[strategy])
  // Without a plan to be measured from, the values stand for themselves.
  return {
    nodes: [buildNode(Float64Array.of(0, ...values), [])],
    corners: 1,
    node: Uint16Array.of(0),
    weight: Float64Array.of(1),
  }
}
