import type { MapScheme } from '../map-scheme.ts'
import type { PathSink } from '../path-sink.ts'
import type { MapWindow } from '../tile-cover.ts'
import { classStyles, sizeAtZoom } from './class-styles.ts'
import { isArea, isOutline, LayerDrawing } from './layer-drawing.ts'
import type { LayerScene } from './layer-scene.ts'
import { PART } from './layer-shapes.ts'

/** A feature that is marked on the map. */
export interface FeatureMark {
  readonly scene: LayerScene
  /** Its index in the scene. */
  readonly feature: number
  readonly kind: 'hovered' | 'selected'
}

const COLORS: Readonly<Record<MapScheme, { readonly line: string; readonly rim: string }>> = {
  light: { line: '#14181f', rim: '#ffffff' },
  dark: { line: '#ffffff', rim: '#10161f' },
  print: { line: '#14181f', rim: '#ffffff' },
}

const EXTRA_PX = { hovered: 1, selected: 2.5 } as const

/** Draws a feature's outline over everything: a dark line with a light rim on the light map, the reverse on the dark. */
export function drawMark(
  sink: PathSink,
  { scene, feature, kind }: FeatureMark,
  window: MapWindow,
  scheme: MapScheme,
  unitsPerPx: number,
): void {
  const { line, rim } = COLORS[scheme]
  const style = classStyles(scene.look, scheme)[scene.classes?.[feature] ?? 0]
  const widthPx = Math.max(1, style?.widthPx ?? 1) + EXTRA_PX[kind]
  const drawing = new LayerDrawing(sink, scene, window, unitsPerPx, feature)
  if (kind === 'selected') drawing.paths(null, isArea, () => sink.fill(`${line}14`))
  drawing.paths(null, isOutline, () => {
    sink.stroke(rim, (widthPx + 3) * unitsPerPx, [])
    sink.stroke(line, widthPx * unitsPerPx, [])
  })
  const radiusPx = (style?.radiusPx ?? 3) * sizeAtZoom(window.zoom) + 2.5
  for (const part of [PART.point, PART.speck])
    drawing.dots(null, part, radiusPx, () => {
      sink.stroke(rim, (EXTRA_PX[kind] + 3.5) * unitsPerPx, [])
      sink.stroke(line, (EXTRA_PX[kind] + 0.8) * unitsPerPx, [])
    })
}
