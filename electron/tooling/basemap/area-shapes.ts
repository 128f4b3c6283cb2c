import geodesic from 'geographiclib-geodesic'
import type { Position } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection } from 'topojson-specification'
import type { AreaProperties, AreaTopology } from '../../../shared/map/areas/area-set.ts'
import { POSTAL_CODES } from './postal-codes.ts'
import { type UnitedStatesTopology, unitedStatesTopology } from './source-topologies.ts'

/** Counties and states of the United States with their names and areas, as they go into areas.json. */
export function areaShapes(): AreaTopology {
  const { type, arcs, transform, objects, ...rest } = unitedStatesTopology()
  const topology = { type, arcs, ...(transform ? { transform } : {}), objects, ...rest }
  return {
    ...topology,
    objects: {
      counties: withAreas(topology, topology.objects.counties),
      states: withAreas(topology, topology.objects.states),
    },
  }
}

function withAreas(
  topology: UnitedStatesTopology,
  object: UnitedStatesTopology['objects']['counties'],
): GeometryCollection<AreaProperties> {
  const shapes = feature(topology, object).features
  return {
    type: 'GeometryCollection',
    geometries: object.geometries.map((geometry, index) => ({
      ...geometry,
      properties: {
        name: shapes[index]?.properties.name ?? '',
        state: POSTAL_CODES.get(String(geometry.id).slice(0, 2)) ?? '',
        km2: Math.round(squareKilometers(shapes[index]?.geometry) * 10) / 10,
      },
    })) as GeometryCollection<AreaProperties>['geometries'],
  }
}

/** Area on the WGS 84 ellipsoid; holes are wound the other way and take theirs off. */
function squareKilometers(geometry: { type: string; coordinates?: unknown } | null | undefined): number {
  if (geometry?.type === 'Polygon') return polygonArea(geometry.coordinates as Position[][])
  if (geometry?.type !== 'MultiPolygon') return 0
  return (geometry.coordinates as Position[][][]).reduce((sum, rings) => sum + polygonArea(rings), 0)
}

function polygonArea([outer, ...holes]: readonly Position[][]): number {
  return ringArea(outer ?? []) - holes.reduce((sum, hole) => sum + ringArea(hole), 0)
}

function ringArea(ring: readonly Position[]): number {
  const polygon = geodesic.Geodesic.WGS84.Polygon(false)
  for (const [longitude, latitude] of ring.slice(0, -1)) polygon.AddPoint(latitude!, longitude!)
  return Math.abs(polygon.Compute(false, true).area ?? 0) / 1e6
}
