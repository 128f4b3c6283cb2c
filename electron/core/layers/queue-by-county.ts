import type { Db } from '../db/database.ts'
import { countyMiddles } from '../import/mapping/county-middles.ts'
import { CLOSED_STAGES, COUNTY_REQUESTS } from '../queue/county-requests.ts'
import type { RecordFeature } from './record-features.ts'

interface Row {
  readonly fips: string
  readonly county: string
  readonly state: string
  readonly direction: 'generation' | 'load'
  readonly stage: string
  readonly requests: number
  readonly megawatts: number | null
}

interface CountyFigures {
  readonly name: string
  open: number
  openMw: number
  loadMw: number
  agreed: number
  inService: number
  withdrawn: number
}

const AGREED = new Set(['ia_executed', 'construction'])

/**
 * Interconnection requests by the first county that each names, at the middle of the county.
 * @param referenceFolder holds us_counties.csv.
 */
export function queueByCounty(db: Db, referenceFolder: string): RecordFeature[] {
  const rows = db
    .prepare(
      `WITH ${COUNTY_REQUESTS}
       SELECT county_fips AS fips, min(county) AS county, min(state) AS state, direction, stage,
         count(*) AS requests, sum(capacity_mw) AS megawatts
       FROM county_request
       GROUP BY 1, direction, stage`,
    )
    .all() as Row[]
  const counties = new Map<string, CountyFigures>()
  for (const row of rows) add(counties, row)
  const middles = countyMiddles(referenceFolder)
  return [...counties].flatMap(([fips, { name, ...figures }]) => {
    const middle = middles.get(fips)
    if (!middle) return []
    const attributes = {
      'Open requests': figures.open,
      'Open MW': Math.round(figures.openMw),
      'Open load MW': Math.round(figures.loadMw),
      'Agreements executed': figures.agreed,
      'In service': figures.inService,
      Withdrawn: figures.withdrawn,
      FIPS: fips,
    }
    return [{ name, ...middle, attributes }]
  })
}

function add(counties: Map<string, CountyFigures>, row: Row): void {
  let county = counties.get(row.fips)
  if (!county) {
    const name = `${row.county}, ${row.state}`
    county = { name, open: 0, openMw: 0, loadMw: 0, agreed: 0, inService: 0, withdrawn: 0 }
    counties.set(row.fips, county)
  }
  if (row.stage === 'in_service') county.inService += row.requests
  if (row.stage === 'withdrawn') county.withdrawn += row.requests
  if (AGREED.has(row.stage)) county.agreed += row.requests
  if (CLOSED_STAGES.has(row.stage)) return
  county.open += row.requests
  county.openMw += row.megawatts ?? 0
  if (row.direction === 'load') county.loadMw += row.megawatts ?? 0
}
