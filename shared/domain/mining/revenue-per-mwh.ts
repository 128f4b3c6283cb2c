/**
 * Mining revenue of one megawatt-hour at the miner's plug, USD: 1 PH/s at e J/TH draws e kW, so it uses 0.024·e MWh a day.
 * Source: unit identity.
 */
export function minerRevenueUsdPerMwh(hashpriceUsdPerPhDay: number, efficiencyJPerTh: number): number {
  return hashpriceUsdPerPhDay / (0.024 * efficiencyJPerTh)
}

/** The same for a megawatt-hour at the facility's meter, after the pool's fee and the hall's own consumption, USD. */
export function facilityRevenueUsdPerMwh(
  hashpriceUsdPerPhDay: number,
  efficiencyJPerTh: number,
  poolFeeShare: number,
  miningPue: number,
): number {
  return (minerRevenueUsdPerMwh(hashpriceUsdPerPhDay, efficiencyJPerTh) * (1 - poolFeeShare)) / miningPue
}
