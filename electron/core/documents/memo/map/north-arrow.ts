import type { Shape } from '../figures/shape.ts'
import { COLORS, STYLES } from '../style.ts'

export const NORTH_ARROW = { width: 12, height: 24 } as const

/** A needle with N under it; Mercator has north up everywhere. */
export function northArrow(): readonly Shape[] {
  return [
    { kind: 'path', data: 'M6 0 L10 13 L6 10.4 Z', fill: COLORS.ink },
    { kind: 'path', data: 'M6 0 L2 13 L6 10.4 Z', fill: COLORS.paper, stroke: COLORS.ink, strokeWidth: 0.6 },
    { kind: 'text', text: 'N', x: 6, y: 22, style: { ...STYLES.smallStrong, size: 7.4 }, align: 'center' },
  ]
}
