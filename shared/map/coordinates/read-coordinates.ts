import type { Position } from '../../domain/site/site-value.ts'
import type { CoordinateFormat } from './format-coordinates.ts'
import { readDegreePair } from './read-degree-pair.ts'
import { readMgrs, readUtm } from './read-grid.ts'

/** One way to read a text as a place. */
export interface CoordinateReading extends Position {
  readonly format: CoordinateFormat
  /** What had to be guessed ("read as longitude, latitude"); null where nothing was. */
  readonly note: string | null
}

export interface ReadCoordinates {
  /** The likeliest reading first; empty where the text is no coordinates. */
  readonly readings: readonly CoordinateReading[]
  /** One sentence for a text that is meant as coordinates and cannot be read; null otherwise. */
  readonly problem: string | null
}

const NOTHING: ReadCoordinates = { readings: [], problem: null }

const MOST_LETTERS = 200

/**
 * Reads coordinates as people write them: decimal degrees, degrees with minutes and seconds, UTM with its zone, MGRS,
 * a `geo:` address, or the `@lat,lon` of a map's link. Of two plain numbers latitude comes first, unless only the
 * other order is on Earth or in North America.
 */
export function readCoordinates(text: string): ReadCoordinates {
  const trimmed = text.trim().slice(0, MOST_LETTERS)
  if (!/\d/.test(trimmed)) return NOTHING
  const linked = /(?:^geo:|@)\s*([+-]?\d+(?:\.\d+)?),([+-]?\d+(?:\.\d+)?)/i.exec(trimmed)
  if (linked) return readDegreePair(`${linked[1]}, ${linked[2]}`) ?? NOTHING
  return readMgrs(trimmed) ?? readUtm(trimmed) ?? readDegreePair(trimmed) ?? NOTHING
}
