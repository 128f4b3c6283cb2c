import type { NearbyFigure } from '../../../../../shared/contract/nearby.ts'
import { NEARBY_TARGET_DEFS } from '../../../../../shared/domain/nearby/nearby-target.ts'
import { shownFigures } from '../../../../../shared/domain/nearby/shown-figures.ts'
import { VOLTAGE_CLASS_LABELS } from '../../../../../shared/domain/nearby/voltage.ts'
import { formatDate } from '../../../../../shared/format/format-date.ts'
import { formatNumber } from '../../../../../shared/format/format-quantity.ts'
import type { MemoContent } from '../content.ts'
import { paragraph } from '../layout/paragraph.ts'
import type { Piece } from '../layout/piece.ts'
import { type TableCell, table } from '../layout/table.ts'
import { CONTENT_WIDTH, STYLES } from '../style.ts'

const COLUMNS = [
  { title: 'Nearest', width: 108 },
  { title: 'Miles', width: 40, align: 'right' },
  { title: 'By a route', width: 46, align: 'right' },
  { title: 'Bearing', width: 42, align: 'right' },
  { title: 'What', width: 140 },
  { title: 'Source', width: CONTENT_WIDTH - 376 },
] as const

/** Distances to the nearest of each kind and what can be built on; empty where neither is known. */
export function nearbyPart({ input, faces }: MemoContent): Piece[] {
  const { near, land } = input
  const figures = near ? shownFigures(near.figures) : []
  const pieces: Piece[] = []
  if (near && figures.length > 0) {
    pieces.push(...table(faces, { columns: COLUMNS, rows: figures.map(cellsOf) }, 8))
    const note = `Distances on the WGS 84 ellipsoid to the nearest point of a line or an area within ${formatNumber(near.radiusMi)} miles, not a survey; a route is taken as ${formatNumber(near.routeFactor, 2)} times the straight line.`
    pieces.push(...paragraph(faces, note, STYLES.note, CONTENT_WIDTH, 3))
  }
  if (land) {
    const { result, author, savedAt, stale } = land
    const day = formatDate(new Date(savedAt).toISOString().slice(0, 10))
    const state = stale.length === 0 ? '' : ` Out of date: ${stale.join('; ')}.`
    const text = `Buildable land: ${formatNumber(result.netAcres, 1)} of ${formatNumber(result.grossAcres, 1)} acres, from ${result.parcels.join(', ')}, measured by ${author} on ${day}.${state}`
    pieces.push(...paragraph(faces, text, STYLES.small, CONTENT_WIDTH, 5))
  }
  return pieces
}

function cellsOf(figure: NearbyFigure): TableCell[] {
  const { target, voltageClass, name, detail, miles, routeMiles, bearingDegrees, isInside, source } = figure
  const { label, isBuiltTo } = NEARBY_TARGET_DEFS[target]
  const asOf = source.asOf === null ? '' : `, as of ${formatDate(source.asOf)}`
  return [
    { text: voltageClass === null ? label : VOLTAGE_CLASS_LABELS[voltageClass], indent: voltageClass === null ? 0 : 8 },
    { text: isInside ? 'inside' : formatNumber(miles, miles < 10 ? 2 : 1) },
    { text: isBuiltTo && !isInside ? formatNumber(routeMiles, routeMiles < 10 ? 2 : 1) : '' },
    { text: bearingDegrees === null ? '' : `${formatNumber(bearingDegrees)}°` },
    { text: [name, detail].filter((part) => part !== null).join(', ') },
    { text: `${source.title}${asOf}` },
  ]
}
