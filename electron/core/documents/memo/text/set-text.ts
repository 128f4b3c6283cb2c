import type { TextStyle } from '../style.ts'
import { breakLines } from './break-lines.ts'
import type { Faces } from './open-face.ts'
import { printable } from './printable.ts'

/** A text broken into lines, ready to be drawn. */
export interface SetText {
  readonly lines: readonly string[]
  readonly style: TextStyle
  /** The text as it was given, where the font could not set all of it; for who reads the page by ear. */
  readonly actual: string | null
}

/** Rounding of the widths of single characters, so that their sum never passes the line's end. */
const SLACK = 0.01

export function setText(faces: Faces, text: string, style: TextStyle, width: number): SetText {
  const face = faces[style.face]
  const shown = printable(text, face)
  const lines = breakLines(shown.text, width - SLACK, (piece) => widthOf(faces, piece, style))
  return { lines, style, actual: shown.isReplaced ? text : null }
}

/** Width of a settable text in points, tracking included. */
export function widthOf(faces: Faces, text: string, style: TextStyle): number {
  return faces[style.face].widthEm(text) * style.size + text.length * style.tracking
}

/** A settable text on one line no wider than `width`, cut with an ellipsis where it is too long. */
export function cutToWidth(faces: Faces, text: string, style: TextStyle, width: number): string {
  const shown = printable(text.replaceAll('\n', ' '), faces[style.face]).text
  if (widthOf(faces, shown, style) <= width) return shown
  const characters = Array.from(new Intl.Segmenter('en').segment(shown.slice(0, 400)), (each) => each.segment)
  while (characters.length > 0 && widthOf(faces, `${characters.join('')}…`, style) > width) characters.pop()
  return `${characters.join('').trimEnd()}…`
}
