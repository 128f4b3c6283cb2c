import { toPoint } from 'mgrs'
import type { Position } from '../../domain/site/site-value.ts'
import type { CoordinateReading, ReadCoordinates } from './read-coordinates.ts'
import { fromUtm, UTM_SOUTH_END, type UtmPosition, utmZone } from './utm.ts'

const MGRS = /^(?:mgrs\s*:?\s*)?(\d{1,2})\s*([C-HJ-NP-X])\s*([A-HJ-NP-Z])\s*([A-HJ-NP-V])\s*(\d*)[\s,]*(\d*)$/i

/** Null where the text is not of the form of MGRS. */
export function readMgrs(text: string): ReadCoordinates | null {
  const [, zone = '', band = '', column = '', row = '', first = '', second = ''] = MGRS.exec(text) ?? []
  if (zone === '') return null
  const digits = first + second
  if (digits.length % 2 !== 0 || digits.length > 10 || (second !== '' && first.length !== second.length))
    return problem(
      `"${text}" has ${digits.length} digits; MGRS has as many for east as for north, five of each at most.`,
    )
  const square = `${Number(zone)}${band}${column}${row}${digits}`.toUpperCase()
  try {
    const [longitude, latitude] = toPoint(square)
    if (isInBand(latitude, band) && isNearZone({ latitude, longitude }, Number(zone))) {
      const meters = 10 ** (5 - digits.length / 2)
      const note = meters > 1 ? `middle of a square of ${meters.toLocaleString('en-US')} m` : null
      return reading({ latitude, longitude, format: 'mgrs', note })
    }
  } catch {
    // The sentence below says it better than the library.
  }
  return problem(`"${text}" names no square of the MGRS grid; check its zone and letters.`)
}

/** Rows of letters repeat every 2,000 km, so a wrong band shows as a latitude far from it. */
function isInBand(latitude: number, band: string): boolean {
  const south = bandSouth(band)
  return latitude >= south - 1.1 && latitude <= south + (band.toUpperCase() === 'X' ? 12 : 8) + 1.1
}

/** Squares reach a little past the edge of their zone; a column letter of another zone lands far outside. */
function isNearZone(position: Position, zone: number): boolean {
  if (!(Math.abs(position.longitude) <= 180)) return false
  const apart = Math.abs(utmZone(position) - zone)
  return Math.min(apart, 60 - apart) <= (position.latitude >= 72 ? 2 : 1)
}

function bandSouth(band: string): number {
  return UTM_SOUTH_END + 8 * 'CDEFGHJKLMNPQRSTUVWX'.indexOf(band.toUpperCase())
}

const NUMBER = String.raw`(\d{1,8}(?:\.\d+)?)\s*m?\s*`
const UTM = new RegExp(
  String.raw`^(?:utm\s*:?\s*)?(?:zone\s*)?(\d{1,2})\s*([C-HJ-NP-X])?(?:orth|outh)?[\s,;:]+(E\s*)?${NUMBER}([EN])?[\s,;]+(N\s*)?${NUMBER}([EN])?$`,
  'i',
)

/** Null where the text is not of the form of UTM with a zone. */
export function readUtm(text: string): ReadCoordinates | null {
  const [, zone = '', letter = '', , first = '', firstAxis = '', , second = '', secondAxis = ''] = UTM.exec(text) ?? []
  // The easting alone has six digits; shorter numbers are degrees.
  if (zone === '' || Math.max(Number(first), Number(second)) < 100_000) return null
  const isSwapped = firstAxis.toUpperCase() === 'N' || secondAxis.toUpperCase() === 'E'
  const [easting, northing] = isSwapped ? [Number(second), Number(first)] : [Number(first), Number(second)]
  const readings = hemispheres(letter, northing)
    .map(({ hemisphere, note }) => {
      const grid: UtmPosition = { zone: Number(zone), hemisphere, easting, northing }
      const position = fromUtm(grid)
      return position ? ({ ...position, format: 'utm', note } satisfies CoordinateReading) : null
    })
    .filter((each) => each !== null)
  if (readings.length > 0) return { readings, problem: null }
  return problem(
    `"${text}" lies off the UTM grid: zones are 1 to 60, easting 100,000 to 999,999 m, northing 0 to 10,000,000 m.`,
  )
}

interface Hemisphere {
  readonly hemisphere: 'N' | 'S'
  readonly note: string | null
}

/** "S" is either south or the band from 32° to 40° north, which most of the United States lies in. */
function hemispheres(letter: string, northing: number): Hemisphere[] {
  const upper = letter.toUpperCase()
  if (upper === '') return [{ hemisphere: 'N', note: 'northern hemisphere' }]
  if (upper !== 'S') return [{ hemisphere: upper >= 'N' ? 'N' : 'S', note: null }]
  const south: Hemisphere = { hemisphere: 'S', note: 'S read as southern hemisphere' }
  const band: Hemisphere = { hemisphere: 'N', note: 'S read as the band from 32° to 40° north' }
  return northing >= 3_540_000 && northing <= 4_432_000 ? [band, south] : [south]
}

function reading(only: CoordinateReading): ReadCoordinates {
  return { readings: [only], problem: null }
}

function problem(sentence: string): ReadCoordinates {
  return { readings: [], problem: sentence }
}
