import type { TileSchema } from './tile-schema.ts'

/** What the features of vector tiles are drawn as, whatever their schema calls them. */
export const TILE_GROUPS = [
  'land',
  'urban',
  'green',
  'water',
  'waterway',
  'building',
  'path',
  'minorRoad',
  'mainRoad',
  'motorway',
  'rail',
  'state',
  'country',
  'area',
  'line',
  'point',
] as const

export type TileGroup = (typeof TILE_GROUPS)[number]

export type GeometryKind = 'point' | 'line' | 'polygon'

type Properties = Readonly<Record<string, unknown>>

/** The group of a feature, or null where the map does not draw it. */
export function tileGroupOf(
  schema: TileSchema,
  layer: string,
  properties: Properties,
  geometry: GeometryKind,
): TileGroup | null {
  return GROUPINGS[schema](layer, properties, geometry)
}

type Grouping = (layer: string, properties: Properties, geometry: GeometryKind) => TileGroup | null

/** The schemas' words for kinds of roads, which they took from OpenStreetMap's highway values. */
const ROADS: Readonly<Record<string, TileGroup>> = {
  motorway: 'motorway',
  motorway_link: 'motorway',
  highway: 'motorway',
  trunk: 'motorway',
  trunk_link: 'motorway',
  primary: 'mainRoad',
  primary_link: 'mainRoad',
  secondary: 'mainRoad',
  secondary_link: 'mainRoad',
  tertiary: 'mainRoad',
  tertiary_link: 'mainRoad',
  major_road: 'mainRoad',
  medium_road: 'mainRoad',
  minor_road: 'minorRoad',
  minor: 'minorRoad',
  residential: 'minorRoad',
  unclassified: 'minorRoad',
  living_street: 'minorRoad',
  service: 'minorRoad',
  busway: 'minorRoad',
  road: 'minorRoad',
  path: 'path',
  track: 'path',
  footway: 'path',
  cycleway: 'path',
  bridleway: 'path',
  steps: 'path',
  pedestrian: 'path',
  rail: 'rail',
  light_rail: 'rail',
  narrow_gauge: 'rail',
  transit: 'rail',
}

const GREEN =
  /^(park|forest|wood|grass|grassland|meadow|nature_reserve|national_park|protected_area|garden|golf_course|wetland|scrub|recreation_ground|village_green|cemetery|farmland|orchard|vineyard|heath|greenfield|playground)$/

const URBAN =
  /^(residential|urban_area|commercial|industrial|retail|railway|garages|brownfield|airport|aerodrome|military|university|school|hospital|college)$/

const GROUPINGS: Readonly<Record<TileSchema, Grouping>> = {
  protomaps(layer, properties, geometry) {
    // Version 4 says "kind" and version 2 said "pmap:kind".
    const kind = text(properties['kind'] ?? properties['pmap:kind'])
    const detail = text(properties['kind_detail'])
    switch (layer) {
      case 'earth':
        return geometry === 'polygon' ? 'land' : null
      case 'landcover':
      case 'landuse':
      case 'natural':
        return geometry === 'polygon' ? groundOf(kind) : null
      case 'water':
      case 'physical_line':
        return waterOf(geometry)
      case 'buildings':
        return geometry === 'polygon' ? 'building' : null
      case 'roads':
        return geometry === 'line' ? (ROADS[detail] ?? ROADS[kind] ?? null) : null
      case 'transit':
        return geometry === 'line' && kind !== 'ferry' ? 'rail' : null
      case 'boundaries':
        return kind === 'country' || properties['pmap:min_admin_level'] === 2
          ? 'country'
          : kind === 'region' || properties['pmap:min_admin_level'] === 4
            ? 'state'
            : null
      default:
        return null
    }
  },
  openmaptiles(layer, properties, geometry) {
    const kind = text(properties['class'])
    switch (layer) {
      case 'landcover':
      case 'landuse':
      case 'park':
        return geometry === 'polygon' ? (layer === 'park' ? 'green' : groundOf(kind)) : null
      case 'water':
        return geometry === 'polygon' ? 'water' : null
      case 'waterway':
        return geometry === 'line' ? 'waterway' : null
      case 'building':
        return geometry === 'polygon' ? 'building' : null
      case 'transportation':
        return geometry === 'line' ? (ROADS[kind] ?? null) : null
      case 'boundary':
        return boundaryOf(properties)
      default:
        return null
    }
  },
  shortbread(layer, properties, geometry) {
    const kind = text(properties['kind'])
    switch (layer) {
      case 'land':
      case 'sites':
        return geometry === 'polygon' ? groundOf(kind) : null
      case 'ocean':
      case 'water_polygons':
        return geometry === 'polygon' ? 'water' : null
      case 'water_lines':
        return geometry === 'line' ? 'waterway' : null
      case 'buildings':
        return geometry === 'polygon' ? 'building' : null
      case 'streets':
      case 'street_polygons':
        return geometry === 'line' ? (properties['rail'] === true ? 'rail' : (ROADS[kind] ?? null)) : null
      case 'boundaries':
        return boundaryOf(properties)
      default:
        return null
    }
  },
  generic: (_layer, _properties, geometry) => (geometry === 'polygon' ? 'area' : geometry),
}

function groundOf(kind: string): TileGroup | null {
  if (GREEN.test(kind)) return 'green'
  return URBAN.test(kind) ? 'urban' : null
}

function waterOf(geometry: GeometryKind): TileGroup | null {
  if (geometry === 'point') return null
  return geometry === 'polygon' ? 'water' : 'waterway'
}

function boundaryOf(properties: Properties): TileGroup | null {
  const level = Number(properties['admin_level'])
  if (level === 2) return 'country'
  return level === 4 ? 'state' : null
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
