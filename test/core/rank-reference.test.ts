import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { unpackColumns } from '../../shared/columns/unpack-columns.ts'
import { emptyRanking } from '../../shared/domain/ranking/empty-ranking.ts'
import { rankSiteBySite } from '../../shared/domain/ranking/rank-site-by-site.ts'
import { rankSites } from '../../shared/domain/ranking/rank-sites.ts'
import { scenarioTerms } from '../../shared/domain/ranking/scenario-terms.ts'
import { STRATEGIES } from '../../shared/domain/site/strategies.ts'
import { tempCatalog } from '../support/temp-catalog.ts'
import { PRESET_IDS, scenarioOf } from '../unit/scenarios.ts'

test('the reference sites are worth the same by columns as site by site, under every preset, before and after tax', async () => {
  const catalog = tempCatalog()
  for (const name of ['sites.csv', 'retired_coal.csv']) {
    const file = path.resolve(import.meta.dirname, '..', '..', 'data', 'reference', name)
    await catalog.report(readFileSync(file, 'utf8'), { name })
  }
  const columns = unpackColumns(await catalog.call['sites.columns']({}))
  expect(columns.count).toBe(498)
  for (const preset of PRESET_IDS) {
    for (const incomeTaxRate of [0, 0.21]) {
      const scenario = scenarioOf(preset, { incomeTaxRate })
      const fast = rankSites(columns, scenario)
      const oracle = emptyRanking(columns.count)
      rankSiteBySite(columns, scenarioTerms(columns, scenario.assumptions), oracle)
      expect(fast.verdict).toEqual(oracle.verdict)
      expect(fast.gates).toEqual(oracle.gates)
      for (const [found, expected] of [
        ...STRATEGIES.map((strategy) => [fast.npvUsdPerMw[strategy], oracle.npvUsdPerMw[strategy]] as const),
        [fast.score, oracle.score] as const,
        [fast.scoreAtBest, oracle.scoreAtBest] as const,
      ]) {
        for (let row = 0; row < columns.count; row += 1) {
          const [one = Number.NaN, other = Number.NaN] = [found[row], expected[row]]
          expect(Math.abs(one - other)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(other)))
        }
      }
    }
  }
})
