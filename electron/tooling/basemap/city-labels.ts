import { mercatorX, mercatorY, worldSizePx } from '../../../shared/map/mercator.ts'
import { DEEPEST_LABEL_ZOOM, type LabelEntry } from './label-entry.ts'
import { allCities, type City } from './source-topologies.ts'

/**
 * GeoNames lists boroughs and quarters of New York City as places of their own, larger than most cities. They lie
 * in this box and, unlike towns around them, have no municipality code.
 */
const NEW_YORK_CITY = { west: -74.27, east: -73.69, south: 40.49, north: 40.92 }

/** Places whose people GeoNames overstates a hundredfold, or that stand for a neighbour under a second name. */
const MISTAKEN: ReadonlySet<string> = new Set([
  'KY/Ironville',
  'KY/Meads',
  'KY/Lexington-Fayette',
  'LA/Metairie Terrace',
  'NM/Enchanted Hills',
  'TN/East Chattanooga',
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

/** Two places nearer than this across and down, in pixels, do not first show at one zoom: their names would collide. */
const SPACING_X_PX = 50
const SPACING_Y_PX = 20

/** From here on every place is a candidate. */
const CROWDED_NO_MORE_ZOOM = 12

/**
 * Populated places of the United States and larger ones elsewhere. A place first shows at the zoom where no more
 * important place lies close by, so that every view has about as many candidates as it has room for.
 */
export function cityLabels(): LabelEntry[] {
  const cities = allCities()
    .filter(isOnMap)
    .sort((a, b) => importance(b) - importance(a))
  const shown: Shown = new Map()
  return cities.map((city) => {
    const [longitude, latitude] = city.loc.coordinates
    const x = mercatorX(longitude)
    const y = mercatorY(latitude)
    let minZoom = PEOPLE_BY_ZOOM.findIndex((people) => importance(city) >= people) + FIRST_ZOOM
    if (city.country !== 'US') minZoom += 1
    while (minZoom < CROWDED_NO_MORE_ZOOM && isCrowded(shown, x, y, minZoom)) minZoom += 1
    for (let zoom = minZoom; zoom < CROWDED_NO_MORE_ZOOM; zoom += 1) show(shown, x, y, zoom)
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
  if (city.country === 'US' && (isQuarterOfNewYork(city) || MISTAKEN.has(`${city.adminCode}/${city.name}`)))
    return false
  return city.population >= (FEWEST_PEOPLE[city.country] ?? FEWEST_PEOPLE_ELSEWHERE)
}

function isQuarterOfNewYork(city: City): boolean {
  const [longitude, latitude] = city.loc.coordinates
  const { west, east, south, north } = NEW_YORK_CITY
  if (city.adminCode !== 'NY' || city.muni || city.name === 'New York City') return false
  return longitude > west && longitude < east && latitude > south && latitude < north
}

/** People, with seats of government raised: a reader looks for Austin before a larger suburb. */
function importance(city: City): number {
  if (city.featureCode === 'PPLC') return city.population * 3
  return city.featureCode === 'PPLA' ? city.population * 1.3 : city.population
}

type Shown = Map<string, [x: number, y: number][]>

function isCrowded(shown: Shown, x: number, y: number, zoom: number): boolean {
  const size = worldSizePx(zoom)
  for (let row = -1; row <= 1; row += 1) {
    for (let column = -1; column <= 1; column += 1) {
      for (const [otherX, otherY] of shown.get(cellKey(x, y, zoom, column, row)) ?? []) {
        if (Math.abs(x - otherX) * size < SPACING_X_PX && Math.abs(y - otherY) * size < SPACING_Y_PX) return true
      }
    }
  }
  return false
}

function show(shown: Shown, x: number, y: number, zoom: number): void {
  const key = cellKey(x, y, zoom, 0, 0)
  const members = shown.get(key)
  if (members) members.push([x, y])
  else shown.set(key, [[x, y]])
}

function cellKey(x: number, y: number, zoom: number, columns: number, rows: number): string {
  const size = worldSizePx(zoom)
  return `${zoom}/${Math.floor((x * size) / SPACING_X_PX) + columns}/${Math.floor((y * size) / SPACING_Y_PX) + rows}`
}
