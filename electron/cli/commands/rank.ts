import { unpackColumns } from '../../../shared/columns/unpack-columns.ts'
import { explainGates } from '../../../shared/domain/ranking/explain-gates.ts'
import { rankSites } from '../../../shared/domain/ranking/rank-sites.ts'
import { RULER } from '../../../shared/domain/ranking/ruler.ts'
import { siteCase } from '../../../shared/domain/ranking/site-case.ts'
import { STRATEGIES, type Strategy, VERDICT_LABELS, VERDICTS } from '../../../shared/domain/site/strategies.ts'
import { formatMw, formatNumber } from '../../../shared/format/format-quantity.ts'
import type { Command } from '../command.ts'
import { positiveInteger } from '../positive-integer.ts'
import { SCENARIO_NOTES, SCENARIO_OPTIONS, scenarioOf } from '../scenario-options.ts'
import { textTable } from '../text-table.ts'

/** Ranks all sites under a scenario and says for each what its gates and its strategies say. */
export const rank: Command = {
  name: 'rank',
  summary: 'rank the sites under a scenario',
  options: {
    ...SCENARIO_OPTIONS,
    top: { type: 'string', value: 'N', help: 'only the best N sites' },
  },
  notes: SCENARIO_NOTES,
  async run(context) {
    const { input, scenario } = scenarioOf(context.options)
    const top = positiveInteger('top', context.options['top'])
    const { client } = await context.open()
    const columns = unpackColumns(await client['sites.columns']({}))
    const ranking = rankSites(columns, scenario)
    const rows = [...ranking.order.subarray(0, top ?? columns.count)]
    const sites = rows.map((row) => ({
      site_id: columns.ids[row] ?? '',
      name: columns.names[row] ?? '',
      rank: ranking.rank[row] ?? 0,
      verdict: VERDICTS[ranking.verdict[row] ?? 0] ?? 'none',
      score: ranking.score[row] ?? Number.NaN,
      npv_usd_per_mw: Object.fromEntries(
        STRATEGIES.map((strategy) => [strategy, ranking.npvUsdPerMw[strategy][row] ?? Number.NaN]),
      ) as Record<Strategy, number>,
      gates: explainGates(siteCase(columns, row, scenario.assumptions)).map(({ gate, state, why }) => ({
        gate,
        state,
        why,
      })),
    }))
    const table = textTable(
      [
        { heading: 'Rank', align: 'right' },
        { heading: 'Site', maxWidth: 38 },
        { heading: 'Verdict' },
        { heading: 'MW', align: 'right' },
        { heading: 'Score', align: 'right' },
        ...STRATEGIES.map((strategy) => ({ heading: strategy, align: 'right' as const })),
        { heading: 'Gates failed', maxWidth: 40 },
      ],
      sites.map((site, index) => [
        String(site.rank),
        site.name,
        VERDICT_LABELS[site.verdict],
        formatMw(ranking.mw[rows[index] ?? 0] ?? Number.NaN),
        formatNumber(site.score, 1),
        ...STRATEGIES.map((strategy) => formatNumber(site.npv_usd_per_mw[strategy] / 1e6, 2)),
        site.gates.flatMap(({ gate, state }) => (state === 'fail' ? [gate] : [])).join(', '),
      ]),
    )
    const ruler = `${RULER.id} v${RULER.version}`
    const shown =
      sites.length < columns.count ? `the best ${sites.length} of ${columns.count} sites` : `${columns.count} sites`
    return {
      json: { preset: input.preset, ruler, sites },
      text: `${scenario.label}, ruler ${ruler}: ${shown}; values by strategy in $m per gross MW\n\n${table}`,
    }
  },
}
