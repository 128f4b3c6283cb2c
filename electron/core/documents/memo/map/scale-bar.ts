import { roundKilometers, roundMiles } from '../../../../../shared/map/picture/scale-lengths.ts'
import type { Shape } from '../figures/shape.ts'
import { COLORS, STYLES } from '../style.ts'
import { type MapFrame, metersPerPoint } from './map-frame.ts'

export interface ScaleBar {
  readonly shapes: readonly Shape[]
  readonly width: number
  readonly height: number
}

/** Two bars of round lengths, miles above kilometres, true at the frame's centre. */
export function scaleBar(frame: MapFrame, widest: number): ScaleBar {
  const perPoint = metersPerPoint(frame)
  const miles = roundMiles(widest * perPoint)
  const kilometers = roundKilometers(widest * perPoint)
  const mileWidth = miles.meters / perPoint
  const kilometerWidth = kilometers.meters / perPoint
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
      { kind: 'text', text: miles.text, x: 3, y: y - 2.6, style: STYLES.note, align: 'left' },
      { kind: 'text', text: kilometers.text, x: 3, y: y + 7.6, style: STYLES.note, align: 'left' },
    ],
  }
}
