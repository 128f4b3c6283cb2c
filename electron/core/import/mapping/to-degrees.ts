import proj4 from 'proj4'
import { AppError } from '../../../../shared/contract/errors.ts'
import { coordinateSystem } from '../../../../shared/domain/mapping/coordinate-systems.ts'
import type { Position } from '../../../../shared/domain/site/site-value.ts'
import { inSentence } from '../in-sentence.ts'

/** Turns an easting and a northing into degrees; null for what lies outside of the projection. */
export type Unproject = (x: number, y: number) => Position | null

/**
 * How coordinates of a system become degrees; null where they are degrees already.
 * @throws AppError bad_input for a code that is not known.
 */
export function unprojectOf(code: string): Unproject | null {
  const system = coordinateSystem(code)
  if (!system)
    throw new AppError(
      'bad_input',
      `"${inSentence(code)}" is no coordinate system that Switchyard knows; take EPSG:4326, a UTM zone such as EPSG:32614, or a State Plane zone such as EPSG:2277.`,
    )
  if (system.projection === null) return null
  const { forward } = proj4(system.projection, 'WGS84')
  return (x, y) => {
    const [longitude = Number.NaN, latitude = Number.NaN] = forward([x, y])
    return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null
  }
}
