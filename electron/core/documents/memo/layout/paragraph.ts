import type { TextStyle } from '../style.ts'
import type { Faces } from '../text/open-face.ts'
import { setText } from '../text/set-text.ts'
import type { StructElement } from './canvas.ts'
import type { Piece } from './piece.ts'

/** A paragraph that may break over pages between lines, never leaving one line alone. */
export function paragraph(
  faces: Faces,
  text: string,
  style: TextStyle,
  width: number,
  gapBefore: number,
  options: { keepWithNext?: boolean; indent?: number } = {},
): Piece[] {
  const indent = options.indent ?? 0
  const set = setText(faces, text, style, width - indent)
  const last = set.lines.length - 1
  let element: StructElement | null = null
  return set.lines.map((_, index) => ({
    height: style.lineHeight,
    gapBefore: index === 0 ? gapBefore : 0,
    keepWithNext: index === last ? (options.keepWithNext ?? false) : index === 0 || index === last - 1,
    repeated: null,
    draw(canvas, x, y) {
      element ??= canvas.element('P', set.actual === null ? {} : { actual: set.actual })
      canvas.within(element, () => canvas.lines(set, x + indent, y, 'left', width, index, index + 1))
    },
  }))
}
