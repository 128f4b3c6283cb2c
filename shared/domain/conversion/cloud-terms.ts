import type { Assumptions } from '../scenario/assumption-defs.ts'
import { cloudAnnualNetUsdPerItMw } from './cloud-annual-net.ts'
import { gpuCapitalUsdPerYear } from './gpu-capital.ts'
import { type GpuGeneration, gpuGenerations } from './gpu-generations.ts'
import { levelisedGpuHourUsd } from './levelised-gpu-hour.ts'

/**
 * Present value of own GPUs a gross MW at a power price of 0, and what each $/MWh takes away; a sum over generations.
 * GPUs sold take-or-pay are paid for every hour at a price fixed today and drawn on in every hour; the others earn and draw
 * at their utilization and follow the price path.
 */
export function cloudTerms(a: Assumptions, operatingHallCapexUsdPerItMw: number) {
  const levelisedGpuHour = levelisedGpuHourUsd(a.gpuHourUsd, a.gpuHourSlopePerYear, a.gpuDiscountRate, a.gpuLifeYears)
  const merchant = (1 - a.gpuTakeOrPayShare) * a.gpuUtilisation
  const soldShare = a.gpuTakeOrPayShare + merchant
  const fixedGpuHour = a.gpuHourUsd * a.gpuTakeOrPayPriceShare
  const gpuHourSold =
    soldShare > 0 ? (a.gpuTakeOrPayShare * fixedGpuHour + merchant * levelisedGpuHour) / soldShare : levelisedGpuHour
  const generations = gpuGenerations(a)
  const value = (shellCapexUsdPerItMw: number, powerUsdPerMwh: number) =>
    generations.reduce(
      (sum, generation, index) =>
        sum + generationUsdPerItMw(generation, index > 0, shellCapexUsdPerItMw * a.aiCostOverrun, powerUsdPerMwh),
      0,
    ) / a.grossToIt

  function generationUsdPerItMw(
    { annuity }: GpuGeneration,
    isLater: boolean,
    shellCapexUsdPerItMw: number,
    powerUsdPerMwh: number,
  ): number {
    const terms = {
      gpuCapexUsd: a.gpuCapexUsd * (isLater ? a.gpuRefreshCapexShare : 1),
      gpuResidualShare: a.gpuResidualShare,
      gpuLifeYears: a.gpuLifeYears,
      gpuDiscountRate: a.gpuDiscountRate,
      kwItPerGpu: a.kwItPerGpu,
      gpuOpexShare: a.gpuOpexShare,
      utilisation: soldShare,
      pue: a.aiPue,
      shellCapexUsdPerItMw,
      shellDiscountRate: a.leaseDiscountRate,
      shellLifeYears: a.shellLifeYears,
    }
    const gpuHour = gpuHourSold * (isLater ? a.gpuRefreshHourShare : 1)
    return cloudAnnualNetUsdPerItMw(terms, gpuHour, powerUsdPerMwh) * annuity
  }

  /** What the GPUs of all generations cost less what they fetch, a gross MW: as of the first day, and as it is paid. */
  function gpuCapital() {
    let present = 0
    let book = 0
    for (const [index, { annuity, years }] of generations.entries()) {
      const capexUsd = a.gpuCapexUsd * (index > 0 ? a.gpuRefreshCapexShare : 1)
      const perYear = gpuCapitalUsdPerYear(capexUsd, a.gpuResidualShare, a.gpuDiscountRate, a.gpuLifeYears)
      const gpus = 1_000 / a.kwItPerGpu / a.grossToIt
      present += gpus * perYear * annuity
      book += gpus * capexUsd * (1 - a.gpuResidualShare) * (years / a.gpuLifeYears)
    }
    return { gpuCapitalUsdPerMw: present, gpuBookUsdPerMw: book }
  }

  return {
    levelisedGpuHour,
    /** Price of an hour sold, over both kinds of customers, and the share of all hours that is sold. */
    gpuHourSold,
    gpuHoursSoldShare: soldShare,
    gpuGenerations: generations,
    newCloudUsdPerMw: value(a.aiCapexUsdPerItMw, 0),
    retrofitCloudUsdPerMw: value(operatingHallCapexUsdPerItMw, 0),
    ...gpuCapital(),
    cloudPerPowerPrice: value(a.aiCapexUsdPerItMw, 0) - value(a.aiCapexUsdPerItMw, 1),
  }
}
