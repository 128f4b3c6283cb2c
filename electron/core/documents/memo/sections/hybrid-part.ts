import { explainPlan } from '../../../../../shared/domain/hybrid/explain-plan.ts'
import { hybridPlan } from '../../../../../shared/domain/hybrid/hybrid-plan.ts'
import { megawattsByYear } from '../../../../../shared/domain/hybrid/megawatts-by-year.ts'
import { siteCase } from '../../../../../shared/domain/ranking/site-case.ts'
import { decimalYearMonth } from '../../../../../shared/format/decimal-year-month.ts'
import { formatMw } from '../../../../../shared/format/format-quantity.ts'
import type { MemoContent } from '../content.ts'
import { shapesBox } from '../figures/figure-box.ts'
import { PLAN_CHART_HEIGHT, planChart } from '../figures/plan-chart.ts'
import { paragraph } from '../layout/paragraph.ts'
import { type Piece, pieceOf } from '../layout/piece.ts'
import { CONTENT_WIDTH, STYLES } from '../style.ts'

/** Hybrid and phasing: the plan that is worth most, year by year; empty where no megawatt is known or none is used. */
export function hybridPart({ faces, columns, row, scenario }: MemoContent): Piece[] {
  const plan = hybridPlan(siteCase(columns, row, scenario.assumptions))
  const isKnown = plan.ramp.every(({ isAssumed }) => !isAssumed)
  if (!isKnown || plan.blocks.every(({ use }) => use === 'idle')) return []
  const years = megawattsByYear(plan)
  const said = years.map(
    ({ fromYear, tenants, gpus, mining, works, idle }) =>
      `from ${decimalYearMonth(fromYear)} ${formatMw(tenants)} in halls let, ${formatMw(gpus)} with own GPUs, ${formatMw(mining)} mining, ${formatMw(works)} in works, ${formatMw(idle)} idle`,
  )
  const figure = shapesBox(
    CONTENT_WIDTH,
    PLAN_CHART_HEIGHT,
    `Megawatts by year: ${said.join('; ')}.`,
    planChart(years, CONTENT_WIDTH),
  )
  return [
    ...paragraph(
      faces,
      `Hybrid and phasing. ${explainPlan(plan).sentence} Columns are years from ${decimalYearMonth(years[0]?.fromYear ?? Number.NaN)}.`,
      STYLES.subheading,
      CONTENT_WIDTH,
      8,
      { keepWithNext: true },
    ),
    pieceOf(figure, { gapBefore: 4 }),
  ]
}
