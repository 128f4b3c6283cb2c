import { type PriceBuildUp, priceBuildUp } from './price-build-up.ts'

/** The charges of a site's tariff that its power price can be built up from; fields of a site, NaN where unknown. */
export const TARIFF_CHARGES = [
  'energyUsdPerMwh',
  'basisUsdPerMwh',
  'capacityUsdPerMwDay',
  'transmissionUsdPerKwYear',
  'demandUsdPerKwMonth',
  'ridersUsdPerMwh',
  'powerTaxPercent',
] as const

export type TariffCharges = Readonly<Record<(typeof TARIFF_CHARGES)[number], number>>

/** A load that runs around the clock and stands in the system's peak with all of it: AI, and a mine that does not curtail. */
const LOAD_FACTOR = 1
const PEAK_LOAD_SHARE = 1

/**
 * All-in price from a site's charges, for a load that is there in every hour. A charge that is not known counts as none;
 * NaN where the energy charge is not known, because nothing can stand in for it.
 */
export function builtUpPrice(charges: TariffCharges): PriceBuildUp {
  const known = (charge: number) => (Number.isNaN(charge) ? 0 : charge)
  return priceBuildUp({
    energyUsdPerMwh: charges.energyUsdPerMwh,
    lossShare: 0,
    basisUsdPerMwh: known(charges.basisUsdPerMwh),
    capacityUsdPerMwDay: known(charges.capacityUsdPerMwDay),
    peakLoadShare: PEAK_LOAD_SHARE,
    transmissionUsdPerKwYear: known(charges.transmissionUsdPerKwYear),
    transmissionPeakShare: PEAK_LOAD_SHARE,
    demandUsdPerKwMonth: known(charges.demandUsdPerKwMonth),
    ridersUsdPerMwh: known(charges.ridersUsdPerMwh),
    taxShare: known(charges.powerTaxPercent) / 100,
    loadFactor: LOAD_FACTOR,
  })
}
