import type { Annotation } from '../../../../../shared/contract/annotations.ts'
import { categoryLabel } from '../../../../../shared/domain/annotations/annotation-category.ts'
import { BASEMAP_ATTRIBUTION } from '../../../../../shared/map/basemap-layers.ts'
import { figureBox } from '../../../../../shared/map/geodesy/figure-box.ts'
import { figureMeasures } from '../../../../../shared/map/geodesy/figure-measures.ts'
import { formatArea, formatLength } from '../../../../../shared/map/geodesy/format-measure.ts'
import type { MemoContent } from '../content.ts'
import { space, stack } from '../layout/box.ts'
import { heading } from '../layout/heading.ts'
import { paragraph } from '../layout/paragraph.ts'
import { type Piece, pieceOf } from '../layout/piece.ts'
import { type TableCell, table } from '../layout/table.ts'
import { textBox } from '../layout/text-box.ts'
import { mapFigure } from '../map/map-figure.ts'
import { frameOver } from '../map/map-frame.ts'
import type { Ground } from '../map/open-ground.ts'
import { CONTENT_WIDTH, STYLES } from '../style.ts'

const MAP_HEIGHT = 250
const POINTS_PER_PX = 0.62
/** Room around what is drawn, as a share of it, and the least that a map shows, degrees. */
const ROOM = 0.12
const LEAST_DEGREES = 0.003
/** Most drawings on the map and in the list. */
const MOST_DRAWINGS = 60
/** Web Mercator ends here. */
const MOST_LATITUDE = 85

const COLUMNS = [
  { title: '#', width: 20 },
  { title: 'Drawing', width: 130 },
  { title: 'What it is', width: 104 },
  { title: 'Measure', width: 90, align: 'right' },
  { title: 'Notes', width: CONTENT_WIDTH - 344 },
] as const

/** What the team drew on the site, on a map and in a list; empty where nobody drew. */
export async function sitePlanSection(content: MemoContent, ground: Ground | null): Promise<Piece[]> {
  const { faces, input, columns, ranking, row, name } = content
  const all = input.drawings ?? []
  const drawings = all.slice(0, MOST_DRAWINGS)
  if (drawings.length === 0) return []
  const frame = frameOver(boxOf(drawings), CONTENT_WIDTH, MAP_HEIGHT, POINTS_PER_PX)
  const map = await mapFigure(faces, {
    ground,
    columns,
    ranking,
    row,
    frame,
    name,
    hasPlaceNames: true,
    markerScale: 0.8,
    outlined: null,
    annotations: drawings,
    alt: `Map of what is drawn on ${name}: ${drawings.map(titleOf).join(', ')}. North is up.`,
  })
  const credit = textBox(
    faces,
    `Map: ${BASEMAP_ATTRIBUTION}. Measured on the WGS 84 ellipsoid; approximate, not a survey.`,
    STYLES.note,
    CONTENT_WIDTH,
  )
  const rows = drawings.map((drawing, index): TableCell[] => [
    { text: String(index + 1), style: STYLES.smallStrong },
    { text: titleOf(drawing), style: STYLES.smallStrong },
    { text: categoryLabel(drawing.category), style: STYLES.smallQuiet },
    { text: measureOf(drawing) },
    { text: drawing.text.trim() },
  ])
  const left = all.length - drawings.length
  return [
    heading(faces, 'Site plan', 15),
    pieceOf(stack([map, space(3), credit]), { gapBefore: 4 }),
    ...table(faces, { columns: COLUMNS, rows }, 6),
    ...(left === 0
      ? []
      : paragraph(faces, `${left} more drawings are in the catalog.`, STYLES.smallQuiet, CONTENT_WIDTH, 3)),
  ]
}

function titleOf({ label, figure }: Annotation): string {
  return label.trim() === '' ? figure.shape.charAt(0).toUpperCase() + figure.shape.slice(1) : label.trim()
}

function measureOf({ figure }: Annotation): string {
  const { lengthM, areaM2 } = figureMeasures(figure)
  if (areaM2 !== null) return formatArea(areaM2, 'us')
  return lengthM === null ? '' : formatLength(lengthM, 'us')
}

/** Degrees that hold all drawings with some room around. */
function boxOf(drawings: readonly Annotation[]): [west: number, south: number, east: number, north: number] {
  const boxes = drawings.map(({ figure }) => figureBox(figure))
  const [west, south] = [Math.min(...boxes.map((box) => box.west)), Math.min(...boxes.map((box) => box.south))]
  const [east, north] = [Math.max(...boxes.map((box) => box.east)), Math.max(...boxes.map((box) => box.north))]
  const across = Math.max(LEAST_DEGREES, (east - west) * ROOM)
  const down = Math.max(LEAST_DEGREES / 2, (north - south) * ROOM)
  return [
    Math.max(-180, west - across),
    Math.max(-MOST_LATITUDE, south - down),
    Math.min(180, east + across),
    Math.min(MOST_LATITUDE, north + down),
  ]
}
