import { withGain } from './outcome.ts'
import type { PortfolioDraw } from './portfolio-draws.ts'
import { LINEAR_STRATEGIES, type LinearStrategy, type PortfolioSites, SiteReader } from './portfolio-sites.ts'
import type { StrategyForm } from './strategy-form.ts'

/** How far off the valuation a form may be at a draw it is checked with: rounding where it is exact, */
const ROUNDING = 1e-9
/** and a share of the spread where it is interpolated. */
const SHARE_OF_SD = 0.25

const ROWS_PER_STEP = 2_000

/**
 * Rows whose value under a strategy the form does not give, found by valuing every site anew at the checking draws. So
 * a valuation that has a corner where none was expected costs time and no correctness. Yields after some thousand sites.
 */
export function* unlinearRows(
  sites: PortfolioSites,
  forms: Readonly<Record<LinearStrategy, StrategyForm>>,
  checks: readonly PortfolioDraw[],
): Generator<number, Readonly<Record<LinearStrategy, readonly number[]>>, void> {
  const rows: Record<LinearStrategy, number[]> = { mine: [], lease: [], cloud: [], colo: [] }
  const reader = new SiteReader(sites.columns, sites.terms)
  for (let row = 0; row < sites.count; row += 1) {
    reader.read(row)
    for (const [check, draw] of checks.entries()) {
      const value = reader.valueUnder(draw)
      for (const strategy of LINEAR_STRATEGIES) {
        const form = forms[strategy]
        const planned = sites.planned[strategy][row] ?? 0
        let amount = planned
        let sd = 0
        for (let corner = row * form.corners; corner < (row + 1) * form.corners; corner += 1) {
          const node = form.nodes[form.node[corner] ?? 0]
          const weight = form.weight[corner] ?? 0
          amount += weight * (node?.checks[check] ?? 0)
          sd += weight * Math.sqrt(node?.table.variance ?? 0)
        }
        const off = Math.abs(withGain(amount, sites.gain[strategy][row] ?? 0) - value[strategy])
        const allowed =
          ROUNDING * (Math.abs(planned) + Math.abs(amount) + sd) + (form.corners > 1 ? SHARE_OF_SD * sd : 0)
        if (!(off <= allowed) && rows[strategy].at(-1) !== row) rows[strategy].push(row)
      }
    }
    if (row % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield row / sites.count
  }
  return rows
}
