import { unpackColumns } from '../../../shared/columns/unpack-columns.ts'
import type { SwitchyardClient } from '../../../shared/contract/contract.ts'
import { compareScenarios } from '../../../shared/domain/comparison/compare-scenarios.ts'
import { changeText, comparisonSentence, siteComparison } from '../../../shared/domain/comparison/site-comparison.ts'
import { sortedComparisons } from '../../../shared/domain/comparison/sorted-comparisons.ts'
import { ASSUMPTIONS } from '../../../shared/domain/scenario/assumption-defs.ts'
import { scenarioOfDeck } from '../../../shared/domain/scenario/deck-values.ts'
import { findPreset } from '../../../shared/domain/scenario/presets.ts'
import { resolveScenario, type Scenario } from '../../../shared/domain/scenario/resolve-scenario.ts'
import type { CommandResult } from '../command.ts'
import { textTable } from '../text-table.ts'
import { UsageError } from '../usage-error.ts'
import { findDeck } from './find-deck.ts'

/** Says which sites two decks or presets judge differently, and what explains each. */
export async function compareDecks(
  client: SwitchyardClient,
  fromName: string,
  toName: string,
  top: number | undefined,
): Promise<CommandResult> {
  const [from, to] = [await scenarioNamed(client, fromName), await scenarioNamed(client, toName)]
  const columns = unpackColumns(await client['sites.columns']({}))
  const comparison = compareScenarios(columns, from, to)
  const all = sortedComparisons(Array.from({ length: columns.count }, (_, row) => siteComparison(comparison, row)))
  const flips = all.filter((site) => site.explained === 'flip').length
  const shown = all.slice(0, top)
  const { attribution, differences } = comparison
  return {
    json: {
      from: from.label,
      to: to.label,
      differences: differences.map(({ key, from: was, to: is }) => ({
        key,
        unit: ASSUMPTIONS[key].unit,
        from: was,
        to: is,
      })),
      attribution,
      flips,
      sites: shown.map((site) => ({
        site_id: columns.ids[site.row],
        name: columns.names[site.row],
        verdict: site.verdict,
        rank: site.rank,
        value_usd_per_mw: site.valueUsdPerMw,
        explained: site.explained,
        causes: site.causes.map(({ key, share }) => ({ key, share })),
        sentence: comparisonSentence(site),
      })),
    },
    text: [
      `${from.label} against ${to.label}: ${flips} of ${columns.count} sites flip.`,
      ...(differences.length === 0
        ? ['The two assume the same.']
        : differences.map((each) => `  ${ASSUMPTIONS[each.key].label}: ${changeText(each)}`)),
      ...(attribution.type === 'sampled'
        ? [
            `More than 8 assumptions differ: shares are means over ${attribution.orders} random orders, seed ${attribution.seed}.`,
          ]
        : []),
      '',
      textTable(
        [{ heading: 'Site', maxWidth: 38 }, { heading: 'Rank', align: 'right' }, { heading: 'Verdict and why' }],
        shown.map((site) => [
          columns.names[site.row] ?? '',
          `${site.rank[0]} → ${site.rank[1]}`,
          comparisonSentence(site),
        ]),
      ),
    ].join('\n'),
  }
}

async function scenarioNamed(client: SwitchyardClient, name: string): Promise<Scenario> {
  const input = findPreset(name) ? { preset: name, changes: {} } : scenarioOfDeck(await findDeck(client, name))
  const resolved = resolveScenario(input)
  if (!resolved.ok) throw new UsageError(resolved.reason)
  return resolved.scenario
}
