/** Average revenue of a contract, USD a megawatt and year: its value spread evenly over term and megawatts. */
export function contractRevenueUsdPerMwYear(contractValueUsd: number, megawatts: number, termYears: number): number {
  return contractValueUsd / megawatts / termYears
}
