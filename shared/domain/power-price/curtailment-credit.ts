/** What standing down earned a kW of average load in a year, USD: credits over the energy used and the hours of the year. */
export function curtailmentCreditUsdPerKwYear(creditsUsd: number, energyMwh: number, hoursOfYear: number): number {
  return creditsUsd / ((1_000 * energyMwh) / hoursOfYear)
}
