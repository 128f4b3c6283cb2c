import { blockSubsidyBtc } from '../../../shared/domain/mining/block-subsidy.ts'
import { breakevenPowerPriceUsdPerMwh } from '../../../shared/domain/mining/breakeven-power-price.ts'
import { curtailmentOption } from '../../../shared/domain/mining/curtailment-option.ts'
import { energyPerBitcoinMwh } from '../../../shared/domain/mining/energy-per-bitcoin.ts'
import { expectedBitcoin } from '../../../shared/domain/mining/expected-bitcoin.ts'
import { fleetMegawatts } from '../../../shared/domain/mining/fleet-megawatts.ts'
import { halvingMultiplier } from '../../../shared/domain/mining/halvings.ts'
import { hashcostUsdPerPhDay } from '../../../shared/domain/mining/hashcost.ts'
import { hashpriceUsdPerPhDay } from '../../../shared/domain/mining/hashprice.ts'
import { hashratePhPerSForBlocks } from '../../../shared/domain/mining/hashrate-for-blocks.ts'
import { impliedFeeShare } from '../../../shared/domain/mining/implied-fee-share.ts'
import { miningPresentValueUsdPerMw } from '../../../shared/domain/mining/mining-present-value.ts'
import { networkHashrateEhPerS } from '../../../shared/domain/mining/network-hashrate.ts'
import { facilityRevenueUsdPerMwh, minerRevenueUsdPerMwh } from '../../../shared/domain/mining/revenue-per-mwh.ts'
import { shutdownYear } from '../../../shared/domain/mining/shutdown-year.ts'
import { curtailmentCreditUsdPerKwYear } from '../../../shared/domain/power-price/curtailment-credit.ts'
import { realisedPowerPriceUsdPerMwh } from '../../../shared/domain/power-price/realised-power-price.ts'
import { type Loose, perKey, type VectorCases } from './vector-case.ts'

const HORIZON_YEARS = 15
/** Mean difficulty from the halving of April 2024 to the end of that year, which vector M12 leaves out. */
const DIFFICULTY_AFTER_HALVING_2024 = 90.3e12

export const MINING_CASES: VectorCases = {
  M01: ({ heights }) => ({ subsidy_btc: heights.map(blockSubsidyBtc) }),
  M02: ({ difficulty }) => ({ hashrate_PHs_for_1_block_per_day: hashratePhPerSForBlocks(difficulty, 1) }),
  M03: ({ difficulty }) => ({ network_EHs: networkHashrateEhPerS(difficulty) }),
  M04: (inputs) => ({
    hashprice_usd_PH_day_model: hashpriceOf(inputs),
    hashprice_published: hashpriceOf(inputs),
  }),
  M05: ({ difficulty, subsidy, fee_share_of_reward }) => {
    const hashprice = hashpriceUsdPerPhDay(difficulty, subsidy / (1 - fee_share_of_reward), 1)
    return { hashprice_btc_PH_day_model: hashprice, published_range: [hashprice, hashprice] }
  },
  M06: (inputs) => ({ hashprice_usd_PH_day_model: hashpriceOf(inputs), hashprice_published: hashpriceOf(inputs) }),
  M07: (inputs) => ({ hashprice_usd_PH_day_model: hashpriceOf(inputs), hashprice_published: hashpriceOf(inputs) }),
  M08: (inputs) => ({ hashprice_usd_PH_day: hashpriceOf({ ...inputs, fees_btc_per_block: 0 }) }),
  M09: ({ cases }) => {
    const mined = cases.map((each: Loose) =>
      expectedBitcoin(each.avg_EHs, each.days, each.harmonic_mean_difficulty_T * 1e12, each.subsidy ?? 3.125),
    )
    return { btc_model: mined, btc_published: mined }
  },
  M10: ({ cases }) => ({
    implied_fee_share: cases.map((each: Loose) => impliedFeeShare(each.btc_model_subsidy_only, each.btc_published)),
  }),
  M11: ({ total_power_kusd, credits_kusd, kwh }) => {
    const price = (year: string) =>
      realisedPowerPriceUsdPerMwh(total_power_kusd[year] * 1_000, credits_kusd[year] * 1_000, kwh[year] / 1_000)
    return {
      usd_per_mwh: perKey(kwh, price),
      // Published in whole tenths of a cent.
      published_c_per_kwh: perKey(kwh, (year) => Math.round(price(year)) / 10),
      credit_usd_per_kw_year: perKey(kwh, (year) =>
        curtailmentCreditUsdPerKwYear(credits_kusd[year] * 1_000, kwh[year] / 1_000, year === '2024' ? 8_784 : 8_760),
      ),
    }
  },
  M12: ({ usd_per_btc, usd_per_mwh }) => ({
    mwh_per_btc: usd_per_btc / usd_per_mwh,
    model_mwh_per_btc_22JTH_posthalving: energyPerBitcoinMwh(22, DIFFICULTY_AFTER_HALVING_2024, 3.125 / 0.97),
  }),
  M13: ({ hashprice, efficiency_J_TH, pool_fee, mining_pue, opex_usd_mwh }) => ({
    revenue_per_miner_MWh: minerRevenueUsdPerMwh(hashprice, efficiency_J_TH),
    breakeven_usd_per_facility_MWh: breakevenPowerPriceUsdPerMwh(
      facilityRevenueUsdPerMwh(hashprice, efficiency_J_TH, pool_fee, mining_pue),
      opex_usd_mwh,
    ),
  }),
  M14: ({ efficiency_J_TH, power_usd_mwh }) => ({
    hashcost_usd_PH_day: hashcostUsdPerPhDay(efficiency_J_TH, power_usd_mwh),
  }),
  M15: ({ EHs, J_TH, electricity_usd }) => {
    const mw = fleetMegawatts(EHs, J_TH)
    return { mw, usd_per_mwh: realisedPowerPriceUsdPerMwh(electricity_usd, 0, mw * 8_760) }
  },
  M16: ({ mean_price, log_sd, breakeven }) => {
    const option = curtailmentOption(mean_price, log_sd, breakeven)
    return {
      value_usd_mwh: option.valueUsdPerMwh,
      run_fraction: option.runFraction,
      mean_price_when_running: option.meanPriceWhenRunningUsdPerMwh,
    }
  },
  M17: (inputs) => ({
    shutdown_year: shutdownYear(inputs.R0, inputs.cost, inputs.decline),
    pv_usd_per_mw: presentValue(inputs, [], 1),
  }),
  M18: (inputs) => {
    const multiplier = halvingMultiplier(inputs.fee_share)
    return {
      multiplier,
      revenue_at_halving: inputs.R0 * Math.exp(-inputs.decline * inputs.halving_t) * multiplier,
      pv_usd_per_mw: presentValue(inputs, [inputs.halving_t], multiplier),
    }
  },
}

function hashpriceOf({ difficulty, subsidy, fees_btc_per_block, btc_usd }: Loose): number {
  return hashpriceUsdPerPhDay(difficulty, subsidy + fees_btc_per_block, btc_usd)
}

function presentValue(inputs: Loose, halvings: readonly number[], multiplier: number): number {
  const { R0, cost, decline, r, availability } = inputs
  return miningPresentValueUsdPerMw(
    R0,
    cost,
    decline,
    r,
    availability,
    0,
    HORIZON_YEARS,
    Float64Array.from(halvings),
    multiplier,
  )
}
