import type { Shape } from '../figures/shape.ts'
import { COLORS, STYLES } from '../style.ts'
import { type MapFrame, metersPerPoint } from './map-frame.ts'

const STEPS = [1, 2, 5]
const METERS_PER_MILE = 1_609.344

export interface ScaleBar {
  readonly shapes: readonly Shape[]
  readonly width: number
  readonly height: number
}

/** Two bars of round lengths, miles above kilometres, true at the frame's centre. */
export function scaleBar(frame: MapFrame, widest: number): ScaleBar {
  const perPoint = metersPerPoint(frame)
  const miles = roundLength((widest * perPoint) / METERS_PER_MILE)
  const kilometers = roundLength((widest * perPoint) / 1_000)
  const mileWidth = (miles * METERS_PER_MILE) / perPoint
  const kilometerWidth = (kilometers * 1_000) / perPoint
  const y = 10
  const tick = (x: number, rise: number): Shape => ({
    kind: 'line',
    x1: x,
    y1: y,
    x2: x,
    y2: y + rise,
    color: COLORS.ink,
    width: 0.7,
  })
  return {
    width: Math.max(mileWidth, kilometerWidth) + 1,
    height: 21,
    shapes: [
      { kind: 'line', x1: 0, y1: y, x2: Math.max(mileWidth, kilometerWidth), y2: y, color: COLORS.ink, width: 0.9 },
      tick(0, -4),
      tick(0, 4),
      tick(mileWidth, -4),
      tick(kilometerWidth, 4),
      { kind: 'text', text: `${miles} mi`, x: 3, y: y - 2.6, style: STYLES.note, align: 'left' },
      { kind: 'text', text: `${kilometers} km`, x: 3, y: y + 7.6, style: STYLES.note, align: 'left' },
    ],
  }
}

/** The largest of 1, 2, 5 times a power of ten that is no longer than `most`. */
function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most))
  const step = STEPS.findLast((each) => each * power <= most) ?? 1
  return step * power
}
