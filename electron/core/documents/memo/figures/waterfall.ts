import { scaleLinear } from 'd3-scale'
import type { EffectiveMwStepExplanation } from '../../../../../shared/domain/megawatts/explain-effective-mw.ts'
import { formatMw } from '../../../../../shared/format/format-quantity.ts'
import { COLORS, STYLES } from '../style.ts'
import type { Faces } from '../text/open-face.ts'
import { cutToWidth } from '../text/set-text.ts'
import type { Shape } from './shape.ts'

const LABEL_WIDTH = 84
const VALUE_WIDTH = 64
const BARS_WIDTH = 104
const PITCH = 11.5
const BAR = 7

/** Bars from claimed to usable megawatts: filled what is certain, outlined what may be left at most. */
export function waterfall(faces: Faces, steps: readonly EffectiveMwStepExplanation[], width: number): readonly Shape[] {
  const largest = Math.max(0, ...steps.map(({ mostMw }) => mostMw).filter(Number.isFinite))
  const left = LABEL_WIDTH + VALUE_WIDTH
  const x = scaleLinear([0, largest || 1], [left, left + BARS_WIDTH])
  return steps.flatMap(({ label, leastMw, mostMw, state, constraint }, index): Shape[] => {
    const top = index * PITCH
    const middle = top + PITCH / 2
    const shapes: Shape[] = [
      {
        kind: 'text',
        text: label,
        x: 0,
        y: middle + 2.6,
        style: state === 'not_needed' ? STYLES.smallQuiet : STYLES.small,
        align: 'left',
      },
      {
        kind: 'text',
        text: megawatts(leastMw, mostMw),
        x: left - 8,
        y: middle + 2.6,
        style: STYLES.smallStrong,
        align: 'right',
      },
    ]
    const words = left + BARS_WIDTH + 10
    shapes.push({
      kind: 'text',
      text: cutToWidth(faces, constraint, STYLES.note, width - words),
      x: words,
      y: middle + 2.4,
      style: STYLES.note,
      align: 'left',
    })
    if (!Number.isFinite(mostMw)) return shapes
    const bar = { x: left, y: middle - BAR / 2, height: BAR }
    if (leastMw < mostMw) {
      shapes.push({
        kind: 'rect',
        ...bar,
        width: Math.max(0.6, x(mostMw) - left),
        stroke: COLORS.strongRule,
        strokeWidth: 0.7,
      })
    }
    if (leastMw > 0)
      shapes.push({ kind: 'rect', ...bar, width: Math.max(0.6, x(leastMw) - left), fill: COLORS.secondary })
    return shapes
  })
}

export function waterfallHeight(count: number): number {
  return count * PITCH
}

function megawatts(leastMw: number, mostMw: number): string {
  if (Number.isNaN(mostMw)) return 'unknown'
  return leastMw < mostMw ? `up to ${formatMw(mostMw)}` : formatMw(mostMw)
}
