/**
 * What identifies a column name however it is written: "Voltage (kV)", voltage_kv and voltageKv are one. A dollar
 * sign counts as usd.
 */
export function columnKey(name: string): string {
  return name
    .replaceAll('$', 'usd')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '')
}
