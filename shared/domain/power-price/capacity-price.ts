/** A capacity price of $/MW-day spread over the energy used at a load factor above 0, $/MWh. */
export function capacityPriceUsdPerMwh(usdPerMwDay: number, loadFactor: number): number {
  return usdPerMwDay / (24 * loadFactor)
}
