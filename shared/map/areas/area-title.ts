import type { MapArea } from './area-set.ts'

/** What a county's equivalent is called where it is no county. */
const PARTS: Readonly<Record<string, string>> = {
  AK: '',
  AS: '',
  CT: 'Planning Region',
  DC: '',
  GU: '',
  LA: 'Parish',
  MP: '',
  PR: 'Municipio',
  VI: '',
}

/** Independent cities, which are in no county, have numbers from here on. */
const FIRST_CITY_NUMBER = 510

/** "Milam County, TX", "Caddo Parish, LA", "Richmond city, VA"; a state is its name. */
export function areaTitle({ kind, name, state, fips }: Pick<MapArea, 'kind' | 'name' | 'state' | 'fips'>): string {
  if (kind === 'state') return name
  const isCity = Number(fips.slice(2)) >= FIRST_CITY_NUMBER && PARTS[state] === undefined
  const part = isCity ? 'city' : (PARTS[state] ?? 'County')
  const isSaid = part === '' || name.toLowerCase().includes(part.toLowerCase())
  return `${isSaid ? name : `${name} ${part}`}, ${state}`
}
