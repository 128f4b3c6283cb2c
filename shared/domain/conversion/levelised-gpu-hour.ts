import { continuousAnnuity } from '../finance/continuous-annuity.ts'

/**
 * Level price with the same present value over the GPUs' life as a price that starts at `gpuHourUsd` and moves by
 * `slopePerYear` (log), $/h.
 */
export function levelisedGpuHourUsd(
  gpuHourUsd: number,
  slopePerYear: number,
  discountRate: number,
  lifeYears: number,
): number {
  const moving = continuousAnnuity(discountRate - slopePerYear, lifeYears)
  return (gpuHourUsd * moving) / continuousAnnuity(discountRate, lifeYears)
}
