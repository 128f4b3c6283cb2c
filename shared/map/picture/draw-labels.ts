import { traceShape } from '../kind-shapes.ts'
import { LABEL_COLORS, type LabelStyle } from '../label-style.ts'
import type { MapScheme } from '../map-scheme.ts'
import type { PlacedLabel } from '../place-labels.ts'
import type { PictureSink, PictureText } from './picture-sink.ts'

export const HALO_PX = 2.6
const HALO_OPACITY = 0.85
const DOT_RIM_PX = 1.6

/** How a place name is set on a picture. */
export function labelText(style: LabelStyle, scheme: MapScheme): PictureText {
  const colors = LABEL_COLORS[scheme]
  return {
    sizePx: style.sizePx,
    weight: style.weight,
    color: colors[style.tone],
    letterSpacingPx: style.letterSpacingPx,
    halo: { color: colors.halo, widthPx: HALO_PX, opacity: HALO_OPACITY },
  }
}

/** Draws placed names and the dots of towns. */
export function drawLabels(sink: PictureSink, labels: readonly PlacedLabel[], scheme: MapScheme): void {
  for (const label of labels) {
    drawLabelName(sink, label, scheme)
    drawLabelDot(sink, label, scheme)
  }
}

export function drawLabelName(sink: PictureSink, { text, x, y, style }: PlacedLabel, scheme: MapScheme): void {
  sink.text(text, x, y, labelText(style, scheme))
}

export function drawLabelDot(sink: PictureSink, { dotX, dotY, style }: PlacedLabel, scheme: MapScheme): void {
  if (style.dotPx === 0) return
  const colors = LABEL_COLORS[scheme]
  sink.beginPath()
  traceShape(sink, 'circle', dotX, dotY, style.dotPx)
  sink.stroke(colors.halo, DOT_RIM_PX, [])
  sink.fill(colors[style.tone])
}
