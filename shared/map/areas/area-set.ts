import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

export interface AreaProperties {
  name: string
  /** Postal code. */
  state: string
  /** Square kilometres on the ellipsoid, of the shape as it is drawn. */
  km2: number
}

/** Counties and states as they lie in areas.json; their ids are FIPS codes. */
export type AreaTopology = Topology<{
  counties: GeometryCollection<AreaProperties>
  states: GeometryCollection<AreaProperties>
}>

/** A county or state with its outline. */
export interface MapArea extends Readonly<AreaProperties> {
  readonly kind: 'county' | 'state'
  /** "48331" for a county, "48" for a state. */
  readonly fips: string
  /** Polygons of rings of x0, y0, x1, y1 … in degrees; the first ring is the outline, the rest are holes. */
  readonly polygons: readonly (readonly Float64Array[])[]
  /** West, south, east, north. */
  readonly box: readonly [number, number, number, number]
}

export interface AreaSet {
  readonly counties: readonly MapArea[]
  readonly states: readonly MapArea[]
}

/**
 * Reads the text of areas.json.
 * @throws Error when it is not the topology of counties and states.
 */
export function parseAreas(json: string): AreaSet {
  const topology = JSON.parse(json) as Partial<AreaTopology>
  if (topology.type !== 'Topology' || !topology.objects?.counties || !topology.objects.states)
    throw new Error('The map areas are not a topology of counties and states.')
  const whole = topology as AreaTopology
  return { counties: areasOf(whole, 'counties'), states: areasOf(whole, 'states') }
}

function areasOf(topology: AreaTopology, name: 'counties' | 'states'): MapArea[] {
  return feature(topology, topology.objects[name]).features.flatMap(({ id, properties, geometry }) => {
    const coordinates =
      geometry?.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry?.type === 'MultiPolygon'
          ? geometry.coordinates
          : []
    if (coordinates.length === 0) return []
    const polygons = coordinates.map((rings) => rings.map((ring) => Float64Array.from(ring.flat())))
    return [
      {
        ...properties,
        kind: name === 'counties' ? ('county' as const) : ('state' as const),
        fips: String(id),
        polygons,
        box: boxOf(polygons),
      },
    ]
  })
}

function boxOf(polygons: MapArea['polygons']): MapArea['box'] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [outline] of polygons) {
    for (let at = 0; at < (outline?.length ?? 0); at += 2) {
      west = Math.min(west, outline![at]!)
      east = Math.max(east, outline![at]!)
      south = Math.min(south, outline![at + 1]!)
      north = Math.max(north, outline![at + 1]!)
    }
  }
  return [west, south, east, north]
}
