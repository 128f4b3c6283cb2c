import type { BasemapLayer } from './basemap-layers.ts'
import { BASEMAP_COLORS, BASEMAP_PAINT, lineWidthPx, type PaintStep } from './basemap-style.ts'
import type { DecodedTile, RingSet } from './decode-tile.ts'
import type { MapScheme } from './map-scheme.ts'
import type { PathSink } from './path-sink.ts'

/** Where tile units fall on the sink: `sink = offset + unit * scale`. */
export interface TilePlacement {
  readonly offsetX: number
  readonly offsetY: number
  /** Sink units per tile unit. */
  readonly scale: number
  /** What of the sink is seen, in sink units; rings wholly outside are skipped. The sink does the exact clipping. */
  readonly window: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number }
  /** The view's zoom; it sets which layers show and how wide lines are. */
  readonly zoom: number
  /** Sink units per CSS pixel, for line widths. */
  readonly unitsPerPx: number
}

const NOTHING: ReadonlySet<BasemapLayer> = new Set()

/** Paints a decoded tile, but for its hidden layers. The caller has painted the water and set the clip. */
export function drawTile(
  sink: PathSink,
  tile: DecodedTile,
  placement: TilePlacement,
  scheme: MapScheme,
  hidden = NOTHING,
): void {
  paintSteps(sink, tile, placement, BASEMAP_PAINT, BASEMAP_COLORS[scheme], hidden)
}

/** Paints the layers of a tile by the steps of any style, in their order. */
export function paintSteps<Layer extends string, Color extends string>(
  sink: PathSink,
  tile: Readonly<Partial<Record<Layer, RingSet>>>,
  placement: TilePlacement,
  steps: readonly PaintStep<Layer, Color>[],
  colors: Readonly<Record<Color, string>>,
  hidden?: ReadonlySet<Layer>,
): void {
  for (const step of steps) {
    const rings = hidden?.has(step.layer) ? undefined : tile[step.layer]
    if (!rings || placement.zoom < step.minZoom) continue
    const width = lineWidthPx(step.widthPx, placement.zoom) * placement.unitsPerPx
    sink.beginPath()
    if (!traceRings(sink, rings, placement, step.fill, width)) continue
    if (step.fill) sink.fill(colors[step.color])
    if (width > 0) {
      const dash = step.dashPx.map((length) => length * placement.unitsPerPx)
      sink.stroke(colors[step.color], width, dash)
    }
  }
}

function traceRings(sink: PathSink, rings: RingSet, placement: TilePlacement, close: boolean, margin: number): boolean {
  const { coordinates, ringStarts, ringBounds } = rings
  const { offsetX, offsetY, scale, window } = placement
  const minX = (window.minX - margin - offsetX) / scale
  const minY = (window.minY - margin - offsetY) / scale
  const maxX = (window.maxX + margin - offsetX) / scale
  const maxY = (window.maxY + margin - offsetY) / scale
  let traced = false
  for (let ring = 0; ring + 1 < ringStarts.length; ring += 1) {
    const box = ring * 4
    if (ringBounds[box]! > maxX || ringBounds[box + 1]! > maxY) continue
    if (ringBounds[box + 2]! < minX || ringBounds[box + 3]! < minY) continue
    const end = ringStarts[ring + 1]! * 2
    const start = ringStarts[ring]! * 2
    if (end - start < 4) continue
    sink.moveTo(offsetX + coordinates[start]! * scale, offsetY + coordinates[start + 1]! * scale)
    for (let at = start + 2; at < end; at += 2) {
      sink.lineTo(offsetX + coordinates[at]! * scale, offsetY + coordinates[at + 1]! * scale)
    }
    if (close) sink.closePath()
    traced = true
  }
  return traced
}
