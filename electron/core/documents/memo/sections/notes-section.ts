import { formatDateTime } from '../../../../../shared/format/format-date.ts'
import type { MemoContent } from '../content.ts'
import { heading } from '../layout/heading.ts'
import { paragraph } from '../layout/paragraph.ts'
import type { Piece } from '../layout/piece.ts'
import { CONTENT_WIDTH, STYLES } from '../style.ts'

/** What the team wrote about the site, newest first; empty where nobody did. */
export function notesSection({ faces, input }: MemoContent): Piece[] {
  const notes = [...input.site.notes].sort((one, other) => other.createdAt - one.createdAt)
  if (notes.length === 0) return []
  return [
    heading(faces, 'Notes by the team'),
    ...notes.flatMap(({ author, createdAt, editedAt, text }, index) => {
      const edited = editedAt > createdAt ? `, edited ${formatDateTime(editedAt)}` : ''
      const by = `${author.trim() || 'Unnamed'}, ${formatDateTime(createdAt)}${edited}`
      return [
        ...paragraph(faces, by, STYLES.smallQuiet, CONTENT_WIDTH, index === 0 ? 3 : 8, { keepWithNext: true }),
        ...paragraph(faces, text.trim(), STYLES.body, CONTENT_WIDTH, 1),
      ]
    }),
  ]
}
