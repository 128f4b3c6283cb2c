import type { SiteAttribute } from '../../../../../shared/contract/sites.ts'
import { siteField } from '../../../../../shared/domain/site/site-fields.ts'
import { formatDate } from '../../../../../shared/format/format-date.ts'
import { attributeText } from '../attribute-text.ts'
import type { MemoContent } from '../content.ts'
import { heading } from '../layout/heading.ts'
import { paragraph } from '../layout/paragraph.ts'
import type { Piece } from '../layout/piece.ts'
import { type TableCell, table } from '../layout/table.ts'
import { CONTENT_WIDTH, STYLES } from '../style.ts'
import { attributeGroups } from './attribute-groups.ts'

const ATTRIBUTE_COLUMNS = [
  { title: 'Attribute', width: 108 },
  { title: 'Value', width: 246 },
  { title: 'Rung', width: 58 },
  { title: 'As of', width: 66 },
  { title: 'Source', width: CONTENT_WIDTH - 478, align: 'right' },
] as const

const SOURCE_COLUMNS = [
  { title: 'No.', width: 26, align: 'right' },
  { title: 'Source', width: 330 },
  { title: 'In the catalog from', width: CONTENT_WIDTH - 356 },
] as const

/** Every attribute with what vouches for it, then the sources by number; empty where nothing is known. */
export function sourcesSection(content: MemoContent): Piece[] {
  const { faces, known, sources, input } = content
  if (known.size === 0) return []
  const numberOf = (attribute: SiteAttribute) => sources.numberOf(attribute)
  const attributes = attributeGroups([...known.values()], numberOf).flatMap((group): TableCell[][] => {
    const [first] = group
    if (first === undefined) return []
    return [
      [
        { text: sentenceCase(group.map(({ field }) => siteField(field).label)), style: STYLES.smallStrong },
        { text: group.map(attributeText).join(', ') },
        { text: first.rung, style: STYLES.smallQuiet },
        { text: formatDate(first.asOf), style: STYLES.smallQuiet },
        { text: `[${numberOf(first)}]` },
      ],
    ]
  })
  const cited = sources.all.map(({ number, text, origin }): TableCell[] => [
    { text: `[${number}]` },
    { text },
    { text: origin, style: STYLES.smallQuiet },
  ])
  return [
    heading(faces, 'Attributes and sources'),
    ...table(faces, { columns: ATTRIBUTE_COLUMNS, rows: attributes }),
    ...table(faces, { columns: SOURCE_COLUMNS, rows: cited }, 10),
    ...documentsTable(content),
    ...input.summary.dataSets.flatMap(({ name, attribution, sha256 }, index) =>
      paragraph(
        faces,
        `${name}, SHA-256 ${sha256.slice(0, 16)}. ${attribution}`,
        STYLES.note,
        CONTENT_WIDTH,
        index === 0 ? 6 : 1,
      ),
    ),
  ]
}

const DOCUMENT_COLUMNS = [
  { title: 'Document', width: 170 },
  { title: 'What it shows', width: 200 },
  { title: 'SHA-256', width: CONTENT_WIDTH - 370 },
] as const

/** The documents kept with the site, so that a reader can tell by its hash that a file is the one spoken of. */
function documentsTable({ faces, input }: MemoContent): Piece[] {
  const rows = input.site.evidence.map((document): TableCell[] => [
    { text: document.fileName },
    {
      text:
        document.caption === '' ? (document.field === null ? '' : siteField(document.field).label) : document.caption,
    },
    { text: document.sha256.slice(0, 32), style: STYLES.smallQuiet },
  ])
  return rows.length === 0 ? [] : table(faces, { columns: DOCUMENT_COLUMNS, rows }, 10)
}

function sentenceCase(labels: readonly string[]): string {
  const [first = '', ...others] = labels
  return [first, ...others.map((label) => label.toLowerCase())].join(', ')
}
