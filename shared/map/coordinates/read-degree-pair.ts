import type { DecimalMark } from '../../domain/mapping/decimal-mark.ts'
import { readDegrees, splitPair } from '../../domain/mapping/read-degrees.ts'
import type { Position } from '../../domain/site/site-value.ts'
import type { CoordinateReading, ReadCoordinates } from './read-coordinates.ts'

/** Two angles, each at least a digit, with nothing else but the marks of angles. */
const LIKELY = /^[\s\d.,;:|/°º˚d'′’‘`"″”“m+NSEWnsew()[\]-]*$/

/** Longitude and latitude may be named: "lat 31.55 lon -97.15". */
const NAMES = /\b(?:lat(?:itude)?|lon(?:g(?:itude)?)?|lng)\b\.?\s*[:=]?\s*/gi

/** Null where the text is not two angles. */
export function readDegreePair(text: string): ReadCoordinates | null {
  const names = [...text.matchAll(NAMES)].map(([name]) => name.toLowerCase())
  const isLongitudeNamedFirst = names[0]?.startsWith('lo') || names[0]?.startsWith('ln')
  const bare = text.replace(NAMES, ' ').replace(/\s+/g, ' ').replace(/−|–/g, '-').trim()
  if (!LIKELY.test(bare)) return null
  const pair = halvesOf(bare)
  if (!pair) return null
  const [first, second] = isLongitudeNamedFirst ? [pair[1], pair[0]] : pair
  const isOrderSaid = names.length === 2 || /[NSEW]/i.test(bare)
  const format = /[°º˚'′’"″:]|\d\s+\d/.test(first) ? 'dms' : 'decimal'
  const said = positionOf(first, second)
  const swapped = positionOf(second, first)
  const readings: CoordinateReading[] = []
  const add = (position: Position | null, note: string | null) => {
    if (position) readings.push({ ...position, format, note })
  }
  if (isOrderSaid) {
    add(said, null)
    if (!said) add(swapped, null)
  } else {
    const isSwapLikelier = swapped !== null && isInNorthAmerica(swapped) && !(said && isInNorthAmerica(said))
    if (!isSwapLikelier) add(said, null)
    add(swapped, 'read as longitude, latitude')
    if (isSwapLikelier) add(said, null)
    const west = said && { latitude: said.latitude, longitude: -said.longitude }
    if (west && !isInNorthAmerica(said) && isInNorthAmerica(west)) add(west, 'west, as if the minus were left out')
  }
  if (readings.length > 0) return { readings: distinct(readings), problem: null }
  return {
    readings: [],
    problem: `"${text}" is no place on Earth: latitude goes to 90 degrees, longitude to 180, minutes and seconds to 59.`,
  }
}

function halvesOf(text: string): readonly [string, string] | null {
  // "31,55; -97,15": a comma inside each half is a decimal mark.
  const commas = /^([^;/|]*\d,\d[^;/|]*)[;/|]([^;/|]*\d,\d[^;/|]*)$/.exec(text)
  if (commas) return [pointed(commas[1]!), pointed(commas[2]!)]
  const pair = splitPair(text, 'point')
  if (pair && /\d/.test(pair[0]) && /\d/.test(pair[1])) return pair
  // "31 33 00 97 09 00", and letters ahead: "N31 33.5 W97 9.2".
  const ahead = /^([NSEW].*\S)\s*,?\s*([NSEW].*)$/i.exec(text)
  if (ahead) return [ahead[1]!, ahead[2]!]
  const parts = text.split(/[\s,]+/)
  if (parts.length !== 4 && parts.length !== 6) return null
  const half = parts.length / 2
  return [parts.slice(0, half).join(' '), parts.slice(half).join(' ')]
}

function pointed(text: string): string {
  return text.trim().replace(/(\d),(\d)/g, '$1.$2')
}

const POINT: DecimalMark = 'point'

function positionOf(latitudeText: string, longitudeText: string): Position | null {
  const latitude = readDegrees(latitudeText, 'latitude', POINT)
  const longitude = readDegrees(longitudeText, 'longitude', POINT)
  return latitude === null || longitude === null ? null : { latitude, longitude }
}

/** From Panama to the Arctic, the Aleutians to Newfoundland, with Hawaii. */
function isInNorthAmerica({ latitude, longitude }: Position): boolean {
  return latitude >= 7 && latitude <= 84 && longitude >= -180 && longitude <= -50
}

function distinct(readings: readonly CoordinateReading[]): CoordinateReading[] {
  return readings.filter(
    (each, at) =>
      readings.findIndex((other) => other.latitude === each.latitude && other.longitude === each.longitude) === at,
  )
}
