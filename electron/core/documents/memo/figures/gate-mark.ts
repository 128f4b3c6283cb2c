import type { GateState } from '../../../../../shared/domain/ranking/ranking.ts'
import { COLORS } from '../style.ts'
import type { Shape } from './shape.ts'

export const GATE_MARK_WIDTH = 11

/** The sign of a gate's state: a full dot, a cross, an empty ring. Differs in form, not in colour alone. */
export function gateMark(state: GateState, x: number, middle: number): readonly Shape[] {
  const radius = 2.7
  const centre = x + radius
  switch (state) {
    case 'pass':
      return [{ kind: 'circle', x: centre, y: middle, radius, fill: COLORS.pass }]
    case 'unknown':
      return [{ kind: 'circle', x: centre, y: middle, radius: radius - 0.5, stroke: COLORS.unknown, strokeWidth: 1 }]
    case 'fail':
      return [-1, 1].map((slope) => ({
        kind: 'line',
        x1: centre - radius + 0.3,
        y1: middle - slope * (radius - 0.3),
        x2: centre + radius - 0.3,
        y2: middle + slope * (radius - 0.3),
        color: COLORS.fail,
        width: 1.3,
      }))
  }
}
