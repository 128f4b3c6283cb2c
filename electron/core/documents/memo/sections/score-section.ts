import { formatNumber, formatPercent } from '../../../../../shared/format/format-quantity.ts'
import type { MemoContent } from '../content.ts'
import { heading } from '../layout/heading.ts'
import { paragraph } from '../layout/paragraph.ts'
import type { Piece } from '../layout/piece.ts'
import { type TableCell, table } from '../layout/table.ts'
import { COLORS, CONTENT_WIDTH, STYLES } from '../style.ts'

const BAR_WIDTH = 74

const COLUMNS = [
  { title: 'Criterion', width: 132 },
  { title: 'Value', width: 118, align: 'right' },
  { title: 'Ruler, worst to best', width: 122 },
  { title: 'Utility', width: 100 },
  { title: 'Weight', width: CONTENT_WIDTH - 472, align: 'right' },
] as const

/** The score, criterion by criterion, on the ruler's fixed bounds. */
export function scoreSection({ faces, explanation, ranking }: MemoContent): Piece[] {
  const { ruler } = ranking
  const { criteria, score, scoreAtBest } = explanation
  const rows = criteria.map(({ label, value, utility, weight, bounds }): TableCell[] => [
    { text: label, style: STYLES.smallStrong },
    { text: value, style: Number.isNaN(utility) ? STYLES.smallQuiet : STYLES.small },
    { text: boundsOnly(bounds), style: STYLES.smallQuiet },
    {
      text: Number.isNaN(utility) ? '–' : formatNumber(utility, 2),
      indent: BAR_WIDTH - 6,
      adorn: (canvas, x, y, _width, lineHeight) => {
        const length = BAR_WIDTH - 14
        canvas.rect(x, y + lineHeight / 2 - 1.6, length, 3.2, COLORS.rule)
        if (utility > 0) canvas.rect(x, y + lineHeight / 2 - 1.6, length * utility, 3.2, COLORS.secondary)
      },
    },
    { text: formatPercent(weight) },
  ])
  return [
    heading(faces, 'Score'),
    ...paragraph(
      faces,
      `${formatNumber(score, 1)} of 100 with every unknown criterion at its worst, ${formatNumber(scoreAtBest, 1)} with each at its best. The ruler ${ruler.name}, version ${ruler.version}, has fixed bounds: other sites do not move this score.`,
      STYLES.note,
      CONTENT_WIDTH,
      2,
      { keepWithNext: true },
    ),
    ...table(faces, { columns: COLUMNS, rows }),
  ]
}

/** The weight has a column of its own. */
function boundsOnly(bounds: string): string {
  return bounds.replace(/, weight [^,]*$/, '')
}
