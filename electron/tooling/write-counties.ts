import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { geoCentroid } from 'd3-geo'
import { feature } from 'topojson-client'
import { csvLine } from '../core/documents/csv-cell.ts'
import { POSTAL_CODES } from './basemap/postal-codes.ts'
import { unitedStatesTopology } from './basemap/source-topologies.ts'
import { projectRoot } from './project-root.ts'

/** Writes data/reference/us_counties.csv from the Census Bureau's county boundaries of 2023. */
function writeCounties(): void {
  const topology = unitedStatesTopology()
  const counties = feature(topology, topology.objects.counties).features.map((county) => {
    const fips = String(county.id)
    const [longitude, latitude] = geoCentroid(county)
    return [
      fips,
      POSTAL_CODES.get(fips.slice(0, 2)) ?? '',
      county.properties.name,
      degrees(latitude),
      degrees(longitude),
    ]
  })
  counties.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))
  const lines = [['fips', 'state', 'county', 'latitude', 'longitude'], ...counties].map(csvLine)
  writeFileSync(path.join(projectRoot, 'data', 'reference', 'us_counties.csv'), lines.join('').replaceAll('\r', ''))
}

function degrees(value: number): number {
  return Number(value.toFixed(4))
}

writeCounties()
