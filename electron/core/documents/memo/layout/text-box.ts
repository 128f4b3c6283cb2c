import type { TextStyle } from '../style.ts'
import type { Faces } from '../text/open-face.ts'
import { setText } from '../text/set-text.ts'
import type { Box } from './box.ts'
import type { Align } from './canvas.ts'

export interface TextBoxOptions {
  /** Role in the document's structure. */
  readonly tag?: string
  readonly align?: Align
}

/** A text broken to a width. */
export function textBox(
  faces: Faces,
  text: string,
  style: TextStyle,
  width: number,
  { tag = 'P', align = 'left' }: TextBoxOptions = {},
): Box {
  const set = setText(faces, text, style, width)
  return {
    width,
    height: set.lines.length * style.lineHeight,
    draw(canvas, x, y) {
      const element = canvas.element(tag, set.actual === null ? {} : { actual: set.actual })
      canvas.within(element, () => canvas.lines(set, x, y, align, width))
    },
  }
}
