const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * A calendar date as a user reads it, as exact as it is known: "2026-07-01" is "1 Jul 2026", "2026-07" is "Jul 2026",
 * "2026" stays. A number is milliseconds since 1970 and is read in UTC. Anything else comes back unchanged.
 */
export function formatDate(date: string | number | null): string {
  if (date === null) return 'unknown'
  const text = typeof date === 'number' ? new Date(date).toISOString().slice(0, 10) : date
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (!match) return text === '' ? 'unknown' : text
  const [, year = '', month, day] = match
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1]
  if (name === undefined) return year
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}

/** "1 Jul 2026, 14:05 UTC", for logs of who changed what and when. */
export function formatDateTime(timestampMs: number): string {
  const text = new Date(timestampMs).toISOString()
  return `${formatDate(text.slice(0, 10))}, ${text.slice(11, 16)} UTC`
}
