import type { MarkerShape } from '../kind-shapes.ts'
import type { MapScheme } from '../map-scheme.ts'
import type { MapWindow } from '../tile-cover.ts'
import type { Rect } from './clip.ts'
import type { PictureSink, PictureText } from './picture-sink.ts'

/** What a picture shows and in which colours. */
export interface PictureFrame {
  /** The piece of the world; its size is the picture's size in CSS pixels. */
  readonly window: MapWindow
  readonly scheme: MapScheme
  /** Plates over the map (title, legend, scale) that no name should lie under. */
  readonly obstacles: readonly Rect[]
  /** Width of a text in CSS pixels. */
  measure(text: string, look: PictureText): number
}

/** One line of a picture's legend: what a mark, line or area means. */
export type PictureLegendItem =
  | {
      readonly symbol: 'marker'
      readonly shape: MarkerShape
      readonly color: string
      /** Solid where left out; unknown is an outline of dashes. */
      readonly fill?: 'hollow' | 'unknown'
      /** A bar goes through it. */
      readonly barred?: boolean
      readonly text: string
    }
  | { readonly symbol: 'line'; readonly color: string; readonly widthPx: number; readonly text: string }
  | { readonly symbol: 'area'; readonly fill: string; readonly stroke: string | null; readonly text: string }
  | { readonly symbol: 'heading'; readonly text: string }

/**
 * A layer of the map that can draw itself anywhere: for the clipboard, a PNG of any density or an SVG. A Leaflet layer
 * that has these methods is part of every picture while it is on the map; panes order the layers as on the screen.
 */
export interface DrawableLayer {
  drawTo(sink: PictureSink, frame: PictureFrame): void | Promise<void>
  pictureLegend?(scheme: MapScheme): readonly PictureLegendItem[]
  /** Whose data the layer shows, in plain text; empty where nobody has to be named. */
  pictureCredit?(): string
}

export function isDrawableLayer(layer: unknown): layer is DrawableLayer {
  return typeof (layer as Partial<DrawableLayer> | null)?.drawTo === 'function'
}
