import { describe, expect, it } from 'vitest'
import { hostedGpuBreakevenUsdPerHour } from '../../shared/domain/conversion/gpu-tenant.ts'
import { indifferenceBitcoinPriceUsd } from '../../shared/domain/conversion/indifference-bitcoin-price.ts'
import { leaseYear1RentUsdPerMwYear } from '../../shared/domain/conversion/lease-year1-rent.ts'
import { bitcoinPriceForRevenueUsd } from '../../shared/domain/mining/bitcoin-price-for-revenue.ts'
import { blockSubsidyBtc } from '../../shared/domain/mining/block-subsidy.ts'
import { breakevenPowerPriceUsdPerMwh } from '../../shared/domain/mining/breakeven-power-price.ts'
import { curtailmentOption } from '../../shared/domain/mining/curtailment-option.ts'
import { halvingMultiplier } from '../../shared/domain/mining/halvings.ts'
import { BLOCKS_PER_PETAHASH_DAY } from '../../shared/domain/mining/hashes-per-difficulty.ts'
import { hashpriceUsdPerPhDay } from '../../shared/domain/mining/hashprice.ts'
import { miningPresentValueUsdPerMw } from '../../shared/domain/mining/mining-present-value.ts'
import { networkHashrateEhPerS } from '../../shared/domain/mining/network-hashrate.ts'
import { facilityRevenueUsdPerMwh, minerRevenueUsdPerMwh } from '../../shared/domain/mining/revenue-per-mwh.ts'
import { conversionThreshold } from '../../shared/domain/options/conversion-threshold.ts'
import { margrabe } from '../../shared/domain/options/margrabe.ts'
import { capacityPriceUsdPerMwh } from '../../shared/domain/power-price/capacity-price.ts'
import { kendallTau } from '../../shared/domain/statistics/kendall-tau.ts'
import { discountLognormal, lognormalMeanYears } from '../../shared/domain/time-to-power/discount-lognormal.ts'
import { discountTriangular } from '../../shared/domain/time-to-power/discount-triangular.ts'
import { hasSharedFolder, readSharedJson } from './shared-folder.ts'

// biome-ignore lint/suspicious/noExplicitAny: every vector has a shape of its own
type Vector = { id: string; inputs: any; expected: any }

const vectors = hasSharedFolder() ? (readSharedJson('model/vectors.json') as { vectors: Vector[] }).vectors : []

function vector(id: string): Vector {
  const found = vectors.find((each) => each.id === id)
  if (!found) throw new Error(`Vector ${id} is missing.`)
  return found
}

function expectRelative(actual: number, expected: number, tolerance: number): void {
  expect(Math.abs(actual / expected - 1)).toBeLessThanOrEqual(tolerance)
}

describe.runIf(hasSharedFolder())('verification cases of the economic model', () => {
  it('M01 subsidies by height', () => {
    const { inputs, expected } = vector('M01')
    expect(inputs.heights.map(blockSubsidyBtc)).toEqual(expected.subsidy_btc)
  })

  it('M03 network hashrate', () => {
    const { inputs, expected } = vector('M03')
    expectRelative(networkHashrateEhPerS(inputs.difficulty), expected.network_EHs, 0.002)
  })

  it.each(['M04', 'M06', 'M07', 'M08'])('%s hashprice', (id) => {
    const { inputs, expected } = vector(id)
    const actual = hashpriceUsdPerPhDay(inputs.difficulty, inputs.subsidy + inputs.fees_btc_per_block, inputs.btc_usd)
    expectRelative(actual, expected.hashprice_usd_PH_day_model ?? expected.hashprice_usd_PH_day, 1e-4)
    if (expected.hashprice_published) expectRelative(actual, expected.hashprice_published, 0.03)
  })

  it('M05 hashprice in bitcoin', () => {
    const { inputs, expected } = vector('M05')
    const reward = inputs.subsidy / (1 - inputs.fee_share_of_reward)
    expectRelative(hashpriceUsdPerPhDay(inputs.difficulty, reward, 1), expected.hashprice_btc_PH_day_model, 1e-4)
  })

  it('M09 bitcoin of a month from hashrate and difficulty', () => {
    const { inputs, expected } = vector('M09')
    inputs.cases.forEach((each: Record<string, number>, index: number) => {
      const perPhDay = BLOCKS_PER_PETAHASH_DAY / ((each['harmonic_mean_difficulty_T'] ?? 0) * 1e12)
      const bitcoin = perPhDay * (each['subsidy'] ?? 3.125) * 1_000 * (each['avg_EHs'] ?? 0) * (each['days'] ?? 0)
      expectRelative(bitcoin, expected.btc_model[index], 0.002)
      expectRelative(bitcoin, expected.btc_published[index], 0.035)
    })
  })

  it('M13 revenue and break-even power price', () => {
    const { inputs, expected } = vector('M13')
    expectRelative(
      minerRevenueUsdPerMwh(inputs.hashprice, inputs.efficiency_J_TH),
      expected.revenue_per_miner_MWh,
      1e-4,
    )
    const revenue = facilityRevenueUsdPerMwh(
      inputs.hashprice,
      inputs.efficiency_J_TH,
      inputs.pool_fee,
      inputs.mining_pue,
    )
    expectRelative(
      breakevenPowerPriceUsdPerMwh(revenue, inputs.opex_usd_mwh),
      expected.breakeven_usd_per_facility_MWh,
      1e-4,
    )
  })

  it('M16 curtailment option', () => {
    const { inputs, expected } = vector('M16')
    const option = curtailmentOption(inputs.mean_price, inputs.log_sd, inputs.breakeven)
    expectRelative(option.valueUsdPerMwh, expected.value_usd_mwh, 1e-4)
    expectRelative(option.runFraction, expected.run_fraction, 1e-4)
    expectRelative(option.meanPriceWhenRunningUsdPerMwh, expected.mean_price_when_running, 1e-4)
  })

  it('M17 and M18 present value of mining, without and with a halving', () => {
    const { inputs, expected } = vector('M18')
    const value = (halvings: Float64Array) =>
      miningPresentValueUsdPerMw(
        inputs.R0,
        inputs.cost,
        inputs.decline,
        inputs.r,
        inputs.availability,
        0,
        15,
        halvings,
        halvingMultiplier(inputs.fee_share),
      )
    expect(halvingMultiplier(inputs.fee_share)).toBeCloseTo(expected.multiplier, 12)
    expectRelative(value(new Float64Array(0)), vector('M17').expected.pv_usd_per_mw, 1e-4)
    expectRelative(value(Float64Array.of(inputs.halving_t)), expected.pv_usd_per_mw, 1e-4)
  })

  it('L02 first-year rent of a contract', () => {
    const { inputs, expected } = vector('L02')
    const rent = leaseYear1RentUsdPerMwYear(inputs.value, inputs.mw, inputs.term, inputs.escalator)
    expectRelative(rent, expected.year1_usd_per_mw_year, 1e-5)
  })

  it('G06 break-even of a hosted GPU', () => {
    const { inputs, expected } = vector('G06')
    const tenant = {
      capexUsd: inputs.capex,
      residualShare: inputs.residual,
      discountRate: inputs.r,
      lifeYears: inputs.years,
      kwIt: inputs.kw_it,
      pue: inputs.pue,
      powerUsdPerMwh: inputs.power,
      opexShare: inputs.opex_pct,
      utilisation: inputs.utilisation,
    }
    expectRelative(hostedGpuBreakevenUsdPerHour(tenant, inputs.colo_kw_month), expected.usd_per_hour, 0.001)
  })

  it('P01 capacity price', () => {
    const { inputs, expected } = vector('P01')
    inputs.usd_per_mw_day.forEach((price: number, index: number) => {
      expect(Math.abs(capacityPriceUsdPerMwh(price, 1) - expected.usd_per_mwh[index])).toBeLessThanOrEqual(0.001)
    })
  })

  it('T01 and T02 discount of an uncertain time', () => {
    const triangular = vector('T01')
    const { a, m, b, r } = triangular.inputs
    expectRelative(discountTriangular(a, m, b, r), triangular.expected.value, 1e-5)
    const lognormal = vector('T02')
    const { median, sigma } = lognormal.inputs
    expectRelative(discountLognormal(median, sigma, lognormal.inputs.r), lognormal.expected.value, 1e-5)
    expectRelative(lognormalMeanYears(median, sigma), lognormal.expected.mean_T, 1e-5)
  })

  it.each(vectors.filter((each) => each.id.startsWith('O01') || each.id === 'O07').map((each) => each.id))(
    '%s exchange option',
    (id) => {
      const { inputs, expected } = vector(id)
      const { value } = margrabe({
        received: inputs.S1,
        given: inputs.S2,
        receivedYield: inputs.q1,
        givenYield: inputs.q2,
        years: inputs.T,
        receivedVolatility: inputs.v1,
        givenVolatility: inputs.v2,
        correlation: inputs.rho,
      })
      expect(Math.abs(value - expected.value)).toBeLessThanOrEqual(0.001)
    },
  )

  it('O05 and O06 when to convert', () => {
    const fixed = vector('O05')
    const { r, delta, sigma } = fixed.inputs
    const one = conversionThreshold({
      valueYield: delta,
      costYield: r,
      valueVolatility: sigma,
      costVolatility: 0,
      correlation: 0,
    })
    expect(one.ratio).toBeCloseTo(fixed.expected.V_star_over_I, 9)
    const { inputs, expected } = vector('O06')
    const two = conversionThreshold({
      valueYield: inputs.delta_v,
      costYield: inputs.delta_k,
      valueVolatility: inputs.s_v,
      costVolatility: inputs.s_k,
      correlation: inputs.rho,
    })
    expectRelative(two.beta, expected.beta, 1e-5)
    expectRelative(two.ratio, expected.threshold_ratio, 1e-5)
  })

  it('I01 and I03 Bitcoin price of indifference and of cash cost', () => {
    const { inputs, expected } = vector('I01')
    const mining = {
      difficulty: inputs.difficulty,
      subsidyBtc: inputs.subsidy,
      feeShare: inputs.fee_share,
      efficiencyJPerTh: inputs.eff,
      miningPue: inputs.pue_m,
      poolFeeShare: inputs.pool,
      powerUsdPerMwh: inputs.power,
      opexUsdPerMwh: inputs.opex,
      availability: inputs.avail,
      asicUsdPerMw: (inputs.asic_usd_th * 1e6) / (inputs.eff * inputs.pue_m),
      asicDiscountRate: inputs.asic_r,
      asicLifeYears: inputs.asic_n,
      shellUsdPerMw: inputs.shell,
      shellDiscountRate: inputs.shell_r,
      shellLifeYears: inputs.shell_n,
      curtailmentIncomeUsdPerMwYear: 0,
    }
    expectRelative(
      indifferenceBitcoinPriceUsd(expected.lease_net_per_gross_mw, mining),
      expected.btc_price_indifference,
      1e-4,
    )
    expectRelative(
      bitcoinPriceForRevenueUsd(inputs.power + inputs.opex, mining),
      vector('I03').expected.btc_price,
      1e-3,
    )
  })

  it('S02 rank correlation', () => {
    const { inputs, expected } = vector('S02')
    expect(kendallTau(inputs.a, inputs.b)).toBeCloseTo(expected.tau, 12)
  })
})
