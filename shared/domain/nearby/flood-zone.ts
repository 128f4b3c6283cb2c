/** What FEMA's code of a zone says of land in it. */
export interface FloodZone {
  /** Inside the 100-year flood. */
  readonly isHazard: boolean
  /** As a site's own flood zone has it; null where it has no such option. */
  readonly option: 'X' | 'A' | 'AE' | 'V' | 'VE' | null
}

/** Reads a zone: A, AE, A1-30, AH, AO, AR, A99, V, VE are of the 100-year flood; X, B, C and D are not. */
export function readFloodZone(value: unknown): FloodZone | null {
  if (typeof value !== 'string') return null
  const code = value.trim().toUpperCase()
  if (code === '' || code.startsWith('AREA NOT')) return null
  if (/^A([EHOR]|99|\d{1,2})?\b/.test(code)) return { isHazard: true, option: code.startsWith('AE') ? 'AE' : 'A' }
  if (/^V(E|\d{1,2})?\b/.test(code)) return { isHazard: true, option: code.startsWith('VE') ? 'VE' : 'V' }
  if (/^[XBC]\b/.test(code)) return { isHazard: false, option: 'X' }
  return { isHazard: code === 'OPEN WATER', option: null }
}
