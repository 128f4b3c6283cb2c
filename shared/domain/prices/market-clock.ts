/** The clocks that power markets publish their hours by. MISO keeps Eastern Standard Time all year. */
export type MarketClock = 'eastern' | 'central' | 'pacific' | 'eastern_standard' | 'utc'

const STANDARD_OFFSET_HOURS: Readonly<Record<MarketClock, number>> = {
  eastern: -5,
  central: -6,
  pacific: -8,
  eastern_standard: -5,
  utc: 0,
}

const HOUR = 3_600
const DAY = 86_400

/** A calendar date as seconds since 1970, as if its midnight were in UTC. */
export function dateSeconds(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 1_000
}

/**
 * What a clock on the wall says, as seconds since 1970 UTC.
 * @param wallSeconds the wall's date and time as seconds since 1970, as if it were UTC.
 * @param isSecond the second run of the hour that comes twice when daylight saving ends.
 * @returns null for an hour that the clocks skip when daylight saving begins.
 */
export function utcOfWall(clock: MarketClock, wallSeconds: number, isSecond: boolean): number | null {
  const standard = wallSeconds - STANDARD_OFFSET_HOURS[clock] * HOUR
  if (clock === 'utc' || clock === 'eastern_standard') return standard
  const { begins, ends } = daylightSaving(wallSeconds)
  if (wallSeconds < begins || wallSeconds >= ends) return standard
  if (wallSeconds < begins + HOUR) return null
  if (wallSeconds >= ends - HOUR && isSecond) return standard
  return standard - HOUR
}

/** Whether the wall's time is one that comes twice. */
export function isRepeatedHour(clock: MarketClock, wallSeconds: number): boolean {
  if (clock === 'utc' || clock === 'eastern_standard') return false
  const { ends } = daylightSaving(wallSeconds)
  return wallSeconds >= ends - HOUR && wallSeconds < ends
}

/** The wall's date and time as seconds since 1970, as if it were UTC. */
export function wallOfUtc(clock: MarketClock, utcSeconds: number): number {
  const standard = utcSeconds + STANDARD_OFFSET_HOURS[clock] * HOUR
  if (clock === 'utc' || clock === 'eastern_standard') return standard
  const { begins, ends } = daylightSaving(standard)
  return standard >= begins && standard < ends - HOUR ? standard + HOUR : standard
}

interface DaylightSaving {
  readonly year: number
  readonly begins: number
  readonly ends: number
}

const YEARS = new Map<number, DaylightSaving>()
let lastYear: (DaylightSaving & { from: number; to: number }) | undefined

function daylightSaving(wallSeconds: number): DaylightSaving {
  if (lastYear && wallSeconds >= lastYear.from && wallSeconds < lastYear.to) return lastYear
  const year = new Date(wallSeconds * 1_000).getUTCFullYear()
  let found = YEARS.get(year)
  if (!found) {
    // Energy Policy Act of 2005, in force from 2007; before that the rule of 1986.
    const begins = year >= 2007 ? sunday(year, 3, 8) : sunday(year, 4, 1)
    const ends = year >= 2007 ? sunday(year, 11, 1) : sunday(year, 10, 25)
    found = { year, begins: begins + 2 * HOUR, ends: ends + 2 * HOUR }
    YEARS.set(year, found)
  }
  lastYear = { ...found, from: dateSeconds(year, 1, 1), to: dateSeconds(year + 1, 1, 1) }
  return found
}

/** The first Sunday on or after a day of a month. */
function sunday(year: number, month: number, day: number): number {
  const from = dateSeconds(year, month, day)
  return from + ((7 - new Date(from * 1_000).getUTCDay()) % 7) * DAY
}
