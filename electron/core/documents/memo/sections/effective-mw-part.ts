import { VERDICT_LABELS } from '../../../../../shared/domain/site/strategies.ts'
import { formatMw } from '../../../../../shared/format/format-quantity.ts'
import type { MemoContent } from '../content.ts'
import { shapesBox } from '../figures/figure-box.ts'
import { waterfall, waterfallHeight } from '../figures/waterfall.ts'
import { paragraph } from '../layout/paragraph.ts'
import { type Piece, pieceOf } from '../layout/piece.ts'
import { CONTENT_WIDTH, STYLES } from '../style.ts'

/** The waterfall from claimed to usable megawatts for the verdict's use; empty where no megawatts are known. */
export function effectiveMwPart({ faces, explanation }: MemoContent): Piece[] {
  const strategy = explanation.verdict === 'none' ? 'lease' : explanation.verdict
  const shown = explanation.effectiveMw.find((each) => each.strategy === strategy)
  if (!shown || Number.isNaN(shown.mostMw)) return []
  const { steps, sentence } = shown
  const figure = shapesBox(
    CONTENT_WIDTH,
    waterfallHeight(steps.length),
    `From claimed to usable megawatts: ${steps.map(({ label, mostMw, constraint }) => `${label} ${formatMw(mostMw)}, ${constraint}`).join('; ')}.`,
    waterfall(faces, steps, CONTENT_WIDTH),
  )
  return [
    ...paragraph(
      faces,
      `Effective megawatts (${VERDICT_LABELS[strategy]}). ${sentence}`,
      STYLES.subheading,
      CONTENT_WIDTH,
      8,
      { keepWithNext: true },
    ),
    pieceOf(figure, { gapBefore: 3 }),
  ]
}
