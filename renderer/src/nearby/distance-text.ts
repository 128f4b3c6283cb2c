import { formatNumber } from '../../../shared/format/format-quantity.ts'

const WINDS = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW']

/** 2.95 mi; one decimal from ten miles on. */
export function milesText(miles: number): string {
  return `${formatNumber(miles, miles < 10 ? 2 : miles < 100 ? 1 : 0)} mi`
}

/** NE; empty inside. */
export function windText(bearingDegrees: number | null): string {
  return bearingDegrees === null ? '' : (WINDS[Math.round(bearingDegrees / 45) % WINDS.length] ?? '')
}
