import { hostedGpuBreakevenUsdPerHour } from '../conversion/gpu-tenant.ts'
import { indifferenceBitcoinPriceUsd } from '../conversion/indifference-bitcoin-price.ts'
import { leaseLevelisedUsdPerGrossMwYear } from '../conversion/lease-levelised.ts'
import { leaseYear1RentUsdPerMwYear } from '../conversion/lease-year1-rent.ts'
import { asicCostUsdPerMw } from '../mining/asic-cost.ts'
import type { CalcFormula } from './calc-formula.ts'
import { type CheckedInputs, number, numberAbove } from './calc-inputs.ts'

const LEASE_INPUTS = {
  rent_kw_month: number(0, 1e6),
  noi_margin: number(0, 1),
  escalator: number(-0.5, 1),
  term_years: numberAbove(0, 200),
  wacc: number(0, 5),
  ai_capex_per_mw_it: number(0, 1e12),
  gross_to_it: number(1, 10),
}

export const leaseYear1Rent: CalcFormula = {
  inputs: {
    mw_it: numberAbove(0, 1e6),
    contract_value_usd: number(0, 1e15),
    term_years: numberAbove(0, 200),
    escalator: number(-0.5, 1),
  },
  run: (given) => {
    const yearly = leaseYear1RentUsdPerMwYear(
      given.number('contract_value_usd'),
      given.number('mw_it'),
      given.number('term_years'),
      given.number('escalator'),
    )
    return { usd_per_mw_year: yearly, usd_per_kw_month: yearly / 12_000 }
  },
}

export const leaseLevelised: CalcFormula = {
  inputs: LEASE_INPUTS,
  run: (given) => ({ net_usd_per_gross_mw_year: levelised(given) }),
}

export const hostedGpuBreakeven: CalcFormula = {
  inputs: {
    capex_usd: number(0, 1e9),
    residual: number(0, 1),
    r: number(0, 5),
    years: numberAbove(0, 100),
    kw_it: numberAbove(0, 1e4),
    colo_kw_month: number(0, 1e6),
    pue: number(1, 10),
    power_usd_mwh: number(-1e5, 1e5),
    opex_pct: number(0, 10),
    utilisation: numberAbove(0, 1),
  },
  run: (given) => ({
    usd_per_gpu_hour: hostedGpuBreakevenUsdPerHour(
      {
        capexUsd: given.number('capex_usd'),
        residualShare: given.number('residual'),
        discountRate: given.number('r'),
        lifeYears: given.number('years'),
        kwIt: given.number('kw_it'),
        pue: given.number('pue'),
        powerUsdPerMwh: given.number('power_usd_mwh'),
        opexShare: given.number('opex_pct'),
        utilisation: given.number('utilisation'),
      },
      given.number('colo_kw_month'),
    ),
  }),
}

export const indifferenceBtc: CalcFormula = {
  inputs: {
    difficulty: numberAbove(0, 1e30),
    subsidy: numberAbove(0, 50),
    fee_share: number(0, 0.999),
    efficiency_j_th: numberAbove(0, 1e6),
    pue: number(1, 10),
    pool_fee: number(0, 0.999),
    power_usd_mwh: number(-1e5, 1e5),
    opex_usd_mwh: number(0, 1e6),
    availability: numberAbove(0, 1),
    asic_usd_th: number(0, 1e6),
    asic_r: number(0, 5),
    asic_years: numberAbove(0, 100),
    shell_usd_mw: number(0, 1e12),
    shell_r: number(0, 5),
    shell_years: numberAbove(0, 200),
    ...LEASE_INPUTS,
    dr_usd_mw_year: number(0, 1e9),
  },
  run: (given) => {
    const lease = levelised(given)
    const efficiencyJPerTh = given.number('efficiency_j_th')
    const miningPue = given.number('pue')
    return {
      btc_usd: indifferenceBitcoinPriceUsd(lease, {
        difficulty: given.number('difficulty'),
        subsidyBtc: given.number('subsidy'),
        feeShare: given.number('fee_share'),
        efficiencyJPerTh,
        miningPue,
        poolFeeShare: given.number('pool_fee'),
        powerUsdPerMwh: given.number('power_usd_mwh'),
        opexUsdPerMwh: given.number('opex_usd_mwh'),
        availability: given.number('availability'),
        asicUsdPerMw: asicCostUsdPerMw(given.number('asic_usd_th'), efficiencyJPerTh, miningPue),
        asicDiscountRate: given.number('asic_r'),
        asicLifeYears: given.number('asic_years'),
        shellUsdPerMw: given.number('shell_usd_mw'),
        shellDiscountRate: given.number('shell_r'),
        shellLifeYears: given.number('shell_years'),
        curtailmentIncomeUsdPerMwYear: given.number('dr_usd_mw_year'),
      }),
      lease_net_usd_per_gross_mw_year: lease,
    }
  },
}

function levelised(given: CheckedInputs): number {
  return leaseLevelisedUsdPerGrossMwYear({
    rentUsdPerKwMonth: given.number('rent_kw_month'),
    noiMargin: given.number('noi_margin'),
    escalator: given.number('escalator'),
    termYears: given.number('term_years'),
    discountRate: given.number('wacc'),
    capexUsdPerItMw: given.number('ai_capex_per_mw_it'),
    grossToIt: given.number('gross_to_it'),
  })
}
