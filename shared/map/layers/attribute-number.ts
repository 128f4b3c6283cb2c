/** What public files write where they know no number. */
const UNKNOWN: ReadonlySet<number> = new Set([-9_999, -99_999, -999_999])

/** An attribute as a number: one, or a text that reads as one. Null for all else, and for the usual signs of "unknown". */
export function attributeNumber(value: unknown): number | null {
  const number =
    typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN
  return Number.isFinite(number) && !UNKNOWN.has(number) ? number : null
}
