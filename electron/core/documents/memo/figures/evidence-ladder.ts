import { EVIDENCE_RUNGS, type EvidenceRung, rungLevel } from '../../../../../shared/domain/site/evidence-rung.ts'
import { formatMw } from '../../../../../shared/format/format-quantity.ts'
import { COLORS, STYLES } from '../style.ts'
import type { Shape } from './shape.ts'

/** A megawatt figure with the rung that it stands on. */
export interface LadderFigure {
  readonly label: string
  readonly mw: number
  readonly rung: EvidenceRung
}

const LABEL_WIDTH = 126
const PITCH = 13
const HEAD = 12
const STEP_GAP = 2.5

const RUNG_LABELS: Readonly<Record<EvidenceRung, string>> = {
  claimed: 'claimed',
  letter: 'letter',
  application: 'application filed',
  study: 'study done',
  agreement: 'agreement',
  energized: 'energized',
}

/** One row a figure; the steps are filled as far up as its evidence reaches. */
export function evidenceLadder(figures: readonly LadderFigure[], width: number): readonly Shape[] {
  const step = (width - LABEL_WIDTH) / EVIDENCE_RUNGS.length
  const shapes: Shape[] = EVIDENCE_RUNGS.map((rung, index) => ({
    kind: 'text',
    text: RUNG_LABELS[rung],
    x: LABEL_WIDTH + index * step,
    y: 7,
    style: STYLES.note,
    align: 'left',
  }))
  figures.forEach(({ label, mw, rung }, row) => {
    const y = HEAD + row * PITCH
    shapes.push(
      { kind: 'text', text: label, x: 0, y: y + 7.4, style: STYLES.small, align: 'left' },
      { kind: 'text', text: formatMw(mw), x: LABEL_WIDTH - 10, y: y + 7.4, style: STYLES.smallStrong, align: 'right' },
    )
    EVIDENCE_RUNGS.forEach((_, index) => {
      const reached = index <= rungLevel(rung)
      const outline = { x: LABEL_WIDTH + index * step, y: y + 1.5, width: step - STEP_GAP, height: 6.5 }
      shapes.push(
        reached
          ? { kind: 'rect', ...outline, fill: rung === 'claimed' ? COLORS.strongRule : COLORS.pass }
          : { kind: 'rect', ...outline, stroke: COLORS.rule, strokeWidth: 0.6 },
      )
    })
  })
  return shapes
}

export function evidenceLadderHeight(count: number): number {
  return HEAD + count * PITCH
}
