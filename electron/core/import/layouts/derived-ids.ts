import type { Position } from '../../../../shared/domain/site/site-value.ts'
import { nameUuid } from '../name-uuid.ts'
import type { SiteValues } from '../row-reader.ts'

/**
 * Ids for rows without one: a site is known by its name within its list, so that a corrected position or price
 * reaches the same site in the next edition. Further rows of one name are told apart by their positions.
 */
export function derivedIds(dataSetName: string): (values: SiteValues) => string | null {
  const names = new Set<string>()
  return (values) => {
    if (typeof values.name !== 'string') return null
    const name = values.name.toLowerCase()
    if (!names.has(name)) {
      names.add(name)
      return nameUuid(dataSetName, name)
    }
    const { latitude, longitude } = values.position as Position
    return nameUuid(dataSetName, name, latitude.toFixed(5), longitude.toFixed(5))
  }
}
