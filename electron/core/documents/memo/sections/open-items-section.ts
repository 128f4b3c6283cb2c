import type { CommentThread } from '../../../../../shared/contract/comments.ts'
import type { SiteAttribute } from '../../../../../shared/contract/sites.ts'
import { type SiteFieldKey, siteField } from '../../../../../shared/domain/site/site-fields.ts'
import { formatDate } from '../../../../../shared/format/format-date.ts'
import type { MemoContent } from '../content.ts'
import { heading } from '../layout/heading.ts'
import { paragraph } from '../layout/paragraph.ts'
import type { Piece } from '../layout/piece.ts'
import { type TableCell, table } from '../layout/table.ts'
import { isStale } from '../stale.ts'
import { CONTENT_WIDTH, STYLES } from '../style.ts'

const COLUMNS = [
  { title: 'Item', width: 132 },
  { title: 'State', width: 74 },
  { title: 'Why it matters and what to do', width: CONTENT_WIDTH - 206 },
] as const

/** Most threads that are listed, and most characters that are quoted of one. */
const MOST_THREADS = 20
const MOST_QUOTED = 240

/** Fields whose evidence a decision rests on. */
const EVIDENCED_GROUPS: ReadonlySet<string> = new Set(['power', 'land', 'conversion'])
const NOT_EVIDENCED: ReadonlySet<SiteFieldKey> = new Set(['eiaPlantId', 'primaryFuel', 'balancingAuthority'])

/**
 * What is missing, rests on a claim alone, is old, or is contested; the question most likely to change the decision
 * first. Sections of the memo that have nothing to say are named here instead.
 */
export function openItemsSection(content: MemoContent, emptySections: readonly string[]): Piece[] {
  const { faces, explanation, known, input } = content
  const weighty = [...known.values()].filter(
    ({ field }) => EVIDENCED_GROUPS.has(siteField(field).group) && !NOT_EVIDENCED.has(field),
  )
  const items: (readonly [label: string, state: string, why: string])[] = [
    ...explanation.findOutNext.map(({ label, why }) => [label, 'unknown', capitalised(why)] as const),
    ...[...known.values()]
      .filter(({ origin }) => origin === 'conflict')
      .map(
        ({ field }) => [siteField(field).label, 'contested', 'Two edits disagree; settle it in the catalog.'] as const,
      ),
    ...together(
      weighty.filter(({ rung }) => rung === 'claimed'),
      'claim only',
      'Nothing on file above a statement; ask for letter, application, study or agreement.',
    ),
    ...together(
      weighty.filter(({ asOf }) => isStale(asOf, input.nowMs)),
      'older than 24 months',
      'Check again before relying on it.',
    ),
    ...openComments(input.openThreads ?? []),
    ...emptySections.map(
      (section) => [section, 'nothing known', 'The section is left out; the questions above fill it.'] as const,
    ),
  ]
  if (items.length === 0)
    return [
      heading(faces, 'Open items'),
      ...paragraph(faces, 'None: every input is known, evidenced and fresh.', STYLES.body, CONTENT_WIDTH, 3),
    ]
  const rows = items.map(([label, state, why]): TableCell[] => [
    { text: label, style: STYLES.smallStrong },
    { text: state, style: STYLES.smallQuiet },
    { text: why },
  ])
  return [heading(faces, 'Open items'), ...table(faces, { columns: COLUMNS, rows })]
}

/** Threads that nobody has resolved, each by its first words. */
function openComments(threads: readonly CommentThread[]) {
  const shown = threads.slice(0, MOST_THREADS).map(({ anchor, subject, comments }) => {
    const [first] = comments
    const words = (first?.text ?? '').replace(/\s+/g, ' ').trim()
    const quoted = words.length > MOST_QUOTED ? `${words.slice(0, MOST_QUOTED).trimEnd()}…` : words
    const replies = comments.length - 1
    const answered = replies === 0 ? '' : ` (${replies} ${replies === 1 ? 'reply' : 'replies'})`
    return [
      subject === '' ? (anchor.type === 'point' ? 'A place on the map' : 'The site') : subject,
      'open comment',
      `${first?.author.trim() || 'Unnamed'}: “${quoted}”${answered}`,
    ] as const
  })
  const left = threads.length - shown.length
  return left === 0
    ? shown
    : [...shown, ['Further comments', `${left} open`, 'See the comments of the site in the catalog.'] as const]
}

/** One row for all attributes of one weakness. */
function together(attributes: readonly SiteAttribute[], state: string, advice: string) {
  if (attributes.length === 0) return []
  const names = attributes.map(({ field, asOf }) => {
    const { label } = siteField(field)
    return state === 'claim only' || asOf === null ? label : `${label} (${formatDate(asOf)})`
  })
  const [first = '', ...rest] = names
  const title = rest.length === 0 ? first : `${names.length} attributes`
  return [[title, state, rest.length === 0 ? advice : `${names.join(', ')}. ${advice}`] as const]
}

function capitalised(text: string): string {
  const sentence = text.charAt(0).toUpperCase() + text.slice(1)
  return sentence.endsWith('.') ? sentence : `${sentence}.`
}
