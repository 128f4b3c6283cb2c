/** Power price at which a running mine earns its cash cost, $/MWh: facility revenue less the operating cost that is not power. */
export function breakevenPowerPriceUsdPerMwh(facilityRevenueUsdPerMwh: number, opexUsdPerMwh: number): number {
  return facilityRevenueUsdPerMwh - opexUsdPerMwh
}
