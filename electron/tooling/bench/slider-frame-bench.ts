import { emptyRanking } from '../../../shared/domain/ranking/empty-ranking.ts'
import { orderByScore } from '../../../shared/domain/ranking/order-by-score.ts'
import { rankSiteBySite } from '../../../shared/domain/ranking/rank-site-by-site.ts'
import { rankSites } from '../../../shared/domain/ranking/rank-sites.ts'
import { scenarioTerms } from '../../../shared/domain/ranking/scenario-terms.ts'
import type { Scenario } from '../../../shared/domain/scenario/resolve-scenario.ts'
import { STRATEGIES } from '../../../shared/domain/site/strategies.ts'
import type { BenchRow } from './bench.ts'
import { benchScenario } from './bench-scenario.ts'
import { bruteInputs, bruteRanking } from './brute-ranking.ts'
import { interleavedMedians } from './interleaved-medians.ts'
import { syntheticCatalog } from './synthetic-catalog.ts'
import { textbookRanking } from './textbook-ranking.ts'

const SITES = 100_000
const SAMPLE = 1_000
const BRUTE_SAMPLE = 20_000
const PRESET = '2026-07'

/** One step of a slider on a catalog of 100,000 sites: values, criteria, gates, scores and the whole order. */
export function sliderFrameBench(): BenchRow[] {
  const columns = syntheticCatalog(SITES)
  const scenarioOf = (round: number) => benchScenario(PRESET, { btcPriceUsd: 60_000 + 1_500 * round })
  // So dear a bitcoin and so slow a growth that no mine ever shuts off.
  const linearOf = (round: number) =>
    benchScenario(PRESET, { btcPriceUsd: 1_000_000 + 10_000 * round, difficultyGrowthPerYear: 0.1 })
  const scenario = scenarioOf(10)
  const terms = scenarioTerms(columns, scenario.assumptions)
  const taxed = scenarioTerms(columns, benchScenario(PRESET, { incomeTaxRate: 0.21 }).assumptions)
  const inputs = bruteInputs(columns, terms, BRUTE_SAMPLE)
  expectAgreement()
  const { score } = rankSites(columns, scenario)
  const rows = Array.from({ length: SITES }, (_, row) => ({ row, score: score[row] ?? 0 }))
  const ms = interleavedMedians(15, {
    frame: nextFrame(scenarioOf),
    linearFrame: nextFrame(linearOf),
    powerFrame: nextFrame((round) => benchScenario(PRESET, { powerPriceChangeUsdPerMwh: 0.1 * round })),
    gateFrame: nextFrame((round) => benchScenario(PRESET, { grossToIt: 1.3 + 0.005 * round })),
    taxFrame: nextFrame((round) => benchScenario(PRESET, { incomeTaxRate: 0.21, btcPriceUsd: 60_000 + 1_500 * round })),
    taxSiteBySite: () => {
      const ranking = emptyRanking(SITES)
      rankSiteBySite(columns, taxed, ranking)
      orderByScore(ranking.score)
    },
    siteBySite: () => {
      const ranking = emptyRanking(SITES)
      rankSiteBySite(columns, terms, ranking)
      orderByScore(ranking.score)
    },
    bruteSample: () => bruteRanking(inputs, terms),
    textbookSample: () => textbookRanking(columns, terms, SAMPLE),
    order: () => orderByScore(score),
    sort: () => rows.toSorted((one, other) => other.score - one.score || one.row - other.row),
  })
  const textbookMs = (ms.textbookSample * SITES) / SAMPLE
  const textbook = `textbook cash flows and sort, ${SAMPLE} sites, scaled`
  const bruteMs = (ms.bruteSample * SITES) / BRUTE_SAMPLE
  const brute = `columns, loop over 180 months and sort, ${BRUTE_SAMPLE} sites, scaled`
  return [
    row('slider frame, Bitcoin price, mines shut off, 100,000 sites', ms.frame, textbookMs, textbook, 80),
    row('slider frame, Bitcoin price, mines shut off', ms.frame, bruteMs, brute, 10),
    row('slider frame, Bitcoin price, no mine shuts off', ms.linearFrame, textbookMs, textbook, 80),
    row('slider frame, Bitcoin price, no mine shuts off', ms.linearFrame, bruteMs, brute, 10),
    row('slider frame, power price, which moves every figure', ms.powerFrame, textbookMs, textbook, 80),
    row('slider frame that moves a gate, 100,000 sites', ms.gateFrame, textbookMs, textbook, 80),
    row('slider frame, against the same values site by site', ms.frame, ms.siteBySite, 'site by site, closed form', 3),
    row(
      'slider frame, income tax and losses carried forward',
      ms.taxFrame,
      ms.taxSiteBySite,
      'site by site, year by year',
      4,
    ),
    row('whole order, 100,000 scores', ms.order, ms.sort, 'objects, Array.sort', 10),
  ]

  /** A slider moves on from where it was, and not from another slider's place. */
  function nextFrame(each: (round: number) => Scenario) {
    return {
      before: (round: number) => void rankSites(columns, each(round)),
      run: (round: number) => void rankSites(columns, each(round + 1)),
    }
  }

  function expectAgreement(): void {
    const fast = rankSites(columns, scenario)
    // Monthly sums may misdate a halving by half a month, and half of the revenue with it.
    const toleranceUsdPerMw = (730 * terms.revenueUsdPerMwh) / 4
    const brute = bruteRanking(inputs, terms)
    for (let row = 0; row < BRUTE_SAMPLE; row += 1) {
      for (const strategy of STRATEGIES) {
        const gap = Math.abs(brute[strategy][row]! - fast.npvUsdPerMw[strategy][row]!)
        // Starts and ends are rounded to whole months there.
        if (!(gap <= 4 * toleranceUsdPerMw))
          throw new Error(`The loop gives the ${strategy} value of row ${row} ${gap} USD/MW apart.`)
      }
    }
    for (const site of textbookRanking(columns, terms, SAMPLE)) {
      for (const strategy of STRATEGIES) {
        const gap = Math.abs(site.values[strategy] - (fast.npvUsdPerMw[strategy][site.row] ?? Number.NaN))
        if (!(gap <= toleranceUsdPerMw))
          throw new Error(`The textbook gives the ${strategy} value of row ${site.row} ${gap} USD/MW apart.`)
      }
      const apart = Math.abs(site.score - (fast.score[site.row] ?? Number.NaN))
      if (!(apart <= 0.1)) throw new Error(`The textbook gives the score of row ${site.row} ${apart} points apart.`)
    }
  }
}

function row(what: string, value: number, reference: number, referenceName: string, requiredRatio: number): BenchRow {
  return { what, value, reference, referenceName, unit: 'ms', requiredRatio }
}
