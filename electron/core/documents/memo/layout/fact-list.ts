import { STYLES } from '../style.ts'
import type { Faces } from '../text/open-face.ts'
import { type Box, row, stack } from './box.ts'
import { textBox } from './text-box.ts'

/** A label with what is known under it. */
export interface Fact {
  readonly label: string
  readonly value: string
}

/** Facts as lines of label and value, labels in a column of their own. */
export function factList(faces: Faces, facts: readonly Fact[], width: number, labelWidth: number): Box {
  const gap = 6
  return stack(
    facts.map(({ label, value }) =>
      row(
        [
          textBox(faces, label, STYLES.smallQuiet, labelWidth),
          textBox(faces, value, STYLES.small, width - labelWidth - gap),
        ],
        gap,
      ),
    ),
    1.6,
  )
}
