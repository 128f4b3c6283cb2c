import { contractRevenueUsdPerMwYear } from '../../../shared/domain/conversion/contract-revenue.ts'
import { hostedGpuBreakevenUsdPerHour } from '../../../shared/domain/conversion/gpu-tenant.ts'
import { grossToIt } from '../../../shared/domain/conversion/gross-to-it.ts'
import { impliedGpuHourUsd } from '../../../shared/domain/conversion/implied-gpu-hour.ts'
import { indifferenceBitcoinPriceUsd } from '../../../shared/domain/conversion/indifference-bitcoin-price.ts'
import { leaseAverageRent } from '../../../shared/domain/conversion/lease-average-rent.ts'
import { leaseLevelisedUsdPerGrossMwYear } from '../../../shared/domain/conversion/lease-levelised.ts'
import { leaseYear1RentUsdPerMwYear } from '../../../shared/domain/conversion/lease-year1-rent.ts'
import { rackEconomics } from '../../../shared/domain/conversion/rack-economics.ts'
import { yieldOnCost } from '../../../shared/domain/conversion/yield-on-cost.ts'
import { internalRateOfReturn } from '../../../shared/domain/finance/internal-rate-of-return.ts'
import { asicCostUsdPerMw } from '../../../shared/domain/mining/asic-cost.ts'
import { bitcoinPriceForRevenueUsd } from '../../../shared/domain/mining/bitcoin-price-for-revenue.ts'
import { realisedPowerPriceUsdPerMwh } from '../../../shared/domain/power-price/realised-power-price.ts'
import type { Loose, VectorCases } from './vector-case.ts'

const HOURS = 8_760

export const CONVERSION_CASES: VectorCases = {
  L01: ({ deals }) => ({
    usd_per_mw_year: deals.map(([, mw, value, term]: Loose) => contractRevenueUsdPerMwYear(value, mw, term)),
  }),
  L02: ({ value, mw, term, escalator }) => {
    const rent = leaseYear1RentUsdPerMwYear(value, mw, term, escalator)
    return { year1_usd_per_mw_year: rent, year1_usd_per_kw_month: rent / 12_000 }
  },
  L03: ({ year1, escalator, term }) => {
    const average = leaseAverageRent(year1, escalator, term)
    return { average_model: average, average_published: average }
  },
  L04: ({ rent_kw_month, margin, capex_per_mw }) => {
    const rent = 12_000 * rent_kw_month
    return { usd_per_mw_year: rent, ebitda: rent * margin, yield_on_cost: yieldOnCost(rent * margin, capex_per_mw) }
  },
  L05: ({ noi_total, term, mw, cost, noi_avg_published }) => ({
    noi_avg: contractRevenueUsdPerMwYear(noi_total, 1, term),
    noi_per_mw: contractRevenueUsdPerMwYear(noi_avg_published, mw, 1),
    yield: yieldOnCost(noi_avg_published, cost),
  }),
  L06: ({ revenue_year, margin, mw, capex }) => ({
    noi: revenue_year * margin,
    yield: yieldOnCost(revenue_year * margin, mw * capex),
  }),
  L07: ({ pairs }) => ({ ratio: pairs.map(([, gross, it]: Loose) => grossToIt(gross, it)) }),
  L08: ({ capex, mw, noi }) => ({ capex_per_mw: capex / mw, yield: yieldOnCost(noi, capex) }),
  G01: ({ value, years, gpus, gpu_capex, mw_it }) => ({
    usd_per_gpu_hour: impliedGpuHourUsd(value, gpus, years * HOURS),
    capex_per_gpu: gpu_capex / gpus,
    kw_it_per_gpu: (1_000 * mw_it) / gpus,
    revenue_per_mw_it_year: contractRevenueUsdPerMwYear(value, mw_it, years),
  }),
  G02: ({ cashflows_busd }) => ({ irr: internalRateOfReturn(cashflows_busd) }),
  G03: ({ cost_total, gpus, hours, utilisation }) => ({
    cost_per_gpu: cost_total / gpus,
    usd_per_hour_100pct: impliedGpuHourUsd(cost_total, gpus, hours),
    usd_per_hour_77pct: impliedGpuHourUsd(cost_total, gpus, hours, utilisation),
    published_breakeven: impliedGpuHourUsd(cost_total, gpus, hours, utilisation),
  }),
  G04: ({ gpus, revenue, electricity, kw_per_gpu }) => ({
    usd_per_gpu_hour: impliedGpuHourUsd(revenue, gpus, HOURS),
    implied_usd_per_mwh: realisedPowerPriceUsdPerMwh(electricity, 0, (gpus * kw_per_gpu * HOURS) / 1_000),
  }),
  G05: ({ rack_usd, gw_usd, compute_per_rack, gpus_per_rack }) => {
    const rack = rackEconomics({
      costUsdPerRack: rack_usd,
      computeUsdPerRack: compute_per_rack,
      gpusPerRack: gpus_per_rack,
      costUsdPerGw: gw_usd,
    })
    return {
      racks_per_gw: rack.racksPerGw,
      kw_per_rack_facility: rack.facilityKwPerRack,
      usd_per_gpu_compute: rack.computeUsdPerGpu,
      infrastructure_usd_per_mw: rack.infrastructureUsdPerMw,
    }
  },
  G06: (inputs) => ({
    usd_per_hour: hostedGpuBreakevenUsdPerHour(
      {
        capexUsd: inputs.capex,
        residualShare: inputs.residual,
        discountRate: inputs.r,
        lifeYears: inputs.years,
        kwIt: inputs.kw_it,
        pue: inputs.pue,
        powerUsdPerMwh: inputs.power,
        opexShare: inputs.opex_pct,
        utilisation: inputs.utilisation,
      },
      inputs.colo_kw_month,
    ),
  }),
  G07: ({ kw_per_node, gpus }) => ({ kw_per_gpu: kw_per_node / gpus }),
  I01: indifference,
  I02: (inputs, inputsOf) => indifference({ ...inputsOf('I01'), ...inputs }),
  I03: (_, inputsOf) => {
    const inputs = inputsOf('I01')
    return { btc_price: bitcoinPriceForRevenueUsd(inputs.power + inputs.opex, fleet(inputs)) }
  },
}

function indifference(inputs: Loose): Record<string, number> {
  const lease = leaseLevelisedUsdPerGrossMwYear({
    rentUsdPerKwMonth: inputs.rent_kw_month,
    noiMargin: inputs.noi_margin,
    escalator: inputs.escalator,
    termYears: inputs.term,
    discountRate: inputs.wacc_lease,
    capexUsdPerItMw: inputs.ai_capex,
    grossToIt: inputs.gross_it,
  })
  const price = indifferenceBitcoinPriceUsd(lease, {
    ...fleet(inputs),
    powerUsdPerMwh: inputs.power,
    opexUsdPerMwh: inputs.opex,
    availability: inputs.avail,
    asicUsdPerMw: asicCostUsdPerMw(inputs.asic_usd_th, inputs.eff, inputs.pue_m),
    asicDiscountRate: inputs.asic_r,
    asicLifeYears: inputs.asic_n,
    shellUsdPerMw: inputs.shell,
    shellDiscountRate: inputs.shell_r,
    shellLifeYears: inputs.shell_n,
    curtailmentIncomeUsdPerMwYear: 0,
  })
  return { lease_net_per_gross_mw: lease, btc_price_indifference: price }
}

function fleet({ difficulty, subsidy, fee_share, eff, pue_m, pool }: Loose) {
  return {
    difficulty,
    subsidyBtc: subsidy,
    feeShare: fee_share,
    efficiencyJPerTh: eff,
    miningPue: pue_m,
    poolFeeShare: pool,
  }
}
