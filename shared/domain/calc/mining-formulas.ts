import { blockSubsidyBtc } from '../mining/block-subsidy.ts'
import { breakevenPowerPriceUsdPerMwh } from '../mining/breakeven-power-price.ts'
import { curtailmentOption } from '../mining/curtailment-option.ts'
import { hashpriceUsdPerPhDay } from '../mining/hashprice.ts'
import { miningPresentValueUsdPerMw } from '../mining/mining-present-value.ts'
import { networkHashrateEhPerS } from '../mining/network-hashrate.ts'
import { facilityRevenueUsdPerMwh, minerRevenueUsdPerMwh } from '../mining/revenue-per-mwh.ts'
import { shutdownYear } from '../mining/shutdown-year.ts'
import type { CalcFormula } from './calc-formula.ts'
import { number, numberAbove, wholeNumber } from './calc-inputs.ts'

export const hashprice: CalcFormula = {
  inputs: {
    difficulty: numberAbove(0, 1e30),
    btc_usd: number(0, 1e12),
    subsidy: number(0, 50),
    fees_btc_per_block: number(0, 1_000),
  },
  run: (given) => ({
    usd_per_ph_day: hashpriceUsdPerPhDay(
      given.number('difficulty'),
      given.number('subsidy') + given.number('fees_btc_per_block'),
      given.number('btc_usd'),
    ),
  }),
}

export const blockSubsidy: CalcFormula = {
  inputs: { height: wholeNumber(0, 1e12) },
  run: (given) => ({ btc: blockSubsidyBtc(given.number('height')) }),
}

export const networkHashrate: CalcFormula = {
  inputs: { difficulty: number(0, 1e30) },
  run: (given) => ({ eh_per_s: networkHashrateEhPerS(given.number('difficulty')) }),
}

export const breakevenPower: CalcFormula = {
  inputs: {
    hashprice: number(0, 1e9),
    efficiency_j_th: numberAbove(0, 1e6),
    pue: number(1, 10),
    pool_fee: number(0, 1),
    opex_usd_mwh: number(0, 1e6),
  },
  run: (given) => {
    const price = given.number('hashprice')
    const efficiency = given.number('efficiency_j_th')
    const revenue = facilityRevenueUsdPerMwh(price, efficiency, given.number('pool_fee'), given.number('pue'))
    return {
      revenue_usd_per_miner_mwh: minerRevenueUsdPerMwh(price, efficiency),
      breakeven_usd_mwh: breakevenPowerPriceUsdPerMwh(revenue, given.number('opex_usd_mwh')),
    }
  },
}

/** Without a mean price in the answer where the mine never runs. */
export const curtailment: CalcFormula = {
  inputs: { mean_price: numberAbove(0, 1e6), log_sd: number(0, 10), breakeven: number(-1e6, 1e6) },
  run: (given) => {
    const option = curtailmentOption(given.number('mean_price'), given.number('log_sd'), given.number('breakeven'))
    const mean = option.meanPriceWhenRunningUsdPerMwh
    return {
      value_usd_mwh: option.valueUsdPerMwh,
      run_fraction: option.runFraction,
      ...(Number.isNaN(mean) ? {} : { mean_price_when_running: mean }),
    }
  },
}

/** Without a shutdown year in the answer where the mine never stops. */
export const miningPv: CalcFormula = {
  inputs: {
    revenue_usd_mwh: number(0, 1e6),
    cost_usd_mwh: number(-1e6, 1e6),
    decline: number(-5, 20),
    r: number(0, 5),
    availability: number(0, 1),
  },
  run: (given) => {
    const revenue = given.number('revenue_usd_mwh')
    const cost = given.number('cost_usd_mwh')
    const decline = given.number('decline')
    const rate = given.number('r')
    const stop = shutdownYear(revenue, cost, decline)
    if (stop === Number.POSITIVE_INFINITY) {
      if (rate + decline <= 0) {
        return 'The present value has no limit: the input r must be above minus decline for a mine that never stops.'
      }
      if (rate === 0 && cost !== 0) {
        return 'The present value has no limit: the input r must be above 0 for a mine that never stops.'
      }
    }
    const value =
      stop === 0 ? 0 : miningPresentValueUsdPerMw(revenue, cost, decline, rate, given.number('availability'), 0, stop)
    return { ...(Number.isFinite(stop) ? { shutdown_year: stop } : {}), pv_usd_per_mw: value }
  },
}
