import { scaleBand, scaleLinear } from 'd3-scale'
import { PLAN_STATES, type PlanState, type YearOfPlan } from '../../../../../shared/domain/hybrid/megawatts-by-year.ts'
import { formatNumber } from '../../../../../shared/format/format-quantity.ts'
import { VERDICT_COLORS } from '../../../../../shared/map/verdict-colors.ts'
import { COLORS, STYLES } from '../style.ts'
import type { Shape } from './shape.ts'

const LEFT = 46
const KEYS = 64
const HEIGHT = 46
const LABELS = 11

const FILLS: Readonly<Record<PlanState, string>> = {
  tenants: VERDICT_COLORS.print.lease,
  gpus: VERDICT_COLORS.print.cloud,
  mining: VERDICT_COLORS.print.mine,
  works: COLORS.secondary,
  idle: COLORS.rule,
}

const NAMES: Readonly<Record<PlanState, string>> = {
  tenants: 'Hall let',
  gpus: 'Own GPUs',
  mining: 'Mining',
  works: 'Works',
  idle: 'Idle',
}

/** Stacked columns of megawatts by what they do, one a year. */
export function planChart(years: readonly YearOfPlan[], width: number): readonly Shape[] {
  const most = Math.max(0, ...years.map((year) => PLAN_STATES.reduce((sum, state) => sum + year[state], 0)))
  const x = scaleBand<number>()
    .domain(years.map((_, index) => index))
    .range([LEFT, width - KEYS])
    .paddingInner(0.25)
  const y = scaleLinear([0, most || 1], [HEIGHT, 0])
  const shapes: Shape[] = [0, most].map((value) => ({
    kind: 'text',
    text: `${formatNumber(value)} MW`,
    x: LEFT - 6,
    y: y(value) + (value === 0 ? 0 : 5),
    style: STYLES.note,
    align: 'right',
  }))
  years.forEach((year, index) => {
    const left = x(index) ?? 0
    let below = 0
    for (const state of PLAN_STATES) {
      const bottom = y(below)
      below += year[state]
      const height = bottom - y(below)
      if (height > 0)
        shapes.push({ kind: 'rect', x: left, y: y(below), width: x.bandwidth(), height, fill: FILLS[state] })
    }
    shapes.push({
      kind: 'text',
      text: String(Math.floor(year.fromYear)),
      x: left + x.bandwidth() / 2,
      y: HEIGHT + 9,
      style: STYLES.note,
      align: 'center',
    })
  })
  PLAN_STATES.forEach((state, index) => {
    const top = index * 11
    shapes.push(
      { kind: 'rect', x: width - KEYS + 12, y: top, width: 7, height: 7, fill: FILLS[state] },
      { kind: 'text', text: NAMES[state], x: width - KEYS + 23, y: top + 6.2, style: STYLES.small, align: 'left' },
    )
  })
  return shapes
}

export const PLAN_CHART_HEIGHT = HEIGHT + LABELS
