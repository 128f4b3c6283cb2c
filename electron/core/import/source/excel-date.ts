const DAY_SECONDS = 86_400
/** Serial of 1970-01-01 in the 1900 system. */
const EPOCH_SERIAL = 25_569
/** How many days the 1904 system begins later. */
const DAYS_1904 = 1_462
/** 9999-12-31. */
const MOST_SERIAL = 2_958_465

/**
 * The date that a spreadsheet's day count means, read as UTC to the second; null outside the calendar of
 * spreadsheets. Day 60 of the 1900 system is 29 February 1900, which never was, so earlier days lie one later.
 */
export function excelDate(serial: number, date1904: boolean): Date | null {
  const since1900 = date1904 ? serial + DAYS_1904 : serial
  if (!(since1900 >= 0 && since1900 < MOST_SERIAL + 1)) return null
  const days = !date1904 && since1900 < 60 ? since1900 + 1 : since1900
  return new Date(Math.round((days - EPOCH_SERIAL) * DAY_SECONDS) * 1_000)
}
