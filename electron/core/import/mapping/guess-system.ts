import type { TableMapping } from '../../../../shared/contract/mappings.ts'
import { COORDINATE_SYSTEMS, DEGREES } from '../../../../shared/domain/mapping/coordinate-systems.ts'
import { readMeasure } from '../../../../shared/domain/mapping/read-measure.ts'
import { countyMiddle } from './county-middles.ts'
import { unprojectOf } from './to-degrees.ts'

/** Rows whose places are compared with their counties. */
const MOST_ROWS = 5
/** Farthest that a place may lie from the middle of its county, degrees. */
const MOST_DEGREES = 0.8

/**
 * The coordinate system under which the rows lie nearest to the middles of the counties that they name, where their
 * coordinates are too large for degrees; the mapping's own where nothing fits.
 */
export function guessSystem(
  mapping: TableMapping,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  referenceFolder: string,
): string {
  if (mapping.crs !== DEGREES) return mapping.crs
  const at = (role: string) => mapping.columns.findIndex((column) => column.role === role)
  const [y, x, county, state] = [at('latitude'), at('longitude'), at('county'), at('state')]
  if (header.length === 0 || y < 0 || x < 0 || county < 0 || state < 0) return mapping.crs
  const places = rows.flatMap((row) => {
    const northing = readMeasure(row[y] ?? '', mapping.decimalMark)
    const easting = readMeasure(row[x] ?? '', mapping.decimalMark)
    const middle = countyMiddle(referenceFolder, (row[county] ?? '').trim(), (row[state] ?? '').trim())
    return northing && easting && middle.ok && Math.abs(northing.value) > 1_000
      ? [{ northing: northing.value, easting: easting.value, middle: middle.position }]
      : []
  })
  if (places.length === 0) return mapping.crs
  let best = { code: mapping.crs, degrees: MOST_DEGREES }
  for (const { code, projection } of COORDINATE_SYSTEMS) {
    const unproject = projection === null ? null : unprojectOf(code)
    if (!unproject) continue
    const distances = places.slice(0, MOST_ROWS).map(({ northing, easting, middle }) => {
      const position = unproject(easting, northing)
      if (position === null) return Number.POSITIVE_INFINITY
      return Math.hypot(position.latitude - middle.latitude, position.longitude - middle.longitude)
    })
    const degrees = distances.reduce((sum, each) => sum + each, 0) / distances.length
    if (degrees < best.degrees) best = { code, degrees }
  }
  return best.code
}
