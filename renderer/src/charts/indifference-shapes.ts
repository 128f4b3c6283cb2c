import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { IndifferenceCurve, IndifferencePoint } from '../../../shared/domain/explain/indifference-curve.ts'

export interface IndifferenceShapes {
  /** Paths of the regions where mining or the AI use is worth more; the AI use lies below. */
  readonly mineRegion: string
  readonly aiRegion: string
  readonly curve: string
  /** The corner in which neither pays. */
  readonly neither: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly now: { readonly x: number; readonly y: number }
  readonly xTicks: readonly Tick[]
  readonly yTicks: readonly Tick[]
}

export interface Tick {
  readonly at: number
  readonly value: number
}

/** Bitcoin prices shown at least, and at most unless the present price is higher. */
const LEAST_TOP_USD = 160_000
const GREATEST_TOP_USD = 400_000

/** A plane of AI price (to the right) and bitcoin price (upwards) split by the curve on which both uses are worth the same. */
export function indifferenceShapes(curve: IndifferenceCurve, width: number, height: number): IndifferenceShapes {
  const { points, now } = curve
  const x = scaleLinear([points[0]?.aiPrice ?? 0, points.at(-1)?.aiPrice ?? 1], [0, width])
  const highest = Math.max(...points.map((point) => point.btcPriceUsd).filter(Number.isFinite), 0)
  const top = Math.max(Math.min(Math.max(highest, LEAST_TOP_USD), GREATEST_TOP_USD), now.btcPriceUsd) * 1.1
  const y = scaleLinear([0, top], [height, 0])
  // What lies above the frame is cut off by it, so only its direction counts.
  const curveY = (point: IndifferencePoint) => y(Math.min(point.btcPriceUsd, 10 * top))
  const across = area<IndifferencePoint>()
    .x((point) => x(point.aiPrice))
    .y1(curveY)
  const neitherWidth = clamp(x(Math.min(curve.aiPaysFrom, Number.MAX_VALUE)), width)
  const neitherTop = clamp(y(Math.min(curve.miningPaysFromBtcPriceUsd, top)), height)
  return {
    mineRegion: across.y0(-9 * height)(points) ?? '',
    aiRegion: across.y0(height)(points) ?? '',
    curve:
      line<IndifferencePoint>()
        .x((point) => x(point.aiPrice))
        .y(curveY)(points) ?? '',
    neither: { x: 0, y: neitherTop, width: neitherWidth, height: height - neitherTop },
    now: { x: x(now.aiPrice), y: y(now.btcPriceUsd) },
    xTicks: x.ticks(5).map((value) => ({ at: x(value), value })),
    yTicks: y.ticks(4).map((value) => ({ at: y(value), value })),
  }
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value))
}
