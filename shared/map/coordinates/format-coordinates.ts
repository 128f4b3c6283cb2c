import { forward } from 'mgrs'
import type { Position } from '../../domain/site/site-value.ts'
import { toUtm, UTM_NORTH_END, UTM_SOUTH_END } from './utm.ts'

/** How coordinates are written, in the order in which a click goes through them. */
export const COORDINATE_FORMATS = ['decimal', 'dms', 'utm', 'mgrs'] as const

export type CoordinateFormat = (typeof COORDINATE_FORMATS)[number]

export const COORDINATE_FORMAT_LABELS: Readonly<Record<CoordinateFormat, string>> = {
  decimal: 'Decimal degrees',
  dms: 'Degrees, minutes, seconds',
  utm: 'UTM',
  mgrs: 'MGRS',
}

/**
 * Writes a place to about a metre (a tenth of a second for degrees, minutes and seconds): "31.55000, -97.15000",
 * `31°33'00.0"N 97°09'00.0"W`, "14N 675604E 3492042N", "14RPV 75604 92042". Beyond the grids' ends, 80° south and
 * 84° north, decimal degrees take the place of UTM and MGRS.
 */
export function formatCoordinates(position: Position, format: CoordinateFormat): string {
  const { latitude, longitude } = position
  if (format === 'dms') return `${dms(latitude, 'N', 'S')} ${dms(longitude, 'E', 'W')}`
  const utm = format === 'utm' ? toUtm(position) : null
  if (utm) return `${utm.zone}${utm.hemisphere} ${Math.round(utm.easting)}E ${Math.round(utm.northing)}N`
  if (format === 'mgrs' && latitude >= UTM_SOUTH_END && latitude <= UTM_NORTH_END) return mgrs(position)
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
}

function dms(degrees: number, positive: string, negative: string): string {
  const tenths = Math.round(Math.abs(degrees) * 36_000)
  const seconds = ((tenths % 600) / 10).toFixed(1).padStart(4, '0')
  const minutes = String(Math.floor(tenths / 600) % 60).padStart(2, '0')
  return `${Math.floor(tenths / 36_000)}°${minutes}'${seconds}"${degrees < 0 ? negative : positive}`
}

function mgrs({ latitude, longitude }: Position): string {
  const text = forward([longitude, latitude], 5)
  const digits = text.length - 10
  return `${text.slice(0, digits)} ${text.slice(digits, digits + 5)} ${text.slice(digits + 5)}`
}
