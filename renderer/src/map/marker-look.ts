import type { Ranking } from '../../../shared/domain/ranking/ranking.ts'
import { VERDICTS } from '../../../shared/domain/site/strategies.ts'
import { MARKER_SHAPES, type MarkerShape, traceShape } from '../../../shared/map/kind-shapes.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import { MARKER_EDGE_COLORS, VERDICT_COLORS } from '../../../shared/map/verdict-colors.ts'
import { canvasPathSink } from './canvas-path-sink.ts'

/** All that makes one marker differ from another, but for its place. */
export interface MarkerLook {
  readonly shape: MarkerShape
  /** Index into VERDICTS. */
  readonly verdict: number
  /** No megawatt figure stands above a claim, or none is known. */
  readonly hollow: boolean
  readonly radiusPx: number
}

/** The look of a ranked row. */
export function markerLook(ranking: Ranking, row: number, shapeCode: number, radiusPx: number): MarkerLook {
  return {
    shape: MARKER_SHAPES[shapeCode] ?? 'circle',
    verdict: ranking.verdict[row]!,
    hollow: isHollow(ranking, row),
    radiusPx,
  }
}

export function isHollow(ranking: Ranking, row: number): boolean {
  return ranking.unproven[row] === 1 || Number.isNaN(ranking.mw[row]!)
}

const NO_CASE = VERDICTS.indexOf('none')

/** Inside of a hollow marker: enough ground to tell it from the map's lines, not enough to look solid. */
const HOLLOW_FILLS: Readonly<Record<MapScheme, string>> = {
  light: '#ffffffb8',
  dark: '#10151cb0',
  print: '#ffffffff',
}

/** Clear pixels that a marker needs around its radius: corners of a star reach farthest. */
export function markerReachPx(radiusPx: number): number {
  return radiusPx * 1.75 + 2
}

/** Draws a marker on a canvas scaled to CSS pixels. */
export function drawMarker(
  context: CanvasRenderingContext2D,
  look: MarkerLook,
  x: number,
  y: number,
  scheme: MapScheme,
): void {
  const verdict = VERDICTS[look.verdict] ?? 'none'
  const color = VERDICT_COLORS[scheme][verdict]
  const sink = canvasPathSink(context)
  context.globalAlpha = look.verdict === NO_CASE ? 0.62 : 1
  const edgeWidth = look.radiusPx < 3 ? 0.8 : 1.2
  const lineWidth = Math.min(2.2, Math.max(1.1, look.radiusPx * 0.26))
  const trace = (radius: number) => {
    sink.beginPath()
    traceShape(sink, look.shape, x, y, radius)
  }
  trace(look.radiusPx)
  sink.stroke(MARKER_EDGE_COLORS[scheme], edgeWidth * 2, [])
  if (look.hollow) {
    // The edge was stroked over the inside as well; take it out before the thin ground goes in.
    context.globalCompositeOperation = 'destination-out'
    sink.fill('#000000')
    context.globalCompositeOperation = 'source-over'
    sink.fill(HOLLOW_FILLS[scheme])
    trace(look.radiusPx - lineWidth / 2)
    sink.stroke(color, lineWidth, [])
  } else {
    sink.fill(color)
  }
  context.globalAlpha = 1
}
