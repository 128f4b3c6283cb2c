import { dateSeconds } from '../../../../shared/domain/prices/market-clock.ts'
import type { Cell } from '../source/workbook.ts'
import type { RowProblem } from './price-layout.ts'

/** A price in the market's currency per MWh; null where the cell holds none. Thousands may be set apart by commas. */
export function priceOf(cell: Cell | undefined): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null
  if (typeof cell !== 'string') return null
  const text = cell.includes(',') ? cell.replaceAll(',', '') : cell
  if (text.trim() === '') return null
  const price = Number(text)
  return Number.isFinite(price) ? price : null
}

export function textOf(cell: Cell | undefined): string {
  if (typeof cell === 'string') return cell.trim()
  return cell === null || cell === undefined ? '' : String(cell)
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')
}

const EXCEL_EPOCH_SECONDS = Date.UTC(1899, 11, 30) / 1_000
const US_STAMP =
  /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?: *([AaPp])[Mm])?)?$/
const ISO_STAMP =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(?:Z|[+-]00:?00)?$/

/**
 * A date with or without a time, as seconds since 1970 as if it were UTC: 07/18/2022 00:05:00, 6/1/24 0:00,
 * 1/1/2025 5:00:00 AM, 2024-06-01T00:15:00Z, a date cell, or a spreadsheet's serial number. Null for anything else.
 */
export function stampSeconds(cell: Cell | undefined): number | null {
  if (cell instanceof Date) return Math.round(cell.getTime() / 1_000)
  if (typeof cell === 'number')
    return cell > 20_000 && cell < 80_000 ? Math.round(EXCEL_EPOCH_SECONDS + cell * 86_400) : null
  if (typeof cell !== 'string') return null
  return cell === lastText ? lastSeconds : remember(cell)
}

// The rows of one hour follow one another with the same stamp.
let lastText = ''
let lastSeconds: number | null = null

function remember(text: string): number | null {
  lastText = text
  lastSeconds = stampOfText(text.trim())
  return lastSeconds
}

function stampOfText(text: string): number | null {
  const us = US_STAMP.exec(text)
  if (us) {
    const [, month, day, year = '', hour, minute, second, half] = us
    return seconds(
      year.length === 2 ? 2000 + Number(year) : Number(year),
      month,
      day,
      hourOf(hour, half),
      minute,
      second,
    )
  }
  const iso = ISO_STAMP.exec(text)
  return iso ? seconds(Number(iso[1]), iso[2], iso[3], Number(iso[4] ?? 0), iso[5], iso[6]) : null
}

function hourOf(hour: string | undefined, half: string | undefined): number {
  const number = Number(hour ?? 0)
  if (half === undefined) return number
  return (number % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

function seconds(year: number, month = '', day = '', hour: number, minute = '0', second = '0'): number | null {
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null
  if (hour > 24 || Number(minute) > 59 || Number(second) > 60 || year < 1970 || year > 2100) return null
  const date = dateSeconds(year, Number(month), Number(day))
  if (new Date(date * 1_000).getUTCDate() !== Number(day)) return null
  return date + hour * 3_600 + Number(minute) * 60 + Number(second)
}

/** An hour of the day as markets number them: 1 … 24, "01", "01:00", "02X" for the hour that comes twice. */
export function hourEnding(cell: Cell | undefined): { hour: number; isSecond: boolean } | null {
  if (typeof cell === 'number') return inDay(cell, false)
  const match = /^(\d{1,2})(?::00(?::00)?)?([Xx*]?)$/.exec(textOf(cell))
  return match ? inDay(Number(match[1]), match[2] !== '') : null
}

function inDay(hour: number, isSecond: boolean): { hour: number; isSecond: boolean } | null {
  return Number.isInteger(hour) && hour >= 1 && hour <= 25 ? { hour, isSecond } : null
}

/** The rejection of a row for what one of its cells holds. */
export function badCell(column: Cell | undefined, cell: Cell | undefined, wanted: string): RowProblem {
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : textOf(cell)
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text
  return {
    column: textOf(column) || null,
    reason: shown === '' ? `is empty where it must be ${wanted}` : `"${shown}" is not ${wanted}`,
  }
}

export const SKIPPED_HOUR: RowProblem = { column: null, reason: 'names an hour that the clocks skipped that day' }
