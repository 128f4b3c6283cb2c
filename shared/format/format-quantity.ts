/** Numbers as a reader of American English sees them, the same on every machine and in every document. */

const UNKNOWN = 'unknown'

/** Thousands grouped by commas, a fixed number of decimals, a true minus sign; 'unknown' for NaN. */
export function formatNumber(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) return UNKNOWN
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`
  const isZero = !/[1-9]/.test(digits)
  return value < 0 && !isZero ? `−${digits}` : digits
}

/** $103,014; −$12.50 with two decimals. */
export function formatUsd(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) return UNKNOWN
  const text = formatNumber(value, decimals)
  return text.startsWith('−') ? `−$${text.slice(1)}` : `$${text}`
}

/** Money at the size it has: $1.24m, $340k, $2.10bn, $950. */
export function formatUsdShort(value: number): string {
  if (!Number.isFinite(value)) return UNKNOWN
  const size = Math.abs(value)
  if (size >= 999_500_000) return `${formatUsd(value / 1e9, 2)}bn`
  if (size >= 999_500) return `${formatUsd(value / 1e6, 2)}m`
  if (size >= 999.5) return `${formatUsd(value / 1e3)}k`
  return formatUsd(value)
}

/** Value of a megawatt: $1.24m/MW, always in millions so that a column compares at a glance. */
export function formatUsdPerMw(value: number): string {
  return Number.isFinite(value) ? `${formatUsd(value / 1e6, 2)}m/MW` : UNKNOWN
}

/** 1,200 MW; 4.5 MW below ten. */
export function formatMw(value: number): string {
  if (!Number.isFinite(value)) return UNKNOWN
  return `${formatNumber(value, Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0)} MW`
}

/** A fraction of 1 as a percentage: 0.125 is 12.5% with one decimal. */
export function formatPercent(fraction: number, decimals = 0): string {
  return Number.isFinite(fraction) ? `${formatNumber(fraction * 100, decimals)}%` : UNKNOWN
}

/** $46.20/MWh. */
export function formatUsdPerMwh(value: number): string {
  return Number.isFinite(value) ? `${formatUsd(value, 2)}/MWh` : UNKNOWN
}

/** 1.5 years, 8 months below one year, "now" at zero. */
export function formatYears(years: number): string {
  if (!Number.isFinite(years)) return UNKNOWN
  if (years <= 0) return 'now'
  const months = Math.round(years * 12)
  if (months < 12) return months <= 1 ? '1 month' : `${months} months`
  const rounded = formatNumber(years, 1).replace(/\.0$/, '')
  return rounded === '1' ? '1 year' : `${rounded} years`
}
