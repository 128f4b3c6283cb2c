import { formatNumber } from '../../../shared/format/format-quantity.ts'

/** Ranks from one to another: "2–11", or one of them where both are the same. */
export function rangeText(from: number, to: number): string {
  return from === to ? formatNumber(from) : `${formatNumber(from)}–${formatNumber(to)}`
}
