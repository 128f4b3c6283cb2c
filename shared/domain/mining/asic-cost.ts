/** Machines of a facility megawatt, TH/s: one MW over efficiency and PUE. */
export function terahashPerMw(efficiencyJPerTh: number, miningPue: number): number {
  return 1e6 / (efficiencyJPerTh * miningPue)
}

/** Price of the ASICs of a facility megawatt, USD. */
export function asicCostUsdPerMw(asicPriceUsdPerTh: number, efficiencyJPerTh: number, miningPue: number): number {
  return asicPriceUsdPerTh * terahashPerMw(efficiencyJPerTh, miningPue)
}

/** Resale price of a machine `ageYears` old, $/TH: exponential decay down to scrap. Source: resale lots of 2021-2025. */
export function asicResaleUsdPerTh(
  newUsdPerTh: number,
  decayPerYear: number,
  ageYears: number,
  scrapUsdPerTh: number,
): number {
  return Math.max(Math.min(scrapUsdPerTh, newUsdPerTh), newUsdPerTh * Math.exp(-decayPerYear * ageYears))
}
