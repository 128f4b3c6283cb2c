import { TILE_EXTENT } from '../basemap-layers.ts'
import { flattenRings, type RingSet } from '../decode-tile.ts'
import { readVectorTile, type TileFeature, type TilePoint } from './read-vector-tile.ts'
import { type GeometryKind, type TileGroup, tileGroupOf } from './tile-groups.ts'
import { type FeatureName, featureName } from './tile-names.ts'
import { type TileSchema, tileSchemaOf } from './tile-schema.ts'

/** A name with its place in units of the tile: one point, or the points of a line. */
export interface NamedPlace extends FeatureName {
  /** x0, y0, x1, y1 … */
  readonly points: Float32Array
}

export interface DecodedUserTile {
  readonly schema: TileSchema
  readonly groups: Readonly<Partial<Record<TileGroup, RingSet>>>
  readonly names: readonly NamedPlace[]
}

type Ring = TilePoint[]

/** Names that a tile may bring; only the most important find room on a screen. */
const MOST_NAMES = 2_000

/**
 * Reads an unpacked Mapbox vector tile of any schema; null stands for one that is to be told by the tile's layers.
 * @throws RangeError where the bytes are no whole vector tile.
 */
export function decodeUserTile(bytes: Uint8Array, known: TileSchema | null): DecodedUserTile {
  const layers = readVectorTile(bytes)
  const schema = known ?? tileSchemaOf(layers.map(({ name }) => name))
  const rings = new Map<TileGroup, Ring[]>()
  const names: NamedPlace[] = []
  for (const layer of layers) {
    const scale = TILE_EXTENT / layer.extent
    for (const feature of layer.features) {
      const { geometry } = feature
      const properties = feature.properties()
      const group = tileGroupOf(schema, layer.name, properties, geometry)
      const name = names.length < MOST_NAMES ? featureName(schema, layer.name, properties, geometry) : null
      if (!group && !name) continue
      const shape = scaledShape(feature, scale)
      if (group && geometry !== 'point') addRings(rings, group, shape)
      if (name) names.push(...named(name, shape, geometry))
    }
  }
  const groups = Object.fromEntries([...rings].map(([group, found]) => [group, flattenRings(found)]))
  return { schema, groups, names }
}

function addRings(rings: Map<TileGroup, Ring[]>, group: TileGroup, shape: readonly Ring[]): void {
  const found = rings.get(group) ?? []
  for (const ring of shape) found.push(ring)
  rings.set(group, found)
}

function scaledShape(feature: TileFeature, scale: number): Ring[] {
  const shape = feature.shape()
  if (scale === 1) return shape
  return shape.map((ring) => ring.map(({ x, y }) => ({ x: x * scale, y: y * scale })))
}

/** A name for each point, and for the longest line of a feature that was cut into several. */
function named(name: FeatureName, shape: readonly Ring[], geometry: GeometryKind): NamedPlace[] {
  if (geometry === 'point')
    return shape
      .flat()
      .filter(({ x, y }) => x >= 0 && y >= 0 && x < TILE_EXTENT && y < TILE_EXTENT)
      .map(({ x, y }) => ({ ...name, points: Float32Array.of(x, y) }))
  const longest = shape.reduce<Ring>((best, each) => (lengthOf(each) > lengthOf(best) ? each : best), [])
  return longest.length < 2 ? [] : [{ ...name, points: Float32Array.from(longest.flatMap(({ x, y }) => [x, y])) }]
}

function lengthOf(ring: Ring): number {
  let length = 0
  for (let index = 1; index < ring.length; index += 1)
    length += Math.hypot(ring[index]!.x - ring[index - 1]!.x, ring[index]!.y - ring[index - 1]!.y)
  return length
}
