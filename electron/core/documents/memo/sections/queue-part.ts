import type { QueueAreaFigures, QueueNearSite } from '../../../../../shared/contract/queue.ts'
import { QUEUE_STAGE_LABELS } from '../../../../../shared/domain/queue/queue-stage.ts'
import { formatDate } from '../../../../../shared/format/format-date.ts'
import { formatMw, formatNumber, formatPercent, formatYears } from '../../../../../shared/format/format-quantity.ts'
import type { MemoContent } from '../content.ts'
import { paragraph } from '../layout/paragraph.ts'
import type { Piece } from '../layout/piece.ts'
import { type TableCell, table } from '../layout/table.ts'
import { CONTENT_WIDTH, STYLES } from '../style.ts'

const REQUEST_COLUMNS = [
  { title: "The site's own request", width: 118 },
  { title: 'Stage', width: 86 },
  { title: 'Asks for', width: 52, align: 'right' },
  { title: 'Point of interconnection', width: 134 },
  { title: 'Filed', width: 58 },
  { title: 'Proposed', width: CONTENT_WIDTH - 448 },
] as const

const AREA_COLUMNS = [
  { title: 'Stands ahead', width: 118 },
  { title: 'Requests', width: 46, align: 'right' },
  { title: 'Generation', width: 58, align: 'right' },
  { title: 'Loads', width: 52, align: 'right' },
  { title: 'Give up', width: 48, align: 'right' },
  { title: 'Median from request to stage (requests)', width: CONTENT_WIDTH - 322 },
] as const

/** The site's own request and what the stored queues hold ahead of it; empty where no queue speaks of the place. */
export function queuePart({ input, faces }: MemoContent): Piece[] {
  const { queue } = input
  if (!queue) return []
  const areas = [
    { area: queue.poi, where: 'At ' },
    { area: queue.county, where: '' },
    { area: queue.state, where: '' },
  ].flatMap(({ area, where }) => (area === null ? [] : [areaCells(area, where)]))
  if (areas.length === 0 && queue.positionId === null) return []
  return [
    ...paragraph(faces, 'Interconnection queue', STYLES.subheading, CONTENT_WIDTH, 8, { keepWithNext: true }),
    ...ownRequest(queue, faces),
    ...(areas.length === 0 ? [] : table(faces, { columns: AREA_COLUMNS, rows: areas }, 5)),
    ...paragraph(faces, noteOf(queue, areas.length > 0), STYLES.note, CONTENT_WIDTH, 3),
  ]
}

function ownRequest({ positionId, position }: QueueNearSite, faces: MemoContent['faces']): Piece[] {
  if (positionId === null || position === null) {
    const text =
      positionId === null
        ? "No request is confirmed as the site's own."
        : `${positionId} is confirmed as the site's own request; no queue in the catalog holds it any more.`
    return paragraph(faces, text, STYLES.small, CONTENT_WIDTH, 3)
  }
  const { project } = position
  const name = [positionId, project.projectName].filter((part) => part !== null && part !== '').join(', ')
  const proposed =
    project.withdrawnDate === null ? dateOf(project.proposedCod) : `withdrawn ${formatDate(project.withdrawnDate)}`
  const cells: TableCell[] = [
    { text: name },
    { text: QUEUE_STAGE_LABELS[project.stage] },
    { text: project.capacityMw === null ? 'not told' : formatMw(project.capacityMw) },
    { text: project.poi ?? 'not told' },
    { text: dateOf(project.queueDate) },
    { text: proposed },
  ]
  return table(faces, { columns: REQUEST_COLUMNS, rows: [cells] }, 3)
}

function areaCells({ area, withdrawalRate, ...found }: QueueAreaFigures, where: string): TableCell[] {
  const medians = found.medianYears.map(
    ({ stage, years, projects }) => `${QUEUE_STAGE_LABELS[stage]} ${formatYears(years)} (${formatNumber(projects)})`,
  )
  return [
    { text: `${where}${area}` },
    { text: formatNumber(found.ahead + found.loadAhead) },
    { text: formatMw(found.aheadMw) },
    { text: found.loadAhead === 0 ? 'none' : formatMw(found.loadAheadMw) },
    { text: withdrawalRate === null ? 'not told' : formatPercent(withdrawalRate) },
    { text: medians.length === 0 ? 'too few' : medians.join('; ') },
  ]
}

function noteOf({ position, sources }: QueueNearSite, hasAreas: boolean): string {
  const files = sources.map(({ title, asOf }) => `${title}, ${asOf === null ? 'undated' : `as of ${formatDate(asOf)}`}`)
  const read = position === null ? '' : `Request: ${position.fileName}, row ${formatNumber(position.row)}. `
  const since = position?.project.queueDate == null ? '' : ", filed no later than the site's own"
  const counted = hasAreas
    ? `Ahead are requests neither built nor given up${since}; those that give up are counted among all that were withdrawn or built. `
    : ''
  return `${read}${counted}${files.length === 0 ? '' : `Source: ${files.join('; ')}.`}`.trim()
}

function dateOf(date: string | null): string {
  return date === null ? 'not told' : formatDate(date)
}
