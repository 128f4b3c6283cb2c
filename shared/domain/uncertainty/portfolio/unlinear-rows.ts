import type { PortfolioDraw } from './portfolio-draws.ts'
import {
  hasTenantRisk,
  LINEAR_STRATEGIES,
  type LinearStrategy,
  type PortfolioSites,
  SiteReader,
} from './portfolio-sites.ts'
import { addedInDraw, deviation, type StrategyForm } from './strategy-form.ts'
import { withGain } from './with-gain.ts'

/** How far off the valuation a form may be at a draw it is checked with: rounding where it is exact, */
const ROUNDING = 1e-9
/** and a share of the spread where it is interpolated. */
const SHARE_OF_SD = 0.25

const ROWS_PER_STEP = 2_000
/** Draws at which every site's form is checked against the valuation: a pair that moves every market both ways. */
const CHECKS = 2

/**
 * Rows whose value under a strategy the form does not give, found by valuing every site anew at the checking draws. So
 * a valuation that has a corner where none was expected costs time and no correctness. Yields after some thousand sites.
 */
export function* unlinearRows(
  sites: PortfolioSites,
  forms: Readonly<Record<LinearStrategy, StrategyForm>>,
  draws: readonly PortfolioDraw[],
): Generator<number, Readonly<Record<LinearStrategy, readonly number[]>>, void> {
  const rows: Record<LinearStrategy, number[]> = { mine: [], lease: [], cloud: [], colo: [] }
  const reader = new SiteReader(sites.columns, sites.terms)
  const isRisky = hasTenantRisk(draws)
  const checks = draws.slice(0, CHECKS).map((draw, at) => ({ at, draw }))
  for (let row = 0; row < sites.count; row += 1) {
    reader.read(row)
    for (const { at, draw } of checks) {
      const value = reader.valueUnder(draw)
      for (const strategy of LINEAR_STRATEGIES) {
        const form = forms[strategy]
        const planned = sites.planned[strategy][row] ?? 0
        const amount = planned + addedInDraw(form, row, at)
        const gain = sites.gain[strategy][row] ?? 0
        const right = strategy === 'lease' && isRisky ? withGain(reader.leaseTurnsOut(draw), gain) : value[strategy]
        const off = Math.abs(withGain(amount, gain) - right)
        const rounding = ROUNDING * (Math.abs(planned) + Math.abs(amount))
        if (off <= rounding || isNear(form, row, off, rounding) || rows[strategy].at(-1) === row) continue
        rows[strategy].push(row)
      }
    }
    if (row % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield row / sites.count
  }
  return rows
}

function isNear(form: StrategyForm, row: number, off: number, rounding: number): boolean {
  const sd = deviation(form, row)
  return off <= rounding + (form.isExact ? ROUNDING : SHARE_OF_SD) * sd
}
