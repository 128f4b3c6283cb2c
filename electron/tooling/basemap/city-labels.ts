import { mercatorX, mercatorY, worldSizePx } from '../../../shared/map/mercator.ts'
import { DEEPEST_LABEL_ZOOM, type LabelEntry } from './label-entry.ts'
import { allCities, type City } from './source-topologies.ts'

/** GeoNames lists the boroughs of New York City as places of their own, larger than most cities. */
const BOROUGHS: ReadonlySet<string> = new Set([
  'Manhattan',
  'Brooklyn',
  'Queens',
  'The Bronx',
  'Bronx',
  'Staten Island',
])

/** Sections of a place, and places that are gone. */
const LEFT_OUT_CODES: ReadonlySet<string> = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'STLMT'])

/** Fewest people for a place to be on the map at all. */
const FEWEST_PEOPLE: Readonly<Record<string, number>> = { US: 1_000, CA: 5_000, MX: 20_000 }
const FEWEST_PEOPLE_ELSEWHERE = 100_000

/** People from which a place has rank 0, 1, 2, 3. */
const RANK_PEOPLE = [1_000_000, 250_000, 80_000, 20_000] as const

/** Fewest people at zooms 3 to 9, so that an overview names only what a reader looks for. */
const PEOPLE_BY_ZOOM = [1_500_000, 400_000, 90_000, 25_000, 8_000, 2_500, 0] as const
const FIRST_ZOOM = 3

/** Pixels between two places that first show at one zoom. */
const SPACING_PX = 46

/**
 * Populated places of the United States and larger ones elsewhere. A place first shows at the zoom where no more
 * important place lies close by, so that every view has about as many candidates as it has room for.
 */
export function cityLabels(): LabelEntry[] {
  const cities = allCities()
    .filter(isOnMap)
    .sort((a, b) => importance(b) - importance(a))
  const shown = new Map<number, Set<string>>()
  return cities.map((city) => {
    const [longitude, latitude] = city.loc.coordinates
    const x = mercatorX(longitude)
    const y = mercatorY(latitude)
    let minZoom = PEOPLE_BY_ZOOM.findIndex((people) => importance(city) >= people) + FIRST_ZOOM
    if (city.country !== 'US') minZoom += 1
    while (minZoom < 12 && isCrowded(shown.get(minZoom), x, y, minZoom)) minZoom += 1
    for (let zoom = minZoom; zoom < 12; zoom += 1) {
      const cells = shown.get(zoom) ?? new Set()
      cells.add(cellKey(x, y, zoom, 0, 0))
      shown.set(zoom, cells)
    }
    const rank = RANK_PEOPLE.findIndex((people) => city.population >= people)
    return {
      name: city.name,
      kind: 'city' as const,
      rank: rank < 0 ? RANK_PEOPLE.length : rank,
      longitude,
      latitude,
      minZoom,
      maxZoom: DEEPEST_LABEL_ZOOM,
      weight: importance(city),
    }
  })
}

function isOnMap(city: City): boolean {
  if (!city.featureCode.startsWith('PPL') || LEFT_OUT_CODES.has(city.featureCode)) return false
  if (city.country === 'US' && city.adminCode === 'NY' && BOROUGHS.has(city.name)) return false
  return city.population >= (FEWEST_PEOPLE[city.country] ?? FEWEST_PEOPLE_ELSEWHERE)
}

/** People, with seats of government raised: a reader looks for Austin before a larger suburb. */
function importance(city: City): number {
  if (city.featureCode === 'PPLC') return city.population * 3
  return city.featureCode === 'PPLA' ? city.population * 1.8 : city.population
}

function isCrowded(cells: ReadonlySet<string> | undefined, x: number, y: number, zoom: number): boolean {
  if (!cells) return false
  for (let row = -1; row <= 1; row += 1) {
    for (let column = -1; column <= 1; column += 1) if (cells.has(cellKey(x, y, zoom, column, row))) return true
  }
  return false
}

/** Names are wider than high, so cells are too. */
function cellKey(x: number, y: number, zoom: number, columns: number, rows: number): string {
  const size = worldSizePx(zoom) / SPACING_PX
  return `${Math.floor(x * size * 0.8) + columns},${Math.floor(y * size * 2) + rows}`
}
