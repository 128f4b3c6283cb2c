import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { Feature, Geometry } from 'geojson'
import GeoJSONVT from 'geojson-vt'
import type { TileSchema } from '../../shared/map/tiles/tile-schema.ts'

export interface EncodedTile {
  readonly z: number
  readonly x: number
  readonly y: number
  readonly bytes: Uint8Array
}

/** Where the town lies: its middle, and half its width in degrees. */
export const TOWN = { latitude: 31.55, longitude: -97.15, reach: 0.4 }

type Layers = Readonly<Record<string, readonly Feature[]>>

/** Vector tiles of a small town with land, a lake, a river, streets and names, named as a schema names them. */
export function townTiles(schema: TileSchema, minZoom = 4, maxZoom = 12): EncodedTile[] {
  return encodeLayers(LAYERS[schema], minZoom, maxZoom)
}

/** Ids of the layers of a town's tiles. */
export function townLayerIds(schema: TileSchema): string[] {
  return Object.keys(LAYERS[schema])
}

/** Cuts layers into uncompressed vector tiles. */
export function encodeLayers(layers: Layers, minZoom: number, maxZoom: number): EncodedTile[] {
  const tiles = new Map<string, { z: number; x: number; y: number; content: Record<string, never> }>()
  for (const [name, features] of Object.entries(layers)) {
    const index = new GeoJSONVT(
      { type: 'FeatureCollection', features: [...features] },
      { maxZoom, indexMaxZoom: maxZoom, indexMaxPoints: 0, extent: 4096, buffer: 64, tolerance: 2 },
    )
    for (const { z, x, y } of index.tileCoords) {
      if (z < minZoom) continue
      const tile = index.getTile(z, x, y)
      if (!tile || tile.features.length === 0) continue
      const entry = tiles.get(`${z}/${x}/${y}`) ?? { z, x, y, content: {} }
      entry.content[name] = tile as never
      tiles.set(`${z}/${x}/${y}`, entry)
    }
  }
  return [...tiles.values()].map(({ z, x, y, content }) => ({
    ...{ z, x, y },
    bytes: fromGeojsonVt(content, { version: 2, extent: 4096 }),
  }))
}

function feature(geometry: Geometry, properties: Record<string, string | number>): Feature {
  return { type: 'Feature', properties, geometry }
}

function at(east: number, north: number): [number, number] {
  return [TOWN.longitude + east * TOWN.reach, TOWN.latitude + north * TOWN.reach]
}

function box(west: number, south: number, east: number, north: number): Geometry {
  return {
    type: 'Polygon',
    coordinates: [[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]],
  }
}

function line(...points: [number, number][]): Geometry {
  return { type: 'LineString', coordinates: points.map(([east, north]) => at(east, north)) }
}

const LAND = box(-1, -1, 1, 1)
const PARK = box(0.15, 0.2, 0.6, 0.6)
const LAKE = box(-0.7, 0.15, -0.2, 0.6)
const RIVER = line([-1, -0.7], [-0.3, -0.4], [0.2, -0.6], [1, -0.3])
const MOTORWAY = line([-1, 0.05], [0, 0], [1, -0.05])
const STREETS = Array.from({ length: 9 }, (_, index) => line([-0.8 + index * 0.2, -0.9], [-0.8 + index * 0.2, 0.9]))
const CITY: Geometry = { type: 'Point', coordinates: at(0, 0) }
const VILLAGE: Geometry = { type: 'Point', coordinates: at(0.5, -0.6) }
const LAKE_POINT: Geometry = { type: 'Point', coordinates: at(-0.45, 0.38) }

const LAYERS: Readonly<Record<TileSchema, Layers>> = {
  protomaps: {
    earth: [feature(LAND, { kind: 'earth' })],
    landuse: [feature(PARK, { kind: 'park' })],
    water: [
      feature(LAKE, { kind: 'lake', name: 'Lake Waco' }),
      feature(LAKE_POINT, { kind: 'lake', name: 'Lake Waco' }),
      feature(RIVER, { kind: 'river', name: 'Brazos River' }),
    ],
    roads: [
      feature(MOTORWAY, { kind: 'highway', kind_detail: 'motorway', name: 'Interstate 35' }),
      ...STREETS.map((street, index) => feature(street, { kind: 'minor_road', name: `${index + 1} Street` })),
    ],
    places: [
      feature(CITY, { kind: 'locality', kind_detail: 'city', name: 'Waco', population_rank: 11 }),
      feature(VILLAGE, { kind: 'locality', kind_detail: 'village', name: 'Robinson', population_rank: 5 }),
    ],
  },
  openmaptiles: {
    landcover: [feature(PARK, { class: 'grass' })],
    water: [feature(LAKE, { class: 'lake' })],
    water_name: [feature(LAKE_POINT, { class: 'lake', name: 'Lake Waco' })],
    waterway: [feature(RIVER, { class: 'river', name: 'Brazos River' })],
    transportation: [
      feature(MOTORWAY, { class: 'motorway' }),
      ...STREETS.map((street) => feature(street, { class: 'minor' })),
    ],
    transportation_name: [
      feature(MOTORWAY, { class: 'motorway', name: 'Interstate 35' }),
      ...STREETS.map((street, index) => feature(street, { class: 'minor', name: `${index + 1} Street` })),
    ],
    place: [
      feature(CITY, { class: 'city', name: 'Waco', rank: 6 }),
      feature(VILLAGE, { class: 'village', name: 'Robinson', rank: 12 }),
    ],
  },
  shortbread: {
    land: [feature(PARK, { kind: 'park' })],
    water_polygons: [feature(LAKE, { kind: 'water' })],
    water_polygons_labels: [feature(LAKE_POINT, { kind: 'water', name: 'Lake Waco' })],
    water_lines: [feature(RIVER, { kind: 'river' })],
    water_lines_labels: [feature(RIVER, { kind: 'river', name: 'Brazos River' })],
    streets: [
      feature(MOTORWAY, { kind: 'motorway' }),
      ...STREETS.map((street) => feature(street, { kind: 'residential' })),
    ],
    street_labels: [
      feature(MOTORWAY, { kind: 'motorway', name: 'Interstate 35' }),
      ...STREETS.map((street, index) => feature(street, { kind: 'residential', name: `${index + 1} Street` })),
    ],
    place_labels: [
      feature(CITY, { kind: 'city', name: 'Waco', population: 138_000 }),
      feature(VILLAGE, { kind: 'village', name: 'Robinson', population: 12_000 }),
    ],
  },
  generic: {
    transmission: [feature(MOTORWAY, { voltage: 345 }), feature(RIVER, { voltage: 138 })],
    parcels: [feature(PARK, { owner: 'Jane' })],
  },
}
