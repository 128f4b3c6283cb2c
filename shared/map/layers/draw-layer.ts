import type { MapScheme } from '../map-scheme.ts'
import type { PathSink } from '../path-sink.ts'
import type { MapWindow } from '../tile-cover.ts'
import { classStyles, sizeAtZoom } from './class-styles.ts'
import { isArea, isOutline, LayerDrawing } from './layer-drawing.ts'
import type { LayerDash } from './layer-look.ts'
import type { LayerScene } from './layer-scene.ts'
import { PART } from './layer-shapes.ts'

const SPECK_RADIUS_PX = 0.9

const DASHES: Readonly<Record<LayerDash, readonly number[]>> = { solid: [], dashed: [6, 4], dotted: [1.5, 3] }

/** The line around a point that lifts it off what lies below. */
const RIMS: Readonly<Record<MapScheme, string>> = { light: '#ffffff', dark: '#10161f', print: '#ffffff' }

/**
 * Draws a layer: areas first, then lines and outlines, points on top.
 * @param unitsPerPx of the sink, per CSS pixel of the window.
 */
export function drawLayer(
  sink: PathSink,
  scene: LayerScene,
  window: MapWindow,
  scheme: MapScheme,
  unitsPerPx: number,
): void {
  const { look } = scene
  const drawing = new LayerDrawing(sink, scene, window, unitsPerPx)
  const styles = classStyles(look, scheme)
  const size = sizeAtZoom(window.zoom)
  const alpha = hexAlpha(look.opacity)
  if (look.fillOpacity > 0)
    styles.forEach((style, at) => {
      const color = style.color + hexAlpha(look.opacity * look.fillOpacity)
      drawing.paths(at, isArea, () => sink.fill(color))
    })
  const dash = DASHES[look.dash].map((length) => length * Math.max(1, look.strokeWidthPx / 1.5) * unitsPerPx)
  styles.forEach((style, at) => {
    if (style.widthPx > 0)
      drawing.paths(at, isOutline, () => sink.stroke(style.color + alpha, style.widthPx * size * unitsPerPx, dash))
    drawing.dots(at, PART.speck, SPECK_RADIUS_PX, () => sink.fill(style.color + alpha))
  })
  styles.forEach((style, at) => {
    drawing.dots(at, PART.point, style.radiusPx * size, () => {
      sink.stroke(RIMS[scheme] + alpha, 2 * unitsPerPx, [])
      sink.fill(style.color + alpha)
    })
  })
}

/** Two hex digits. */
export function hexAlpha(opacity: number): string {
  return Math.round(Math.max(0, Math.min(1, opacity)) * 255)
    .toString(16)
    .padStart(2, '0')
}
