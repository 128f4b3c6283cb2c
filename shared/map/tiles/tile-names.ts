import type { GeometryKind } from './tile-groups.ts'
import type { TileSchema } from './tile-schema.ts'

export const NAME_KINDS = ['place', 'water', 'road'] as const

export type NameKind = (typeof NAME_KINDS)[number]

/** What a feature is called and how it ranks among its kind: 0 is the most important, 9 the least. */
export interface FeatureName {
  readonly text: string
  readonly kind: NameKind
  readonly rank: number
}

type Properties = Readonly<Record<string, unknown>>

const MOST_CHARACTERS = 60

const PLACE_RANKS: Readonly<Record<string, number>> = {
  ...{ continent: 0, country: 0, state: 1, region: 1, province: 1, city: 2, capital: 2, state_capital: 2 },
  ...{ locality: 4, town: 4, village: 6, suburb: 6, borough: 6, hamlet: 7, quarter: 7, neighbourhood: 8 },
  ...{ macrohood: 7, island: 6, islet: 8, isolated_dwelling: 9, farm: 9 },
}

const ROAD_RANKS: Readonly<Record<string, number>> = {
  ...{ motorway: 0, highway: 0, trunk: 1, primary: 2, major_road: 2, secondary: 3, medium_road: 3, tertiary: 4 },
}

/** The name of a feature where its layer is one that names things, else null. */
export function featureName(
  schema: TileSchema,
  layer: string,
  properties: Properties,
  geometry: GeometryKind,
): FeatureName | null {
  const kind = kindOf(schema, layer, geometry)
  const text = kind && nameText(properties)
  if (!kind || !text) return null
  if (kind === 'place') return { text, kind, rank: placeRank(properties) }
  if (kind === 'water') return { text, kind, rank: geometry === 'point' ? 4 : 6 }
  const road = String(properties['kind_detail'] ?? properties['class'] ?? properties['kind'] ?? '')
  return { text, kind, rank: ROAD_RANKS[road] ?? ROAD_RANKS[String(properties['kind'])] ?? 7 }
}

const POINTS: Readonly<Partial<Record<TileSchema, Readonly<Record<string, NameKind>>>>> = {
  protomaps: { places: 'place', water: 'water', physical_point: 'water' },
  openmaptiles: { place: 'place', water_name: 'water' },
  shortbread: { place_labels: 'place', boundary_labels: 'place', water_polygons_labels: 'water' },
}

const LINES: Readonly<Partial<Record<TileSchema, Readonly<Record<string, NameKind>>>>> = {
  protomaps: { roads: 'road', water: 'water' },
  openmaptiles: { transportation_name: 'road', waterway: 'water' },
  shortbread: { street_labels: 'road', water_lines_labels: 'water' },
}

function kindOf(schema: TileSchema, layer: string, geometry: GeometryKind): NameKind | null {
  if (geometry === 'polygon') return null
  return (geometry === 'point' ? POINTS : LINES)[schema]?.[layer] ?? null
}

/** In English or the Latin script where the tile has that, since the rest of the screen is in them. */
function nameText(properties: Properties): string {
  for (const key of ['name:en', 'name_en', 'name:latin', 'name', 'pgf:name']) {
    const value = properties[key]
    if (typeof value === 'string' && value.trim() !== '')
      return value
        .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
        .trim()
        .slice(0, MOST_CHARACTERS)
  }
  return ''
}

/** By the schema's own measure of size where it has one, else by the word for the kind of place. */
function placeRank(properties: Properties): number {
  const word = String(properties['kind_detail'] ?? properties['class'] ?? properties['kind'] ?? '')
  const base = PLACE_RANKS[word] ?? PLACE_RANKS[String(properties['kind'])] ?? 6
  const population = Number(properties['population'])
  // Protomaps counts from 0 (a hamlet) to 17 (ten million people).
  const sizeRank = Number(properties['population_rank'])
  const bonus = population > 1_000_000 || sizeRank >= 13 ? 1 : population > 100_000 || sizeRank >= 11 ? 0.5 : 0
  return Math.max(0, base - bonus)
}
