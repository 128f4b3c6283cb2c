import type { DecimalMark } from './decimal-mark.ts'
import { readMeasure } from './read-measure.ts'

export type Axis = 'latitude' | 'longitude'

const LETTERS: Readonly<Record<Axis, RegExp>> = { latitude: /[NS]/i, longitude: /[EW]/i }
const PARTS =
  /^(?<sign>[+-])?(?<degrees>\d+(?:\.\d+)?)(?:[°d:\s]+(?<minutes>\d+(?:\.\d+)?))?(?:['m:\s]+(?<seconds>\d+(?:\.\d+)?))?[°d's"\s]*$/i

/**
 * Reads an angle in decimal degrees or in degrees, minutes and seconds: "31.42", "31° 25' 12.5\" N", "W103 29.4",
 * "-103:29:24". South and west are negative.
 * @returns null where it is no angle, or one that cannot lie on the axis.
 */
export function readDegrees(text: string, axis: Axis, mark: DecimalMark): number | null {
  const plain = text
    .trim()
    .replace(/[º˚]/g, '°')
    .replace(/''|[″”“]/g, '"')
    .replace(/[′’‘`]/g, "'")
    // Beside a d for degrees, an s is seconds and not south.
    .replace(/(\d\s*d.*\d)\s*s(?![a-z])/i, '$1"')
  const letters = plain.match(/(?<![a-z])[NSEW](?![a-z])|(?<=\d)[NSEW]$/gi) ?? []
  if (letters.length > 1 || (letters[0] && !LETTERS[axis].test(letters[0]))) return null
  const bare = (letters[0] ? plain.replace(letters[0], ' ') : plain).trim()
  const number = readMeasure(bare.replace(/°$/, ''), mark)
  const degrees = number && number.unit === '' ? number.value : degreesOfParts(bare, mark)
  if (degrees === null || Math.abs(degrees) > (axis === 'latitude' ? 90 : 180)) return null
  return letters[0] && /[SW]/i.test(letters[0]) ? -Math.abs(degrees) : degrees
}

function degreesOfParts(text: string, mark: DecimalMark): number | null {
  const {
    sign,
    degrees,
    minutes = '0',
    seconds = '0',
  } = PARTS.exec(mark === 'comma' ? text.replaceAll(',', '.') : text)?.groups ?? {}
  if (degrees === undefined || Number(minutes) >= 60 || Number(seconds) >= 60) return null
  // Whole degrees with minutes: a fraction in a part that others follow is a slip.
  if (/\./.test(degrees) && (minutes !== '0' || seconds !== '0')) return null
  // Twelve digits are finer than anybody measures and keep "54' 36\"" from ending in 0000001.
  const value = Number((Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3_600).toPrecision(12))
  return sign === '-' ? -value : value
}

/** The two halves of a cell that holds latitude and longitude: "31.42, -103.49", "31°25'N 103°29'W"; null for others. */
export function splitPair(text: string, mark: DecimalMark): readonly [string, string] | null {
  const trimmed = text.trim().replace(/^[([]|[)\]]$/g, '')
  const parts =
    halves(trimmed.split(/\s*[;|/]\s*/)) ??
    (mark === 'comma' ? halves(trimmed.split(/,\s+/)) : halves(trimmed.split(/\s*,\s*/))) ??
    halves(trimmed.split(/(?<=\d[°'"″′”’]*\s*[NS])[\s,]*/i)) ??
    halves(trimmed.split(/\s+/))
  return parts
}

function halves(parts: readonly string[]): readonly [string, string] | null {
  const [first, second] = parts
  return parts.length === 2 && first && second ? [first, second] : null
}
