/** A column name reduced to what identifies it: "Power price ($/MWh)" and power_price_mwh are one. */
export function columnKey(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{Letter}\p{Number}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
}
