import type { SiteColumns } from '../../../shared/columns/site-columns.ts'
import { rankSites } from '../../../shared/domain/ranking/rank-sites.ts'
import type { Scenario } from '../../../shared/domain/scenario/resolve-scenario.ts'
import { PORTFOLIO_TOP_DRAWS } from '../../../shared/domain/uncertainty/portfolio/portfolio.ts'
import { drawnScenarios } from '../../../shared/domain/uncertainty/portfolio/portfolio-draws.ts'
import {
  checkedModel,
  type PortfolioModel,
  portfolioModel,
} from '../../../shared/domain/uncertainty/portfolio/portfolio-model.ts'
import {
  hasTenantRisk,
  LINEAR_STRATEGIES,
  SiteReader,
} from '../../../shared/domain/uncertainty/portfolio/portfolio-sites.ts'
import {
  emptyMoments,
  orderedUses,
  type PortfolioMoments,
  portfolioMoments,
  portfolioQuantiles,
} from '../../../shared/domain/uncertainty/portfolio/portfolio-values.ts'
import { topShares } from '../../../shared/domain/uncertainty/portfolio/top-shares.ts'
import { winnerShares } from '../../../shared/domain/uncertainty/portfolio/winner-shares.ts'
import type { BenchRow } from './bench.ts'
import { benchScenario } from './bench-scenario.ts'
import { interleavedMedians } from './interleaved-medians.ts'
import { processorMs } from './processor-ms.ts'
import { syntheticCatalog } from './synthetic-catalog.ts'

const SITES = 100_000
const DRAWS = 10_000
const SAMPLE_SITES = 40
const TOP_DRAWS = PORTFOLIO_TOP_DRAWS
const SAMPLE_TOP_DRAWS = 64
const PLACES = 100

/** Ten thousand market draws of 100,000 sites by tables, against valuing site by site and draw by draw. */
export function monteCarloBench(): BenchRow[] {
  const columns = syntheticCatalog(SITES)
  const scenario = benchScenario('2026-07', {})
  const options = { draws: DRAWS, seed: 1 }
  const prepared = processorMs(() => prepare(columns, scenario, options))
  const { model: first, uses } = prepared.result
  const model = finish(checkedModel(first))
  const room = emptyMoments(SITES)
  const moments = interleavedMedians(15, { all: () => void finish(portfolioMoments(model, uses, room)) })
  const quantiles = processorMs(() => finish(portfolioQuantiles(model)))
  const winners = processorMs(() => finish(winnerShares(model, room)))
  const brute = processorMs(() => bruteForce(model))
  expectAgreement(room, brute.result)
  const bruteMs = (brute.ms * SITES) / SAMPLE_SITES
  const loop = `every pair valued, ${SAMPLE_SITES} sites, scaled`

  const draws = [...drawnScenarios(scenario.assumptions, TOP_DRAWS, 1)]
  const top = processorMs(() => finish(topShares(columns, scenario, draws, PLACES)))
  const some = draws.slice(0, SAMPLE_TOP_DRAWS)
  const ranked = processorMs(() => {
    const counts = new Uint32Array(SITES)
    for (const assumptions of some)
      for (const row of rankSites(columns, { ...scenario, assumptions }).order.subarray(0, PLACES)) counts[row]! += 1
    return counts
  })
  const shares = finish(topShares(columns, scenario, some, PLACES))
  ranked.result.forEach((count, row) => {
    if (Math.round((shares[row] ?? 0) * some.length) !== count)
      throw new Error(`Row ${row} is ${count} times among the best ${PLACES}, and not as often as counted by bounds.`)
  })
  const row = (what: string, value: number, reference: number, referenceName: string, requiredRatio: number | null) =>
    ({ what, value, reference, referenceName, unit: 'ms', requiredRatio }) as const
  return [
    row('10,000 draws and their tables until the first figure, once a scenario', prepared.ms, bruteMs, loop, 200),
    row('mean and sd, 100,000 sites x 4 uses x 10,000 draws', moments.all, bruteMs, loop, 10_000),
    row('five quantiles and P(NPV > 0), the same', quantiles.ms, bruteMs, loop, 100),
    row(
      `which of 4 uses wins, ${winners.result.draws} draws`,
      winners.ms,
      bruteMs / (DRAWS / winners.result.draws),
      loop,
      10,
    ),
    row(
      `P(site in the best ${PLACES}), ${TOP_DRAWS} draws`,
      top.ms,
      (ranked.ms * TOP_DRAWS) / SAMPLE_TOP_DRAWS,
      `all sites ranked, ${SAMPLE_TOP_DRAWS} draws, scaled`,
      3,
    ),
  ]
}

/** All that comes before the first mean and deviation. */
function prepare(columns: SiteColumns, { assumptions }: Scenario, options: { draws: number; seed: number }) {
  const model = finish(portfolioModel(columns, assumptions, options))
  return { model, uses: finish(orderedUses(model)) }
}

function finish<T>(steps: Generator<number, T, void>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Mean and deviation of a sample of sites by valuing each in every draw, and sorting for the quantiles. */
function bruteForce({ sites, draws, assumptions }: PortfolioModel) {
  const reader = new SiteReader(sites.columns, sites.terms)
  const isRisky = hasTenantRisk(draws)
  return Array.from({ length: SAMPLE_SITES }, (_, sample) => {
    const row = Math.floor((sample * SITES) / SAMPLE_SITES)
    reader.read(row)
    const values = LINEAR_STRATEGIES.map(() => new Float64Array(draws.length))
    for (const [at, draw] of draws.entries()) {
      reader.valueUnder(draw)
      for (const [index, strategy] of LINEAR_STRATEGIES.entries())
        values[index]![at] = reader.outcome(draw, strategy, isRisky)
    }
    const completion = sites.completion[row] ?? 0
    const lost = -assumptions.sunkStudyUsdPerMw
    return {
      row,
      uses: values.map((each) => {
        const mean = (completion * each.reduce((sum, value) => sum + value, 0)) / each.length + (1 - completion) * lost
        const squares = each.reduce((sum, value) => sum + (value - mean) ** 2, 0) / each.length
        each.sort()
        return { mean, sd: Math.sqrt(completion * squares + (1 - completion) * (lost - mean) ** 2) }
      }),
    }
  })
}

function expectAgreement(moments: PortfolioMoments, brute: ReturnType<typeof bruteForce>): void {
  for (const { row, uses } of brute) {
    for (const [index, strategy] of LINEAR_STRATEGIES.entries()) {
      const { mean, sd } = uses[index] ?? { mean: Number.NaN, sd: Number.NaN }
      const allowed =
        strategy === 'cloud' ? 1e-9 * (Math.abs(mean) + sd) : strategy === 'lease' ? 0.003 * sd : 0.03 * sd + 3_000
      const own = moments[strategy]
      const off = Math.max(Math.abs((own.mean[row] ?? Number.NaN) - mean), Math.abs((own.sd[row] ?? Number.NaN) - sd))
      if (!(off <= allowed)) throw new Error(`The ${strategy} value of row ${row} is ${off} USD/MW off.`)
    }
  }
}
