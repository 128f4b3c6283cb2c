import type { Feature, Geometry, Position } from 'geojson'
import { feature } from 'topojson-client'
import type { LabelKind } from '../../../shared/map/label-set.ts'
import { latitudeOf, longitudeOf, mercatorX, mercatorY, worldSizePx } from '../../../shared/map/mercator.ts'
import { DEEPEST_LABEL_ZOOM, type LabelEntry } from './label-entry.ts'
import { type LabelPoint, labelPoint } from './label-point.ts'
import { unitedStatesTopology, waterTopology, worldTopology } from './source-topologies.ts'
import { unwrapPolygon } from './unwrap-polygon.ts'

const PROVINCES: Readonly<Record<string, string>> = {
  AB: 'Alberta',
  BC: 'British Columbia',
  MB: 'Manitoba',
  NB: 'New Brunswick',
  NL: 'Newfoundland and Labrador',
  NS: 'Nova Scotia',
  NT: 'Northwest Territories',
  NU: 'Nunavut',
  ON: 'Ontario',
  PE: 'Prince Edward Island',
  QC: 'Quebec',
  SK: 'Saskatchewan',
  YT: 'Yukon',
}

/** Countries whose parts are named on the map hand over to them early. */
const LAST_ZOOM_OF_DIVIDED: Readonly<Record<string, number>> = {
  'United States of America': 3,
  Canada: 3,
}

interface AreaRules {
  readonly kind: LabelKind
  readonly firstZoom: number
  readonly zoomsShown: number
  /** Set width of one letter, spacing included, pixels. */
  readonly letterPx: number
  /** An earlier zoom for those whose name lies well within them even there; small neighbours would crowd it. */
  readonly tightZoom?: number
}

const COUNTRY: AreaRules = { kind: 'country', firstZoom: 2, zoomsShown: 4, letterPx: 11 }
const STATE: AreaRules = { kind: 'state', firstZoom: 4, zoomsShown: 6, letterPx: 8.6 }
const COUNTY: AreaRules = { kind: 'county', firstZoom: 8, zoomsShown: 8, letterPx: 7.4, tightZoom: 7 }

/** How much of an area's width a name may take to be shown early. */
const TIGHT_SHARE = 0.8

/** Names of countries, states, Canadian provinces and U.S. counties, each where its area is roomiest. */
export function areaLabels(): LabelEntry[] {
  const world = worldTopology('50m')
  const unitedStates = unitedStatesTopology()
  const water = waterTopology()
  const provinces = feature(water, water.objects.subunits).features.filter((unit) => unit.properties.gu === 'CAN')
  return [
    ...feature(world, world.objects.countries).features.map((each) => entry(each, each.properties.name, COUNTRY)),
    ...feature(unitedStates, unitedStates.objects.states).features.map((each) =>
      entry(each, each.properties.name, STATE),
    ),
    ...provinces.map((each) => entry(each, PROVINCES[String(each.id)], STATE)),
    ...feature(unitedStates, unitedStates.objects.counties).features.map((each) =>
      entry(each, each.properties.name, COUNTY),
    ),
  ].filter((each) => each !== null)
}

function entry(area: Feature<Geometry | null>, name: string | undefined, rules: AreaRules): LabelEntry | null {
  const point = roomiest(area.geometry)
  if (!name || !point || point.width === 0) return null
  const textPx = name.length * rules.letterPx
  const fits = Math.ceil(Math.log2(textPx / (point.width * worldSizePx(0) * 2)))
  const isRoomy = rules.tightZoom !== undefined && textPx < TIGHT_SHARE * point.width * worldSizePx(rules.tightZoom)
  const minZoom = isRoomy ? rules.tightZoom! : Math.max(rules.firstZoom, fits)
  const maxZoom = Math.min(DEEPEST_LABEL_ZOOM, LAST_ZOOM_OF_DIVIDED[name] ?? minZoom + rules.zoomsShown)
  return {
    name,
    kind: rules.kind,
    rank: Math.min(2, Math.max(0, fits - rules.firstZoom)),
    longitude: ((((longitudeOf(point.x) + 180) % 360) + 360) % 360) - 180,
    latitude: latitudeOf(point.y),
    minZoom,
    maxZoom,
    weight: point.width,
  }
}

function roomiest(geometry: Geometry | null): LabelPoint | null {
  let best: LabelPoint | null = null
  for (const rings of polygonsOf(geometry)
    .sort((a, b) => extent(b) - extent(a))
    .slice(0, 3)) {
    const point = labelPoint(rings)
    if (!best || point.width > best.width) best = point
  }
  return best
}

function polygonsOf(geometry: Geometry | null): Position[][][] {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return []
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons.map((rings) =>
    unwrapPolygon(rings).map((ring) =>
      ring.map(([longitude, latitude]) => [mercatorX(longitude!), mercatorY(latitude!)]),
    ),
  )
}

function extent(rings: readonly Position[][]): number {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of rings[0] ?? []) {
    minX = Math.min(minX, x!)
    minY = Math.min(minY, y!)
    maxX = Math.max(maxX, x!)
    maxY = Math.max(maxY, y!)
  }
  return (maxX - minX) * (maxY - minY)
}
