/** Classes of nominal voltage in which transmission lines are compared, lowest first. */
export const VOLTAGE_CLASSES = ['below_100', '100_to_199', '200_to_299', '300_to_449', '450_and_above'] as const

export type VoltageClass = (typeof VOLTAGE_CLASSES)[number]

export const VOLTAGE_CLASS_LABELS: Readonly<Record<VoltageClass, string>> = {
  below_100: 'below 100 kV',
  '100_to_199': '100–199 kV',
  '200_to_299': '200–299 kV',
  '300_to_449': '300–449 kV',
  '450_and_above': '450 kV and above',
}

export interface Voltage {
  readonly voltageClass: VoltageClass
  /** "138 kV", "under 100 kV". */
  readonly text: string
}

const LEAST_KV: readonly number[] = [0, 100, 200, 300, 450]

/** No line carries more; a larger figure is in volts. */
const HIGHEST_KV = 1_500

/**
 * What an attribute's value says of a voltage, null where it says nothing. Understands kV and V, "138000;69000" (the
 * higher one counts), "220-287" and "735 AND ABOVE" (their lower end), "UNDER 100", and -999999 for unknown.
 */
export function readVoltage(value: unknown): Voltage | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null
  const text = String(value).trim()
  if (text.startsWith('-')) return null
  const numbers = text.replace(/(?<=\d),(?=\d{3}\b)/g, '').match(/\d+(?:\.\d+)?/g) ?? []
  const known = numbers
    .map(Number)
    .map((each) => (each > HIGHEST_KV ? each / 1_000 : each))
    .filter((each) => each > 0 && each <= HIGHEST_KV)
  if (known.length === 0) return null
  const highest = Math.max(...known)
  if (/^(under|below|<)/i.test(text)) return { voltageClass: classOf(highest - 1), text: `under ${highest} kV` }
  if (/^\d+(?:\.\d+)?\s*[-–]\s*\d/.test(text)) {
    const lowest = Math.min(...known)
    return { voltageClass: classOf(lowest), text: `${lowest}–${highest} kV` }
  }
  const above = /above|over|\+$/i.test(text) ? ' and above' : ''
  return { voltageClass: classOf(highest), text: `${Number(highest.toFixed(1))} kV${above}` }
}

function classOf(kv: number): VoltageClass {
  return VOLTAGE_CLASSES[LEAST_KV.findLastIndex((least) => kv >= least)] ?? 'below_100'
}
