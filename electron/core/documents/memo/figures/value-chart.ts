import { scaleLinear } from 'd3-scale'
import { valueAxisReach } from '../../../../../shared/charts/value-axis-reach.ts'
import type { StrategyExplanation } from '../../../../../shared/domain/ranking/site-explanation.ts'
import { VERDICT_LABELS } from '../../../../../shared/domain/site/strategies.ts'
import { formatUsd } from '../../../../../shared/format/format-quantity.ts'
import { VERDICT_COLORS } from '../../../../../shared/map/verdict-colors.ts'
import { COLORS, STYLES } from '../style.ts'
import type { Shape } from './shape.ts'

const BAR = 9
const PITCH = 17
const LABEL_WIDTH = 82
const VALUE_ROOM = 44
const AXIS_ROOM = 16

/** Bars of value per megawatt by strategy. A loss far off the axis is cut and says its size. */
export function valueChart(strategies: readonly StrategyExplanation[], width: number): readonly Shape[] {
  const valued = strategies.filter((each) => Number.isFinite(each.npvUsdPerMw))
  const reach = valueAxisReach(valued.map((each) => each.npvUsdPerMw))
  const lowest = Math.max(-reach, Math.min(0, ...valued.map((each) => each.npvUsdPerMw)))
  const highest = Math.min(reach, Math.max(0, ...valued.map((each) => each.npvUsdPerMw)))
  const x = scaleLinear([lowest, highest], [LABEL_WIDTH + VALUE_ROOM, width - VALUE_ROOM]).nice(4)
  const [left = 0, right = 0] = x.domain()
  const bottom = strategies.length * PITCH
  const shapes: Shape[] = []
  for (const tick of x.ticks(4)) {
    const at = x(tick)
    const isZero = tick === 0
    shapes.push(
      {
        kind: 'line',
        x1: at,
        y1: 0,
        x2: at,
        y2: bottom,
        color: isZero ? COLORS.strongRule : COLORS.rule,
        width: isZero ? 0.8 : 0.4,
      },
      {
        kind: 'text',
        text: `${formatUsd(tick / 1e6, 1)}m`,
        x: at,
        y: bottom + 10,
        style: STYLES.note,
        align: 'center',
      },
    )
  }
  strategies.forEach((each, index) => {
    const middle = (index + 0.5) * PITCH
    const value = each.npvUsdPerMw
    shapes.push({
      kind: 'text',
      text: VERDICT_LABELS[each.strategy],
      x: 0,
      y: middle + 2.6,
      style: STYLES.small,
      align: 'left',
    })
    if (!Number.isFinite(value)) {
      shapes.push({
        kind: 'text',
        text: 'cannot be valued',
        x: x(0) + 4,
        y: middle + 2.6,
        style: STYLES.note,
        align: 'left',
      })
      return
    }
    shapes.push(...bar(each, middle, x(0), x(Math.min(right, Math.max(left, value))), value < left || value > right))
  })
  return shapes
}

export function valueChartHeight(count: number): number {
  return count * PITCH + AXIS_ROOM
}

function bar(
  { strategy, npvUsdPerMw, isBlocked }: StrategyExplanation,
  middle: number,
  zero: number,
  end: number,
  isCut: boolean,
): Shape[] {
  const top = middle - BAR / 2
  const isLoss = end < zero
  const color = VERDICT_COLORS.print[strategy]
  const outline = { x: Math.min(zero, end), y: top, width: Math.max(0.6, Math.abs(end - zero)), height: BAR }
  const shapes: Shape[] = [
    isBlocked
      ? { kind: 'rect', ...outline, fill: COLORS.paper, stroke: color, strokeWidth: 0.8 }
      : { kind: 'rect', ...outline, fill: color },
  ]
  if (isCut) shapes.push(...cut(end + (isLoss ? 10 : -10), top))
  shapes.push({
    kind: 'text',
    text: `${formatUsd(npvUsdPerMw / 1e6, 2)}m`,
    x: end + (isLoss ? -4 : 4),
    y: middle + 2.6,
    style: STYLES.smallStrong,
    align: isLoss ? 'right' : 'left',
  })
  return shapes
}

/** Two slanted strokes of paper through a bar that goes on beyond the axis. */
function cut(x: number, top: number): Shape[] {
  return [0, 4].map((offset) => ({
    kind: 'line',
    x1: x + offset - 1.6,
    y1: top + BAR + 1,
    x2: x + offset + 1.6,
    y2: top - 1,
    color: COLORS.paper,
    width: 1.6,
  }))
}
