import { categoryAt } from '../../../../../shared/columns/site-columns.ts'
import type { Position } from '../../../../../shared/domain/site/site-value.ts'
import { formatNumber } from '../../../../../shared/format/format-quantity.ts'
import { BASEMAP_ATTRIBUTION } from '../../../../../shared/map/basemap-layers.ts'
import type { MemoContent } from '../content.ts'
import { row, space, stack } from '../layout/box.ts'
import { type Fact, factList } from '../layout/fact-list.ts'
import { heading } from '../layout/heading.ts'
import { type Piece, pieceOf } from '../layout/piece.ts'
import { textBox } from '../layout/text-box.ts'
import { mapFigure } from '../map/map-figure.ts'
import { frameAround, frameOver, type MapFrame } from '../map/map-frame.ts'
import { mapLegend } from '../map/map-legend.ts'
import type { Ground } from '../map/open-ground.ts'
import { siteMarkers } from '../map/site-markers.ts'
import { nearestSites } from '../nearest-sites.ts'
import { CONTENT_WIDTH, GUTTER, STYLES } from '../style.ts'
import { nearbyPart } from './nearby-part.ts'

const REGION = { width: 334, height: 208, zoom: 6.35, pointsPerPx: 0.62 } as const
const SIDE_WIDTH = CONTENT_WIDTH - REGION.width - GUTTER
const OVERVIEW = { height: 104, pointsPerPx: 0.5, zoom: 2.95 } as const
/** The 48 states with some sea around, and the room in which they fill an overview. */
const CONTIGUOUS_STATES = [-125.5, 23.8, -66, 49.8] as const

const PRECISIONS: Readonly<Record<string, string>> = {
  site: 'the site itself, not surveyed',
  town: 'the town only; do not measure from it',
  county: 'the county only; do not measure from it',
}

/** The region around the site and where that lies, with what the catalog knows nearby; empty where the position is unknown. */
export async function locationSection(content: MemoContent, ground: Ground | null): Promise<Piece[]> {
  const { columns, row: siteRow, ranking, faces, name } = content
  const centre: Position = {
    latitude: columns.numbers.latitude[siteRow] ?? Number.NaN,
    longitude: columns.numbers.longitude[siteRow] ?? Number.NaN,
  }
  if (Number.isNaN(centre.latitude) || Number.isNaN(centre.longitude)) return []
  const region = frameAround(centre, REGION.zoom, REGION.width, REGION.height, REGION.pointsPerPx)
  const overview = overviewFrame(centre)
  const common = { ground, columns, ranking, row: siteRow }
  const regional = await mapFigure(faces, {
    ...common,
    frame: region,
    name,
    hasPlaceNames: true,
    markerScale: 1,
    outlined: null,
    alt: `Map of the region around ${name} at ${centre.latitude.toFixed(3)}, ${centre.longitude.toFixed(3)}, with the catalog's other sites by verdict. North is up.`,
  })
  const inset = await mapFigure(faces, {
    ...common,
    frame: overview,
    name: null,
    hasPlaceNames: false,
    markerScale: 0.55,
    outlined: region,
    alt: `Overview map with the region of the larger map outlined. North is up.`,
  })
  const shown = [...siteMarkers(columns, ranking, region), ...siteMarkers(columns, ranking, overview)]
  const legend = mapLegend(
    new Set(shown.map(({ verdict }) => verdict)),
    new Set(siteMarkers(columns, ranking, region).map(({ row: each }) => categoryAt(columns, 'kind', each))),
    SIDE_WIDTH,
  )
  const credit = textBox(
    faces,
    `Map: ${BASEMAP_ATTRIBUTION}. Marker area grows with megawatts. Mercator projection; the scale holds at the middle of the map.`,
    STYLES.note,
    REGION.width,
  )
  const side = stack([inset, space(7), legend, space(5), factList(faces, facts(content, centre), SIDE_WIDTH, 46)])
  const figure = row([stack([regional, space(3), credit]), side], GUTTER)
  return [heading(faces, 'Location', 15), pieceOf(figure, { gapBefore: 4 }), ...nearbyPart(content)]
}

function overviewFrame(centre: Position): MapFrame {
  const [west, south, east, north] = CONTIGUOUS_STATES
  const isInside =
    centre.longitude > west && centre.longitude < east && centre.latitude > south && centre.latitude < north
  return isInside
    ? frameOver(CONTIGUOUS_STATES, SIDE_WIDTH, OVERVIEW.height, OVERVIEW.pointsPerPx)
    : frameAround(centre, OVERVIEW.zoom, SIDE_WIDTH, OVERVIEW.height, OVERVIEW.pointsPerPx)
}

function facts(content: MemoContent, centre: Position): Fact[] {
  const { columns, row: siteRow } = content
  const precision = categoryAt(columns, 'coordinatePrecision', siteRow)
  const near = nearestSites(columns, siteRow, 3)
    .map(
      ({ name, miles }) =>
        `${name.length > 40 ? `${name.slice(0, 40).trimEnd()}…` : name}, ${formatNumber(miles, miles < 10 ? 1 : 0)} mi`,
    )
    .join('; ')
  return [
    { label: 'Position', value: `${centre.latitude.toFixed(4)}, ${centre.longitude.toFixed(4)} (WGS84)` },
    { label: 'Precision', value: PRECISIONS[precision] ?? 'not stated' },
    ...(near === '' ? [] : [{ label: 'Nearby', value: near }]),
  ]
}
