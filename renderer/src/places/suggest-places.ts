import type { SiteColumns } from '../../../shared/columns/site-columns.ts'
import type { Position } from '../../../shared/domain/site/site-value.ts'
import type { AreaIndex } from '../../../shared/map/areas/area-index.ts'
import { areaTitle } from '../../../shared/map/areas/area-title.ts'
import { formatCoordinates } from '../../../shared/map/coordinates/format-coordinates.ts'
import { readCoordinates } from '../../../shared/map/coordinates/read-coordinates.ts'
import { type FindPlaces, type FoundPlace, placeFinder } from '../../../shared/map/places/find-places.ts'
import { loadAreas, loadBasemap } from '../map/basemap-source.ts'

/** One line under the jump box. */
export interface Suggestion extends Position {
  readonly kind: 'coordinates' | 'site' | FoundPlace['kind']
  readonly title: string
  readonly hint: string
  readonly box: FoundPlace['box']
  /** Of a site; null for all others. */
  readonly siteId: string | null
}

export interface Suggested {
  readonly suggestions: readonly Suggestion[]
  /** Why a text that is meant as coordinates leads nowhere. */
  readonly problem: string | null
}

/** Names and outlines that the jump box looks in. */
export interface PlaceBook {
  readonly find: FindPlaces
  readonly areas: AreaIndex
}

/** @throws Error when the basemap's files cannot be read. */
export async function openPlaceBook(): Promise<PlaceBook> {
  const [{ labels }, areas] = await Promise.all([loadBasemap(), loadAreas()])
  return { find: placeFinder(labels.labels, areas), areas }
}

const MOST_SITES = 4
const MOST_PLACES = 8

/** Where a text may lead: coordinates as written, else sites and places by name. Without a book: no places. */
export function suggestPlaces(text: string, columns: SiteColumns | null, book: PlaceBook | null): Suggested {
  const { readings, problem } = readCoordinates(text)
  if (readings.length > 0 || problem !== null)
    return {
      problem,
      suggestions: readings.map((reading) => {
        const county = book?.areas.countyAt(reading)
        return {
          latitude: reading.latitude,
          longitude: reading.longitude,
          kind: 'coordinates',
          title: formatCoordinates(reading, 'decimal'),
          hint: [county ? areaTitle(county) : '', reading.note ?? ''].filter((part) => part !== '').join(' · '),
          box: null,
          siteId: null,
        }
      }),
    }
  const places = book?.find(text, MOST_PLACES) ?? []
  const suggestion = ({ isWhole: _, ...place }: FoundPlace): Suggestion => ({ ...place, siteId: null })
  return {
    problem: null,
    // Who types the whole name of a place means it rather than a site that is named after it.
    suggestions: [
      ...places.filter(({ isWhole }) => isWhole).map(suggestion),
      ...sitesNamed(text, columns),
      ...places.filter(({ isWhole }) => !isWhole).map(suggestion),
    ],
  }
}

function sitesNamed(text: string, columns: SiteColumns | null): Suggestion[] {
  const wanted = text.trim().toLocaleLowerCase('en')
  if (columns === null || wanted.length < 2) return []
  const found: Suggestion[] = []
  for (let row = 0; row < columns.count && found.length < MOST_SITES; row += 1) {
    const title = columns.names[row] ?? ''
    const latitude = columns.numbers.latitude[row] ?? Number.NaN
    const longitude = columns.numbers.longitude[row] ?? Number.NaN
    if (Number.isNaN(latitude + longitude) || !title.toLocaleLowerCase('en').includes(wanted)) continue
    found.push({ kind: 'site', title, hint: 'Site', latitude, longitude, box: null, siteId: columns.ids[row] ?? null })
  }
  return found
}
