import { exitFeeUsd, minimumTakeBill } from '../power-price/minimum-take.ts'
import { priceBuildUp } from '../power-price/price-build-up.ts'
import type { CalcFormula } from './calc-formula.ts'
import { number, numberAbove } from './calc-inputs.ts'

export const powerPriceBuildUp: CalcFormula = {
  inputs: {
    energy_usd_mwh: number(-500, 5_000),
    loss_share: number(0, 0.5),
    basis_usd_mwh: number(-500, 5_000),
    capacity_usd_mw_day: number(0, 1e7),
    peak_load_share: number(0, 1),
    transmission_usd_kw_year: number(0, 1e4),
    transmission_peak_share: number(0, 1),
    demand_usd_kw_month: number(0, 1e4),
    riders_usd_mwh: number(-500, 5_000),
    tax_share: number(0, 1),
    load_factor: numberAbove(0, 1),
  },
  run: (given) => {
    const { allInUsdPerMwh, usdPerMwh } = priceBuildUp({
      energyUsdPerMwh: given.number('energy_usd_mwh'),
      lossShare: given.number('loss_share'),
      basisUsdPerMwh: given.number('basis_usd_mwh'),
      capacityUsdPerMwDay: given.number('capacity_usd_mw_day'),
      peakLoadShare: given.number('peak_load_share'),
      transmissionUsdPerKwYear: given.number('transmission_usd_kw_year'),
      transmissionPeakShare: given.number('transmission_peak_share'),
      demandUsdPerKwMonth: given.number('demand_usd_kw_month'),
      ridersUsdPerMwh: given.number('riders_usd_mwh'),
      taxShare: given.number('tax_share'),
      loadFactor: given.number('load_factor'),
    })
    return { all_in_usd_mwh: allInUsdPerMwh, ...usdPerMwh }
  },
}

/** Without an effective price in the answer where no energy is used. */
export const minimumTake: CalcFormula = {
  inputs: {
    contracted_mw: number(0, 1e5),
    demand_usd_kw_month: number(0, 1e4),
    minimum_share: number(0, 1),
    energy_usd_mwh: number(-500, 5_000),
    utilisation: number(0, 1),
    years_left: number(0, 100),
    exit_cap_years: number(0, 100),
    discount_rate: number(0, 10),
  },
  run: (given) => {
    const tariff = {
      contractedMw: given.number('contracted_mw'),
      demandUsdPerKwMonth: given.number('demand_usd_kw_month'),
      minimumShare: given.number('minimum_share'),
      energyUsdPerMwh: given.number('energy_usd_mwh'),
    }
    const bill = minimumTakeBill(tariff, given.number('utilisation'))
    return {
      billed_mw: bill.billedMw,
      demand_usd_year: bill.demandUsdPerYear,
      energy_usd_year: bill.energyUsdPerYear,
      idle_usd_year: bill.idleUsdPerYear,
      ...(Number.isNaN(bill.effectiveUsdPerMwh) ? {} : { effective_usd_mwh: bill.effectiveUsdPerMwh }),
      exit_fee_usd: exitFeeUsd(
        tariff,
        given.number('years_left'),
        given.number('exit_cap_years'),
        given.number('discount_rate'),
      ),
    }
  },
}
