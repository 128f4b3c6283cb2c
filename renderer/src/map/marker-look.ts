import type { Ranking } from '../../../shared/domain/ranking/ranking.ts'
import { VERDICTS } from '../../../shared/domain/site/strategies.ts'
import { BASEMAP_COLORS } from '../../../shared/map/basemap-style.ts'
import { MARKER_SHAPES, type MarkerShape, traceShape } from '../../../shared/map/kind-shapes.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import type { PathSink } from '../../../shared/map/path-sink.ts'
import { MARKER_EDGE_COLORS, VERDICT_COLORS } from '../../../shared/map/verdict-colors.ts'

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

/** How much of the ground goes into the colour of a site that no strategy fits. */
const FADE = 0.38

/** Inside of a hollow marker; not see-through, so that what a better site hides need not be drawn. */
const HOLLOW_FILLS: Readonly<Record<MapScheme, string>> = { light: '#fdfcfa', dark: '#141a22', print: '#ffffff' }

/** Clear pixels that a marker needs around its radius: corners of a star reach farthest. */
export function markerReachPx(radiusPx: number): number {
  return radiusPx * 1.75 + 2
}

/** Draws a marker; the sink's units are CSS pixels. */
export function drawMarker(sink: PathSink, look: MarkerLook, x: number, y: number, scheme: MapScheme): void {
  const color = markerColor(look.verdict, scheme)
  const edgeWidth = look.radiusPx < 3 ? 0.8 : 1.2
  const lineWidth = Math.min(2.2, Math.max(1.1, look.radiusPx * 0.26))
  const trace = (radius: number) => {
    sink.beginPath()
    traceShape(sink, look.shape, x, y, radius)
  }
  trace(look.radiusPx)
  sink.stroke(MARKER_EDGE_COLORS[scheme], edgeWidth * 2, [])
  sink.fill(look.hollow ? HOLLOW_FILLS[scheme] : color)
  if (!look.hollow) return
  trace(look.radiusPx - lineWidth / 2)
  sink.stroke(color, lineWidth, [])
}

/** A verdict's colour, faded where no strategy fits the site. */
function markerColor(verdict: number, scheme: MapScheme): string {
  const color = VERDICT_COLORS[scheme][VERDICTS[verdict] ?? 'none']
  return verdict === NO_CASE ? mixHex(color, BASEMAP_COLORS[scheme].land, FADE) : color
}

function mixHex(color: string, other: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [a, b] = [color, other].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number]
    return Math.round(a + (b - a) * share)
  })
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}
