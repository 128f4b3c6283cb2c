/** A tariff for large loads that bills a share of the contracted demand whether it is used or not. */
export interface MinimumTake {
  readonly contractedMw: number
  readonly demandUsdPerKwMonth: number
  /** Share of the contracted demand that is billed at least: 0.85 in AEP Ohio's data center tariff of July 2025. */
  readonly minimumShare: number
  readonly energyUsdPerMwh: number
}

export interface MinimumTakeBill {
  readonly billedMw: number
  readonly demandUsdPerYear: number
  readonly energyUsdPerYear: number
  /** Demand that is paid for and not used. */
  readonly idleUsdPerYear: number
  /** All of it over the energy used; NaN where none is used. */
  readonly effectiveUsdPerMwh: number
}

/** Bill of a year in which `utilisation` of the contracted megawatts is drawn, evenly. */
export function minimumTakeBill(tariff: MinimumTake, utilisation: number): MinimumTakeBill {
  const usedMw = tariff.contractedMw * utilisation
  const billedMw = Math.max(usedMw, tariff.contractedMw * tariff.minimumShare)
  const perMw = 12_000 * tariff.demandUsdPerKwMonth
  const energyMwh = 8_760 * usedMw
  const demandUsdPerYear = billedMw * perMw
  const energyUsdPerYear = energyMwh * tariff.energyUsdPerMwh
  return {
    billedMw,
    demandUsdPerYear,
    energyUsdPerYear,
    idleUsdPerYear: (billedMw - usedMw) * perMw,
    effectiveUsdPerMwh: energyMwh === 0 ? Number.NaN : (demandUsdPerYear + energyUsdPerYear) / energyMwh,
  }
}

/**
 * Fee for leaving early, USD today: the minimum demand charges of the years still owed, up to the fee's own cap in
 * years, discounted from the middle of each year.
 */
export function exitFeeUsd(tariff: MinimumTake, yearsLeft: number, capYears: number, discountRate: number): number {
  const yearly = tariff.contractedMw * tariff.minimumShare * 12_000 * tariff.demandUsdPerKwMonth
  let fee = 0
  for (let from = 0; from < Math.min(yearsLeft, capYears); from += 1) {
    const part = Math.min(1, Math.min(yearsLeft, capYears) - from)
    fee += (yearly * part) / (1 + discountRate) ** (from + part / 2)
  }
  return fee
}
