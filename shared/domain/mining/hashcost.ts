/** Power cost of one petahash a second, USD a day: at e J/TH it draws e kW, so it uses 0.024·e MWh a day. */
export function hashcostUsdPerPhDay(efficiencyJPerTh: number, powerUsdPerMwh: number): number {
  return 0.024 * efficiencyJPerTh * powerUsdPerMwh
}
