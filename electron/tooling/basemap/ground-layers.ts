import type { Feature, LineString, MultiLineString, Polygon, Position } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { BasemapLayer } from '../../../shared/map/basemap-layers.ts'
import { unitedStatesTopology, waterTopology, worldTopology } from './source-topologies.ts'
import { splitLine } from './split-line.ts'
import { unwrapPolygon } from './unwrap-polygon.ts'

/** Shapes of one layer and the zooms that they are tiled for. */
export interface GroundLayer {
  readonly name: BasemapLayer
  readonly features: readonly Feature<Polygon | LineString>[]
  readonly minZoom: number
  readonly maxZoom: number
}

/** Where the 1:50 million coast gives way to the 1:10 million one. */
const FINE_FROM_ZOOM = 6

/** A point in each of the Great Lakes and in Lake St. Clair, which ties two of them together. */
const SHARED_LAKES: readonly Position[] = [
  [-87.5, 47.7],
  [-87, 43.5],
  [-82.3, 44.8],
  [-81.2, 42.2],
  [-77.8, 43.6],
  [-82.75, 42.5],
]

/** All that is drawn of the ground, from Natural Earth and the Census Bureau. */
export function groundLayers(deepestZoom: number): GroundLayer[] {
  const overview = worldTopology('50m')
  const world = worldTopology('10m')
  const unitedStates = unitedStatesTopology()
  const water = waterTopology()
  const lakes = polygons(water, water.objects.lakes)
  const all = (name: BasemapLayer, features: GroundLayer['features'], minZoom = 0): GroundLayer => ({
    name,
    features,
    minZoom,
    maxZoom: deepestZoom,
  })
  return [
    { name: 'land', features: polygons(overview, overview.objects.land), minZoom: 0, maxZoom: FINE_FROM_ZOOM - 1 },
    all('land', polygons(world, world.objects.land), FINE_FROM_ZOOM),
    all(
      'shared_lakes',
      lakes.filter((lake) => isSharedLake(lake)),
    ),
    all('us_land', polygons(unitedStates, unitedStates.objects.nation)),
    all(
      'lakes',
      lakes.filter((lake) => !isSharedLake(lake)),
    ),
    all('rivers', lines(feature(water, water.objects.rivers).features.map((river) => river.geometry)), 3),
    all('counties', countyBorders(unitedStates), 6),
    all('states', [...stateBorders(unitedStates), ...provinceBorders(water)], 3),
    { name: 'countries', features: borders(overview, overview.objects.countries), minZoom: 0, maxZoom: 5 },
    all('countries', borders(world, world.objects.countries), FINE_FROM_ZOOM),
  ]
}

function countyBorders({ ...topology }: ReturnType<typeof unitedStatesTopology>) {
  const stateOf = (id: string | number | undefined) => String(id).slice(0, 2)
  // Lines that are state borders as well are left to the layer of states.
  return lines([mesh(topology, topology.objects.counties, (a, b) => a !== b && stateOf(a.id) === stateOf(b.id))])
}

function stateBorders(topology: ReturnType<typeof unitedStatesTopology>) {
  return lines([mesh(topology, topology.objects.states, (a, b) => a !== b)])
}

function provinceBorders(topology: ReturnType<typeof waterTopology>) {
  const canada = topology.objects.subunits.geometries.filter(
    (unit) => unit.properties && 'gu' in unit.properties && unit.properties.gu === 'CAN',
  )
  const provinces: GeometryCollection = { type: 'GeometryCollection', geometries: canada }
  return lines([mesh(topology, provinces, (a, b) => a !== b)])
}

function borders(topology: Topology, countries: GeometryCollection) {
  return lines([mesh(topology, countries, (a, b) => a !== b)])
}

function polygons(topology: Topology, object: GeometryCollection): Feature<Polygon>[] {
  return feature(topology, object).features.flatMap(({ geometry }) => {
    if (geometry.type === 'Polygon') return [polygon(geometry.coordinates)]
    if (geometry.type === 'MultiPolygon') return geometry.coordinates.map(polygon)
    return []
  })
}

function polygon(rings: Position[][]): Feature<Polygon> {
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: unwrapPolygon(rings) } }
}

function lines(geometries: readonly { type: string; coordinates?: unknown }[]): Feature<LineString>[] {
  return geometries
    .flatMap((geometry) => {
      if (geometry.type === 'LineString') return [(geometry as LineString).coordinates]
      if (geometry.type === 'MultiLineString') return (geometry as MultiLineString).coordinates
      return []
    })
    .flatMap(splitLine)
    .map((coordinates) => ({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } }))
}

function isSharedLake(lake: Feature<Polygon>): boolean {
  return SHARED_LAKES.some((point) => contains(lake.geometry.coordinates[0] ?? [], point))
}

function contains(ring: readonly Position[], [x, y]: Position): boolean {
  let inside = false
  ring.forEach(([x1, y1], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length]!
    if (y1! > y! !== y2! > y! && x! < ((x2! - x1!) * (y! - y1!)) / (y2! - y1!) + x1!) inside = !inside
  })
  return inside
}
