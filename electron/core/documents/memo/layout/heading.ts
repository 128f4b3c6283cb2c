import { COLORS, CONTENT_WIDTH, STYLES } from '../style.ts'
import type { Faces } from '../text/open-face.ts'
import type { Piece } from './piece.ts'
import { textBox } from './text-box.ts'

const RULE_GAP = 4

/** The heading of a section under its rule, kept with what follows. */
export function heading(faces: Faces, text: string, gapBefore = 14): Piece {
  const box = textBox(faces, text, STYLES.heading, CONTENT_WIDTH, { tag: 'H2' })
  return {
    height: box.height + RULE_GAP + 2,
    gapBefore,
    keepWithNext: true,
    repeated: null,
    draw(canvas, x, y) {
      canvas.artifact(() => canvas.rule(x, y, CONTENT_WIDTH, COLORS.strongRule, 0.7))
      box.draw(canvas, x, y + RULE_GAP)
    },
  }
}
