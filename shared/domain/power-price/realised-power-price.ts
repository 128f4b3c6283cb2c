/** What power really cost, $/MWh: the bill less what was paid for standing down, over the energy used. */
export function realisedPowerPriceUsdPerMwh(billUsd: number, curtailmentCreditsUsd: number, energyMwh: number): number {
  return (billUsd - curtailmentCreditsUsd) / energyMwh
}
