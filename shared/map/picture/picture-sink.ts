import type { PathSink } from '../path-sink.ts'
import type { Rect } from './clip.ts'

/** How a text on a picture is set. Lengths are in the picture's units, CSS pixels. */
export interface PictureText {
  readonly sizePx: number
  readonly weight: 400 | 500 | 600 | 700
  /** A hex colour, as all colours of a picture. */
  readonly color: string
  readonly letterSpacingPx?: number
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly isItalic?: boolean
  /** Drawn around the letters, below them; left out where the ground is plain. */
  readonly halo?: { readonly color: string; readonly widthPx: number; readonly opacity: number }
}

/** A sink that cuts what it draws to a rectangle, so that tiles can be drawn one after another. */
export interface CuttingSink extends PathSink {
  /** Cuts the paths that follow to a rectangle; null cuts them to the picture alone. */
  within(rect: Rect | null): void
  /** What was drawn so far lies below all that follows; until then paths of one look may become one. */
  endLayer(): void
}

/**
 * What a map can be drawn on: a canvas of any density, or a recorder of vectors. Units are CSS pixels from the
 * picture's top left corner. Colours of fills and strokes may carry their opacity: `#rrggbbaa`.
 */
export interface PictureSink extends CuttingSink {
  /** A line of text; `x` is its anchor, `y` the middle of its height. */
  text(text: string, x: number, y: number, look: PictureText): void
  /** An encoded picture (PNG, JPEG, WebP), stretched into a rectangle. */
  image(bytes: Uint8Array, mediaType: string, rect: Rect, opacity: number): Promise<void>
}
