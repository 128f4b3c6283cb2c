import { type Moments, momentsOfUse } from './moments-of-use.ts'
import { type OrderedUse, orderedUse } from './ordered-use.ts'
import { LEVELS, Outcome, type UseAtSite } from './outcome.ts'
import type { PortfolioDraw } from './portfolio-draws.ts'
import { drawsOfUnlinearRows, type PortfolioModel } from './portfolio-model.ts'
import { hasTenantRisk, LINEAR_STRATEGIES, type LinearStrategy, SiteReader } from './portfolio-sites.ts'
import { SpreadNode } from './spread-node.ts'
import type { StrategyForm } from './strategy-form.ts'

/**
 * Mean and standard deviation over the draws, and over whether the power comes, of what each use of each site turns out
 * to be worth if it is chosen today and kept, USD a gross MW. Those of the best use are those of the use with the
 * highest mean. Against valuing the site in every draw they are exact for own GPUs and for a rent that no power price
 * moves, within 0.3% of the deviation for other rents, and within 3% of it and $3,000 for a mine, 7% for colocation.
 */
export type PortfolioMoments = Readonly<Record<LinearStrategy, Moments>>

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
const ROWS_PER_MOMENTS_STEP = 25_000

/** Every use of all sites, in the order in which its moments are read. */
export type OrderedUses = Readonly<Record<LinearStrategy, OrderedUse>>

export function* orderedUses({ sites, forms }: PortfolioModel): Generator<number, OrderedUses, void> {
  const uses = {} as Record<LinearStrategy, OrderedUse>
  for (const [index, strategy] of LINEAR_STRATEGIES.entries()) {
    uses[strategy] = orderedUse(
      forms[strategy],
      sites.planned[strategy],
      sites.gain[strategy],
      sites.stand,
      sites.terms.completion,
    )
    yield (index + 1) / LINEAR_STRATEGIES.length
  }
  return uses
}

/** Room for the moments of so many sites. */
export function emptyMoments(count: number): PortfolioMoments {
  const spread = () => ({ mean: new Float64Array(count), sd: new Float64Array(count) })
  return { mine: spread(), lease: spread(), cloud: spread(), colo: spread() }
}

/** Mean and deviation of all sites, written to `moments`; yields the share done after some thousand sites. */
export function* portfolioMoments(
  model: PortfolioModel,
  uses: OrderedUses,
  moments: PortfolioMoments = emptyMoments(model.sites.count),
): Generator<number, PortfolioMoments, void> {
  const { sites, forms, assumptions } = model
  const { count, stand, terms } = sites
  const { sunkStudyUsdPerMw } = assumptions
  for (const [index, strategy] of LINEAR_STRATEGIES.entries()) {
    for (let first = 0; first < count; first += ROWS_PER_MOMENTS_STEP) {
      const end = Math.min(count, first + ROWS_PER_MOMENTS_STEP)
      momentsOfUse(forms[strategy], uses[strategy], sunkStudyUsdPerMw, first, end, moments[strategy])
      yield (index + first / count) / LINEAR_STRATEGIES.length
    }
  }
  const own = { mean: new Float64Array(1), sd: new Float64Array(1) }
  for (const { strategy, row, form } of drawnForms(model)) {
    const use = orderedUse(form, Float64Array.of(0), Float64Array.of(1), stand.subarray(row, row + 1), terms.completion)
    momentsOfUse(form, use, sunkStudyUsdPerMw, 0, 1, own)
    moments[strategy].mean[row] = own.mean[0] ?? 0
    moments[strategy].sd[row] = own.sd[0] ?? 0
    yield 1
  }
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

/** Visits every use of every site. */
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
  for (const { strategy, row, form } of drawnForms(model)) {
    use.planned = 0
    use.gain = 1
    use.completion = sites.completion[row] ?? 0
    visit(strategy, form, 0, row, use)
    yield 1
  }
}

/** The uses that no form gives, each drawn through and with a form of its own, which is the form's row 0. */
function* drawnForms(model: PortfolioModel) {
  const reader = new SiteReader(model.sites.columns, model.sites.terms)
  const draws = drawsOfUnlinearRows(model)
  for (const strategy of LINEAR_STRATEGIES) {
    for (const row of model.unlinear[strategy]) yield { strategy, row, form: drawnForm(draws, reader, row, strategy) }
  }
}

/** One row valued in each of some draws. */
function drawnForm(
  draws: readonly PortfolioDraw[],
  reader: SiteReader,
  row: number,
  strategy: LinearStrategy,
): StrategyForm {
  reader.read(row)
  const isRisky = hasTenantRisk(draws)
  const values = Float64Array.from(draws, (draw) => {
    reader.valueUnder(draw)
    return reader.outcome(draw, strategy, isRisky)
  })
  const zero = Float64Array.of(0)
  // Without a plan to be measured from, the values stand for themselves.
  return {
    nodes: [new SpreadNode(values)],
    cells: new Uint32Array(4),
    cell: Uint32Array.of(0),
    x: zero,
    y: zero,
    scale: null,
    isExact: true,
  }
}
