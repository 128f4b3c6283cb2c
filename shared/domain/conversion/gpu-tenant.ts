import { gpuCapitalUsdPerYear } from './gpu-capital.ts'

/** The economics of somebody who owns GPUs and rents space and power for them. */
export interface GpuTenant {
  readonly capexUsd: number
  /** Residual value as a share of the price. */
  readonly residualShare: number
  readonly discountRate: number
  readonly lifeYears: number
  /** IT power of a GPU with its share of network and storage, kW. */
  readonly kwIt: number
  readonly pue: number
  readonly powerUsdPerMwh: number
  /** Operating cost a year as a share of the price. */
  readonly opexShare: number
  readonly utilisation: number
}

/** Yearly cost of a hosted GPU without its rent, USD: capital, power, operation. */
function costWithoutRentUsdPerYear(tenant: GpuTenant): number {
  const { capexUsd, residualShare, discountRate, lifeYears, kwIt, pue, powerUsdPerMwh, opexShare } = tenant
  return (
    gpuCapitalUsdPerYear(capexUsd, residualShare, discountRate, lifeYears) +
    kwIt * pue * 8.76 * powerUsdPerMwh +
    opexShare * capexUsd
  )
}

/** GPU-hour price at which a hosted GPU earns its cost, $/h: all yearly costs over the hours sold. */
export function hostedGpuBreakevenUsdPerHour(tenant: GpuTenant, colocationUsdPerKwMonth: number): number {
  const yearly = costWithoutRentUsdPerYear(tenant) + 12 * tenant.kwIt * colocationUsdPerKwMonth
  return yearly / (8_760 * tenant.utilisation)
}

/** Highest rent the tenant can pay at a GPU-hour price, $/kW-month; below 0 where the price does not pay the GPUs. */
export function bearableRentUsdPerKwMonth(tenant: GpuTenant, gpuHourUsd: number): number {
  const yearly = 8_760 * tenant.utilisation * gpuHourUsd - costWithoutRentUsdPerYear(tenant)
  return yearly / (12 * tenant.kwIt)
}
