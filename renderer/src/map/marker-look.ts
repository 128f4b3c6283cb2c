import type { Ranking } from '../../../shared/domain/ranking/ranking.ts'
import { MARKER_SHAPES, type MarkerShape, traceShape } from '../../../shared/map/kind-shapes.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import type { PathSink } from '../../../shared/map/path-sink.ts'
import { siteColors } from '../../../shared/map/sites/site-colors.ts'
import { MARKER_EDGE_COLORS } from '../../../shared/map/verdict-colors.ts'
import type { MarkerScene } from './marker-scene.ts'
import { BARRED_MARK, HOLLOW_MARK, type SitePaint } from './site-paint.ts'

/** All that makes one marker differ from another, but for its place. */
export interface MarkerLook {
  readonly shape: MarkerShape
  /** CSS hex. */
  readonly color: string
  readonly fill: 'solid' | 'hollow' | 'unknown'
  /** A bar goes through it. */
  readonly barred: boolean
  readonly radiusPx: number
}

/** The look of a ranked row. */
export function markerLook(scene: MarkerScene, row: number, radiusPx: number, scheme: MapScheme): MarkerLook {
  const { paint, points } = scene
  return lookOfCodes(paint, scheme, points.shape[row]!, paint.codes[row]!, paint.marks[row]!, radiusPx)
}

/** @param shape index into MARKER_SHAPES; @param code of `paint.codes`; @param marks of `paint.marks` */
export function lookOfCodes(
  { value, unknownCode }: Pick<SitePaint, 'value' | 'unknownCode'>,
  scheme: MapScheme,
  shape: number,
  code: number,
  marks: number,
  radiusPx: number,
): MarkerLook {
  const isUnknown = code === unknownCode
  return {
    shape: MARKER_SHAPES[shape] ?? 'circle',
    color: siteColors(value, scheme)[code] ?? siteColors('verdict', scheme).at(-1)!,
    fill: isUnknown ? 'unknown' : (marks & HOLLOW_MARK) !== 0 ? 'hollow' : 'solid',
    barred: (marks & BARRED_MARK) !== 0,
    radiusPx,
  }
}

export function isHollow(ranking: Ranking, row: number): boolean {
  return ranking.unproven[row] === 1 || Number.isNaN(ranking.mw[row]!)
}

/** Inside of a hollow marker; not see-through, so that what a better site hides need not be drawn. */
const HOLLOW_FILLS: Readonly<Record<MapScheme, string>> = { light: '#fdfcfa', dark: '#141a22', print: '#ffffff' }

const BAR_COLORS: Readonly<Record<MapScheme, string>> = { light: '#1b1d21', dark: '#f2f4f7', print: '#1b1d21' }

/** Half the length of the bar along each axis, in radii. */
const BAR_REACH = 1.05

/** Clear pixels that a marker needs around its radius: corners of a star reach farthest. */
export function markerReachPx(radiusPx: number): number {
  return radiusPx * 1.75 + 2
}

/** Draws a marker; the sink's units are CSS pixels. */
export function drawMarker(sink: PathSink, look: MarkerLook, x: number, y: number, scheme: MapScheme): void {
  const { radiusPx } = look
  const edgeWidth = radiusPx < 3 ? 0.8 : 1.2
  const lineWidth = Math.min(2.2, Math.max(1.1, radiusPx * 0.26))
  const trace = (radius: number) => {
    sink.beginPath()
    traceShape(sink, look.shape, x, y, radius)
  }
  trace(radiusPx)
  sink.stroke(MARKER_EDGE_COLORS[scheme], edgeWidth * 2, [])
  sink.fill(look.fill === 'solid' ? look.color : HOLLOW_FILLS[scheme])
  if (look.fill !== 'solid') {
    trace(radiusPx - lineWidth / 2)
    sink.stroke(look.color, lineWidth, look.fill === 'unknown' ? [radiusPx * 0.5, radiusPx * 0.35] : [])
  }
  if (look.barred) drawBar(sink, x, y, radiusPx * BAR_REACH, lineWidth, scheme)
}

/** From the lower left to the upper right, on an edge of its own so that it shows on markers of any colour. */
function drawBar(sink: PathSink, x: number, y: number, reach: number, width: number, scheme: MapScheme): void {
  for (const [color, lineWidth] of [
    [MARKER_EDGE_COLORS[scheme], width + 1.8],
    [BAR_COLORS[scheme], width],
  ] as const) {
    sink.beginPath()
    sink.moveTo(x - reach, y + reach)
    sink.lineTo(x + reach, y - reach)
    sink.stroke(color, lineWidth, [])
  }
}
