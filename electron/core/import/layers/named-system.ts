import { AppError } from '../../../../shared/contract/errors.ts'
import { coordinateSystem } from '../../../../shared/domain/mapping/coordinate-systems.ts'
import { inSentence } from '../in-sentence.ts'
import type { SourceFile } from '../source/source-file.ts'
import { type ToDegrees, toDegrees } from './reproject.ts'

/**
 * How the coordinates of a file become degrees where the user has named their system, whatever the file says.
 * @returns undefined for degrees, null where nobody named a system.
 * @throws AppError bad_input for a code that Switchyard does not know.
 */
export function namedSystem(source: SourceFile): ToDegrees | undefined | null {
  if (source.coordinateSystem === undefined) return null
  const system = coordinateSystem(source.coordinateSystem)
  if (system === undefined)
    throw new AppError(
      'bad_input',
      `"${inSentence(source.coordinateSystem)}" is no coordinate system that Switchyard knows; name one of degrees, UTM or State Plane, as EPSG:4326, EPSG:32614 or EPSG:2277.`,
    )
  if (system.projection === null) return undefined
  const found = toDegrees(system.projection)
  return found === 'degrees' ? undefined : found
}
