import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Position } from '../../../../shared/domain/site/site-value.ts'
import { readCounties } from '../../queue/read-counties.ts'

export type CountyMiddle = { ok: true; position: Position } | { ok: false; reason: string }

const MIDDLES = new Map<string, ReadonlyMap<string, Position>>()

/**
 * The middle point of the county that a row names; of several the first.
 * @param referenceFolder holds us_counties.csv.
 * @returns a reason where the county is not known, with the one that is probably meant.
 */
export function countyMiddle(referenceFolder: string, county: string, state: string): CountyMiddle {
  const { fips, suggestions } = readCounties(referenceFolder).match(county, state)
  const position = fips[0] === undefined ? undefined : countyMiddles(referenceFolder).get(fips[0])
  if (position) return { ok: true, position }
  const [near] = suggestions
  return {
    ok: false,
    reason: `"${county}, ${state}" is no county that Switchyard knows${near ? `; "${near.meant}" may be meant` : ''}`,
  }
}

/** The middle of each county by its five-digit code; none where there is no list of them. @param referenceFolder holds us_counties.csv. */
export function countyMiddles(referenceFolder: string): ReadonlyMap<string, Position> {
  let found = MIDDLES.get(referenceFolder)
  if (!found) {
    const list = path.join(referenceFolder, 'us_counties.csv')
    const lines = existsSync(list) ? readFileSync(list, 'utf8').trimEnd().split(/\r?\n/).slice(1) : []
    found = new Map(
      lines.map((line) => {
        const [fips = '', , , latitude, longitude] = line.split(',')
        return [fips, { latitude: Number(latitude), longitude: Number(longitude) }]
      }),
    )
    MIDDLES.set(referenceFolder, found)
  }
  return found
}
