import { unpackColumns } from '../../../shared/columns/unpack-columns.ts'
import { explainGates } from '../../../shared/domain/ranking/explain-gates.ts'
import { rankSites } from '../../../shared/domain/ranking/rank-sites.ts'
import { siteCase } from '../../../shared/domain/ranking/site-case.ts'
import { STRATEGIES, type Strategy, VERDICT_LABELS, VERDICTS } from '../../../shared/domain/site/strategies.ts'
import { MOST_TOP_PLACES, needsPortfolio, TOP_PLACES } from '../../../shared/domain/uncertainty/portfolio/portfolio.ts'
import { FIRST_PLACE_ERROR, LEAST_DRAWS } from '../../../shared/domain/uncertainty/simulate-until-sure.ts'
import { type SiteStability, siteStability } from '../../../shared/domain/uncertainty/site-stability.ts'
import type { Uncertainty } from '../../../shared/domain/uncertainty/uncertainty.ts'
import { formatMw, formatNumber, formatPercent } from '../../../shared/format/format-quantity.ts'
import type { Command } from '../command.ts'
import { portfolioCells, portfolioJson, portfolioNote } from '../portfolio-output.ts'
import { positiveInteger } from '../positive-integer.ts'
import { RULER_OPTION, rulerOption } from '../ruler-option.ts'
import { openScenario, SCENARIO_NOTES, SCENARIO_OPTIONS } from '../scenario-options.ts'
import { simulatePortfolio } from '../simulate-portfolio.ts'
import { simulateSites } from '../simulate-sites.ts'
import { stabilityJson } from '../stability-json.ts'
import { textTable } from '../text-table.ts'
import { UsageError } from '../usage-error.ts'

/** Beyond these the draws no longer fit into memory. */
const MOST_DRAWS = 20_000
/** What --draws auto may take, of one site and of all sites together. */
const MOST_DRAWS_UNTIL_SURE = 10_000
const MOST_VALUATIONS_UNTIL_SURE = 20_000_000
const MOST_SEED = 4_294_967_295

/** Ranks all sites under a scenario and says for each what its gates and its strategies say. */
export const rank: Command = {
  name: 'rank',
  summary: 'rank the sites under a scenario',
  options: {
    ...SCENARIO_OPTIONS,
    ...RULER_OPTION,
    top: { type: 'string', value: 'N', help: 'only the best N sites' },
    draws: {
      type: 'string',
      value: 'N',
      help: 'say how sure each verdict and rank is, by N draws of markets and sites, an odd N counts one more; auto draws until it is sure which site is first',
    },
    places: {
      type: 'string',
      value: 'N',
      help: 'in a large catalog, say how often a site is among the best N in the draws of --draws; without it, 100',
    },
    seed: { type: 'string', value: 'N', help: 'start of the random numbers of --draws; without it, 1' },
  },
  notes: SCENARIO_NOTES,
  async run(context) {
    const top = positiveInteger('top', context.options['top'])
    const isUntilSure = context.options['draws'] === 'auto'
    const draws = isUntilSure
      ? MOST_DRAWS_UNTIL_SURE
      : atMost('draws', positiveInteger('draws', context.options['draws']), MOST_DRAWS)
    const seed = atMost('seed', positiveInteger('seed', context.options['seed']), MOST_SEED)
    const places = atMost('places', positiveInteger('places', context.options['places']), MOST_TOP_PLACES)
    if (places !== undefined && draws === undefined) throw new UsageError('--places needs --draws N.')
    if (seed !== undefined && draws === undefined) throw new UsageError('--seed needs --draws N.')
    const { session, input, scenario } = await openScenario(context)
    const { client } = session
    const columns = unpackColumns(await client['sites.columns']({}))
    const bySite = draws !== undefined && isUntilSure ? drawsUntilSure(columns.count) : draws
    const isLarge = bySite !== undefined && needsPortfolio(columns.count, bySite)
    const ruler = await rulerOption(context.options, client)
    const ranking = rankSites(columns, scenario, ruler)
    const rows = [...ranking.order.subarray(0, top ?? columns.count)]
    const uncertainty =
      bySite === undefined || isLarge
        ? null
        : await simulateSites(context, columns, scenario, { draws: bySite, isUntilSure, seed: seed ?? 1, ruler })
    const portfolio =
      draws !== undefined && isLarge
        ? await simulatePortfolio(context, columns, scenario, {
            draws,
            seed: seed ?? 1,
            ruler,
            places: places ?? TOP_PLACES,
          })
        : null
    const stabilities =
      uncertainty === null ? null : rows.map((row) => siteStability(columns, ranking, uncertainty, row))
    const sites = rows.map((row, index) => ({
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
      ...(stabilities?.[index]
        ? { stability: stabilityJson(stabilities[index], (each) => columns.ids[each] ?? '') }
        : {}),
      ...(portfolio ? { portfolio: portfolioJson(portfolio, rows[index] ?? 0) } : {}),
    }))
    const table = textTable(
      [
        { heading: 'Rank', align: 'right' },
        { heading: 'Site', maxWidth: 38 },
        { heading: 'Verdict' },
        ...(stabilities === null
          ? []
          : [
              { heading: 'Holds', align: 'right' as const },
              { heading: 'Ranks', align: 'right' as const },
            ]),
        ...(portfolio === null
          ? []
          : [
              { heading: 'Pays', align: 'right' as const },
              { heading: `Best ${portfolio.places}`, align: 'right' as const },
            ]),
        { heading: 'MW', align: 'right' },
        { heading: 'Score', align: 'right' },
        ...STRATEGIES.map((strategy) => ({ heading: strategy, align: 'right' as const })),
        { heading: 'Gates failed', maxWidth: 40 },
      ],
      sites.map((site, index) => [
        String(site.rank),
        site.name,
        VERDICT_LABELS[site.verdict],
        ...stabilityCells(stabilities?.[index]),
        ...(portfolio === null ? [] : portfolioCells(portfolio, rows[index] ?? 0, site.verdict)),
        formatMw(ranking.mw[rows[index] ?? 0] ?? Number.NaN),
        formatNumber(site.score, 1),
        ...STRATEGIES.map((strategy) => formatNumber(site.npv_usd_per_mw[strategy] / 1e6, 2)),
        site.gates.flatMap(({ gate, state }) => (state === 'fail' ? [gate] : [])).join(', '),
      ]),
    )
    const measure = `${ruler.name} v${ruler.version}`
    const shown =
      sites.length < columns.count ? `the best ${sites.length} of ${columns.count} sites` : `${columns.count} sites`
    return {
      json: {
        preset: input.preset,
        ...(input.deck ? { deck: { name: input.deck.name, version: input.deck.version } } : {}),
        ruler: `${ruler.id} v${ruler.version}`,
        ...(uncertainty
          ? {
              simulation: {
                method: 'site_by_site',
                draws: uncertainty.draws,
                seed: uncertainty.seed,
                kendall_tau: uncertainty.orderLikeness,
                first_place_standard_error: uncertainty.firstPlaceError,
              },
            }
          : {}),
        ...(portfolio
          ? {
              simulation: {
                method: 'portfolio',
                draws: portfolio.draws,
                top_draws: portfolio.topDraws,
                seed: portfolio.seed,
              },
            }
          : {}),
        sites,
      },
      text: `${scenario.label}, ruler ${measure}: ${shown}; values by strategy in $m per gross MW${drawsNote(uncertainty, isUntilSure)}${portfolioNote(portfolio)}\n\n${table}`,
    }
  },
}

/** Share of draws in which the verdict stands, and ranks from P10 to P90. */
function stabilityCells(stability: SiteStability | undefined): readonly string[] {
  if (stability === undefined) return []
  const { verdictHolds, rank: place } = stability
  return [formatPercent(verdictHolds), place.p10 === place.p90 ? `${place.p10}` : `${place.p10}–${place.p90}`]
}

function drawsNote(uncertainty: Uncertainty | null, isUntilSure: boolean): string {
  if (uncertainty === null) return ''
  return `; how often the verdict holds and ranks P10 to P90 in ${formatNumber(uncertainty.draws)} draws, seed ${uncertainty.seed}${isUntilSure ? firstPlaceNote(uncertainty) : ''}; order alike by Kendall’s tau ${formatNumber(uncertainty.orderLikeness, 2)}`
}

/** The most that --draws auto takes of each of so many sites. */
function drawsUntilSure(siteCount: number): number {
  const affordable = Math.floor(MOST_VALUATIONS_UNTIL_SURE / Math.max(1, siteCount))
  return Math.min(MOST_DRAWS_UNTIL_SURE, Math.max(LEAST_DRAWS, affordable))
}

function firstPlaceNote({ firstPlaceError }: Uncertainty): string {
  const error = `standard error at most ${formatNumber(100 * firstPlaceError, 1)} points`
  return firstPlaceError < FIRST_PLACE_ERROR
    ? `, enough to know how often each site is first, ${error}`
    : `, too few to know how often each site is first, ${error}`
}

function atMost(option: string, value: number | undefined, most: number): number | undefined {
  if (value !== undefined && value > most)
    throw new UsageError(`--${option} takes at most ${formatNumber(most)} and not ${value}.`)
  return value
}
