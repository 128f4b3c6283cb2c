/** The ways in which vector tiles name their layers that the map has a style for; the rest is drawn as plain lines. */
export const TILE_SCHEMAS = ['protomaps', 'openmaptiles', 'shortbread', 'generic'] as const

export type TileSchema = (typeof TILE_SCHEMAS)[number]

export const TILE_SCHEMA_TITLES: Readonly<Record<TileSchema, string>> = {
  protomaps: 'Protomaps',
  openmaptiles: 'OpenMapTiles',
  shortbread: 'Shortbread',
  generic: 'plain lines',
}

/**
 * Layers by which each schema is known: docs.protomaps.com/basemaps/layers, openmaptiles.org/schema and
 * shortbread-tiles.org/schema/1.0. Two must be there, since names such as "water" are everybody's.
 */
const SIGNS: readonly (readonly [schema: TileSchema, layers: readonly string[]])[] = [
  ['shortbread', ['streets', 'street_labels', 'water_polygons', 'water_lines', 'ocean', 'place_labels']],
  ['openmaptiles', ['transportation', 'transportation_name', 'waterway', 'water_name', 'landcover', 'place']],
  ['protomaps', ['earth', 'roads', 'boundaries', 'places', 'pois', 'transit']],
]

/** The schema of tiles with these layers. */
export function tileSchemaOf(layerIds: readonly string[]): TileSchema {
  const present = new Set(layerIds)
  const scored = SIGNS.map(([schema, layers]) => ({ schema, hits: layers.filter((id) => present.has(id)).length }))
  const best = scored.reduce((leader, each) => (each.hits > leader.hits ? each : leader))
  return best.hits >= 2 ? best.schema : 'generic'
}
