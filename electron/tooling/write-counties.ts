import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { geoCentroid } from 'd3-geo'
import { feature } from 'topojson-client'
import { csvLine } from '../core/documents/csv-cell.ts'
import { unitedStatesTopology } from './basemap/source-topologies.ts'
import { projectRoot } from './project-root.ts'

const FIPS_STATES =
  '01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME 24MD 25MA ' +
  '26MI 27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX ' +
  '49UT 50VT 51VA 53WA 54WV 55WI 56WY 60AS 66GU 69MP 72PR 78VI'

/** Writes data/reference/us_counties.csv from the Census Bureau's county boundaries of 2023. */
function writeCounties(): void {
  const states = new Map(FIPS_STATES.split(' ').map((each) => [each.slice(0, 2), each.slice(2)]))
  const topology = unitedStatesTopology()
  const counties = feature(topology, topology.objects.counties).features.map((county) => {
    const fips = String(county.id)
    const [longitude, latitude] = geoCentroid(county)
    return [fips, states.get(fips.slice(0, 2)) ?? '', county.properties.name, degrees(latitude), degrees(longitude)]
  })
  counties.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))
  const lines = [['fips', 'state', 'county', 'latitude', 'longitude'], ...counties].map(csvLine)
  writeFileSync(path.join(projectRoot, 'data', 'reference', 'us_counties.csv'), lines.join('').replaceAll('\r', ''))
}

function degrees(value: number): number {
  return Number(value.toFixed(4))
}

writeCounties()
