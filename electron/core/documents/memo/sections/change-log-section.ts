import { siteField } from '../../../../../shared/domain/site/site-fields.ts'
import { formatDateTime } from '../../../../../shared/format/format-date.ts'
import { formatNumber } from '../../../../../shared/format/format-quantity.ts'
import { valueText } from '../attribute-text.ts'
import type { MemoContent } from '../content.ts'
import { heading } from '../layout/heading.ts'
import { paragraph } from '../layout/paragraph.ts'
import type { Piece } from '../layout/piece.ts'
import { type TableCell, table } from '../layout/table.ts'
import { CONTENT_WIDTH, STYLES } from '../style.ts'

const MOST_CHANGES = 25
const LONGEST_VALUE = 240

const COLUMNS = [
  { title: 'When', width: 112 },
  { title: 'Who', width: 96 },
  { title: 'Change', width: CONTENT_WIDTH - 208 },
] as const

/** The latest changes to the site, newest first; empty where it stands as imported. */
export function changeLogSection({ faces, input }: MemoContent): Piece[] {
  const { changes } = input
  if (changes.length === 0) return []
  const rows = changes.slice(0, MOST_CHANGES).map(({ at, author, label, field, value }): TableCell[] => [
    { text: formatDateTime(at), style: STYLES.smallQuiet },
    { text: author },
    {
      text: field === null ? label : `${label}: ${siteField(field).label} is now ${clipped(valueText(field, value))}`,
    },
  ])
  const rest = changes.length - rows.length
  return [
    heading(faces, 'Change log'),
    ...table(faces, { columns: COLUMNS, rows }),
    ...(rest > 0
      ? paragraph(faces, `${formatNumber(rest)} earlier changes are in the catalog.`, STYLES.note, CONTENT_WIDTH, 4)
      : []),
  ]
}

/** The full value stands in the table of attributes. */
function clipped(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text
}
