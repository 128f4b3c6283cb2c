import { type MarketClock, utcOfWall } from './market-clock.ts'

/** Most peaks that can be named: 25 years of ERCOT's four. */
export const MOST_PEAK_HOURS = 100

const PEAK_HOUR = /^(\d{4})-(\d{2})-(\d{2})T(\d{2})(?::(00|15|30|45))?$/

/** A time that a system peaked, seconds since 1970 UTC. */
export interface PeakSpan {
  readonly start: number
  /** The beginning of what follows. */
  readonly end: number
}

export type PeakHoursText =
  | { readonly ok: true; readonly hours: readonly string[] }
  | { readonly ok: false; readonly reason: string }

/** Whether a text names an hour of a calendar, or a quarter of one: 2025-06-18T17 begins at 17:00, 2025-06-18T16:45 lasts 15 minutes. */
export function isPeakHour(text: string): boolean {
  return wallSpan(text) !== null
}

/** Peaks as a person lists them, with commas, semicolons or spaces between; sorted, each once. */
export function readPeakHours(text: string): PeakHoursText {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '')
  const wrong = parts.find((part) => !isPeakHour(part))
  if (wrong !== undefined)
    return {
      ok: false,
      reason: `"${wrong.slice(0, 40)}" is no hour; write peaks by their beginning as 2025-06-18T17, or 2025-06-18T16:45 for a quarter of an hour, with commas between.`,
    }
  const hours = [...new Set(parts)].sort()
  if (hours.length > MOST_PEAK_HOURS)
    return { ok: false, reason: `${hours.length} peaks are too many; name at most ${MOST_PEAK_HOURS}.` }
  return { ok: true, hours }
}

/** When a named peak was, by the market's clock; null for an hour that no clock showed. */
export function peakSpan(text: string, clock: MarketClock): PeakSpan | null {
  const wall = wallSpan(text)
  const start = wall === null ? null : utcOfWall(clock, wall.start, false)
  return wall === null || start === null ? null : { start, end: start + wall.seconds }
}

function wallSpan(text: string): { start: number; seconds: number } | null {
  const match = PEAK_HOUR.exec(text)
  if (!match) return null
  const [, year = '', month = '', day = '', hour = '', minute] = match
  const date = `${year}-${month}-${day}T${hour}:${minute ?? '00'}:00.000Z`
  const milliseconds = Date.parse(date)
  // Dates such as 31 June are read as the day after.
  if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString() !== date) return null
  return { start: milliseconds / 1_000, seconds: minute === undefined ? 3_600 : 900 }
}
