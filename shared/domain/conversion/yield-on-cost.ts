/** Net operating income of a year over what the building cost. */
export function yieldOnCost(netOperatingIncomeUsdPerYear: number, costUsd: number): number {
  return netOperatingIncomeUsdPerYear / costUsd
}
