import { ByteReader } from './byte-reader.ts'
import type { GeometryKind } from './tile-groups.ts'

export type TilePoint = { x: number; y: number }

export type TileProperties = Readonly<Record<string, string | number | boolean>>

export interface TileFeature {
  readonly geometry: GeometryKind
  properties(): TileProperties
  /** Points (each a ring of its own kind), lines or rings, in units of the layer's extent. */
  shape(): TilePoint[][]
}

export interface TileLayer {
  readonly name: string
  /** Units across the tile. */
  readonly extent: number
  readonly features: readonly TileFeature[]
}

const GEOMETRIES: readonly (GeometryKind | null)[] = [null, 'point', 'line', 'polygon']
const DEFAULT_EXTENT = 4_096
/** Commands of a geometry, in the three lowest bits. */
const [MOVE_TO, LINE_TO, CLOSE_PATH] = [1, 2, 7]

/**
 * The layers of an unpacked vector tile (Mapbox Vector Tile specification, 2.1). Features of no known geometry are
 * left out; properties and shapes are read when they are asked for.
 * @throws RangeError where the bytes are no whole vector tile; so do the features' methods.
 */
export function readVectorTile(bytes: Uint8Array): TileLayer[] {
  const layers: TileLayer[] = []
  for (const { field, wireType, reader } of fieldsOf(new ByteReader(bytes))) {
    if (field === 3 && wireType === 2) layers.push(readLayer(reader.piece()))
    else reader.skip(wireType)
  }
  return layers
}

function readLayer(layer: ByteReader): TileLayer {
  let name = ''
  let extent = DEFAULT_EXTENT
  const keys: string[] = []
  const values: (string | number | boolean)[] = []
  const found: ByteReader[] = []
  for (const { field, wireType, reader } of fieldsOf(layer)) {
    if (field === 1 && wireType === 2) name = reader.text()
    else if (field === 2 && wireType === 2) found.push(reader.piece())
    else if (field === 3 && wireType === 2) keys.push(reader.text())
    else if (field === 4 && wireType === 2) values.push(readValue(reader.piece()))
    else if (field === 5 && wireType === 0) extent = reader.varint()
    else reader.skip(wireType)
  }
  if (extent < 1 || extent > 2 ** 20) throw new RangeError('The tile has an extent that makes no sense.')
  return { name, extent, features: found.flatMap((feature) => readFeature(feature, keys, values) ?? []) }
}

function readFeature(
  feature: ByteReader,
  keys: readonly string[],
  values: readonly (string | number | boolean)[],
): TileFeature | null {
  let geometry: GeometryKind | null = null
  let tags: Uint8Array | null = null
  let commands: Uint8Array | null = null
  for (const { field, wireType, reader } of fieldsOf(feature)) {
    if (field === 2 && wireType === 2) tags = reader.piece().rest()
    else if (field === 3 && wireType === 0) geometry = GEOMETRIES[reader.varint()] ?? null
    else if (field === 4 && wireType === 2) commands = reader.piece().rest()
    else reader.skip(wireType)
  }
  if (!geometry || !commands) return null
  const shape = commands
  return {
    geometry,
    properties: () => (tags ? readProperties(new ByteReader(tags), keys, values) : {}),
    shape: () => readShape(new ByteReader(shape)),
  }
}

function readProperties(
  tags: ByteReader,
  keys: readonly string[],
  values: readonly (string | number | boolean)[],
): TileProperties {
  const properties: Record<string, string | number | boolean> = Object.create(null)
  while (tags.hasMore) {
    const key = keys[tags.varint()]
    const value = values[tags.varint()]
    if (key === undefined || value === undefined) throw new RangeError('The tile names an attribute that it lacks.')
    properties[key] = value
  }
  return properties
}

function readShape(commands: ByteReader): TilePoint[][] {
  const shape: TilePoint[][] = []
  let ring: TilePoint[] | null = null
  let x = 0
  let y = 0
  while (commands.hasMore) {
    const command = commands.varint()
    const count = Math.floor(command / 8)
    const what = command % 8
    if (what === CLOSE_PATH) {
      const first = ring?.[0]
      if (first) ring?.push({ ...first })
      continue
    }
    if (what !== MOVE_TO && what !== LINE_TO) throw new RangeError('The tile draws with an unknown command.')
    for (let index = 0; index < count; index += 1) {
      x += commands.signed()
      y += commands.signed()
      if (!Number.isSafeInteger(x) || !Number.isSafeInteger(y)) throw new RangeError('The tile draws out of bounds.')
      if (what === MOVE_TO || !ring) {
        ring = []
        shape.push(ring)
      }
      ring.push({ x, y })
    }
  }
  return shape
}

function readValue(value: ByteReader): string | number | boolean {
  let found: string | number | boolean = ''
  for (const { field, wireType, reader } of fieldsOf(value)) {
    if (field === 1 && wireType === 2) found = reader.text()
    else if (field === 2 && wireType === 5) found = reader.float32()
    else if (field === 3 && wireType === 1) found = reader.float64()
    else if (field === 4 && wireType === 0) found = asSigned64(reader.varint())
    else if (field === 5 && wireType === 0) found = reader.varint()
    else if (field === 6 && wireType === 0) found = reader.signed()
    else if (field === 7 && wireType === 0) found = reader.varint() !== 0
    else reader.skip(wireType)
  }
  return found
}

/** Negative numbers of 64 bits are stored in two's complement. */
function asSigned64(value: number): number {
  return value >= 2 ** 63 ? value - 2 ** 64 : value
}

function* fieldsOf(reader: ByteReader): Generator<{ field: number; wireType: number; reader: ByteReader }> {
  while (reader.hasMore) {
    const key = reader.varint()
    yield { field: Math.floor(key / 8), wireType: key % 8, reader }
  }
}
