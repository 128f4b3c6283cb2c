import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contractRevenueUsdPerMwYear } from '../../shared/domain/conversion/contract-revenue.ts'
import { impliedGpuHourUsd } from '../../shared/domain/conversion/implied-gpu-hour.ts'
import { leaseAverageRent } from '../../shared/domain/conversion/lease-average-rent.ts'
import { leaseYear1RentUsdPerMwYear } from '../../shared/domain/conversion/lease-year1-rent.ts'
import { rackEconomics } from '../../shared/domain/conversion/rack-economics.ts'
import { internalRateOfReturn } from '../../shared/domain/finance/internal-rate-of-return.ts'
import { energyPerBitcoinMwh } from '../../shared/domain/mining/energy-per-bitcoin.ts'
import { expectedBitcoin } from '../../shared/domain/mining/expected-bitcoin.ts'
import { hashcostUsdPerPhDay } from '../../shared/domain/mining/hashcost.ts'
import { hashpriceUsdPerPhDay } from '../../shared/domain/mining/hashprice.ts'
import { hashratePhPerSForBlocks } from '../../shared/domain/mining/hashrate-for-blocks.ts'
import { curtailmentCreditUsdPerKwYear } from '../../shared/domain/power-price/curtailment-credit.ts'
import { realisedPowerPriceUsdPerMwh } from '../../shared/domain/power-price/realised-power-price.ts'
import { priceAfter } from '../../shared/domain/statistics/geometric-brownian-motion.ts'
import { lognormalQuantile, lognormalSigma } from '../../shared/domain/statistics/lognormal.ts'
import { normalCdf } from '../../shared/domain/statistics/normal-cdf.ts'
import { normalQuantile } from '../../shared/domain/statistics/normal-quantile.ts'

describe('internal rate of return', () => {
  it('of buying GPUs for a five-year contract is 13 %', () => {
    expect(internalRateOfReturn([-5.8, 1.649, 1.649, 1.649, 1.649, 1.649])).toBeCloseTo(0.13, 3)
  })

  it('takes the flows back to nothing today, losses and late starts included', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 100, noNaN: true }),
        fc.array(fc.double({ min: 0.1, max: 50, noNaN: true }), { minLength: 1, maxLength: 12 }),
        (cost, incomes) => {
          const flows = [-cost, ...incomes]
          const rate = internalRateOfReturn(flows)
          const worth = flows.reduce((sum, flow, year) => sum + flow / (1 + rate) ** year, 0)
          expect(Math.abs(worth) / cost).toBeLessThan(1e-9)
        },
      ),
    )
    expect(internalRateOfReturn([-100, 50])).toBeCloseTo(-0.5, 12)
    expect(internalRateOfReturn([0, -100, 110])).toBeCloseTo(0.1, 12)
  })

  it('is not a number where there is none, or more than one', () => {
    expect(internalRateOfReturn([1, 1])).toBeNaN()
    expect(internalRateOfReturn([])).toBeNaN()
    expect(internalRateOfReturn([-1, 3, -2])).toBeNaN()
  })
})

describe('quantiles', () => {
  // Abramowitz and Stegun, table 26.5, and 20-digit evaluations.
  it.each([
    [0.5, 0],
    [0.9, 1.2815515655446004],
    [0.975, 1.959963984540054],
    [0.001, -3.090232306167813],
    [1e-10, -6.361340902404056],
    [1e-300, -37.0470962993612],
  ])('of the normal distribution at %f', (p, expected) => {
    expect(normalQuantile(p)).toBeCloseTo(expected, 12)
  })

  it('undo the normal distribution function, and end at both ends', () => {
    for (let p = 0.0005; p < 1; p += 0.001) expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 14)
    expect([0, 1, -0.1, 1.1, Number.NaN].map(normalQuantile)).toEqual([
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ])
  })

  it('of interconnection delays in Texas and of PJM upgrade costs, from their medians and means', () => {
    expect(lognormalSigma(180, 220)).toBeCloseTo(0.63352, 4)
    expect(lognormalQuantile(30, lognormalSigma(30, 84), 0.9)).toBeCloseTo(189, 0)
    expect(lognormalQuantile(30, 0, 0.9)).toBe(30)
  })

  it('of a Bitcoin price in five years whose mean stays where it is', () => {
    const price = priceAfter(99_660, 0, 0.65, 5)
    expect(price.mean).toBe(99_660)
    expect(price.median).toBeCloseTo(34_657.5, 0)
    expect(lognormalQuantile(price.median, price.sigma, 0.1) / 5_380.9).toBeCloseTo(1, 4)
  })
})

describe('what published figures imply', () => {
  it('a contract of Hut 8 starts at $128 a kW-month, and its rents average out again', () => {
    const year1 = leaseYear1RentUsdPerMwYear(7e9, 245, 15, 0.03)
    expect(year1 / 12_000).toBeCloseTo(128.016, 3)
    expect(leaseAverageRent(year1, 0.03, 15)).toBeCloseTo(contractRevenueUsdPerMwYear(7e9, 245, 15), 3)
    expect(leaseAverageRent(5, 0, 15)).toBe(5)
  })

  it('IREN sells Microsoft the GPU-hour at $2.91, and a rack of GB200 draws 169 kW of its hall', () => {
    expect(impliedGpuHourUsd(9.7e9, 76_000, 5 * 8_760)).toBeCloseTo(2.914, 3)
    const rack = rackEconomics({ costUsdPerRack: 5.9e6, computeUsdPerRack: 3.4e6, gpusPerRack: 72, costUsdPerGw: 35e9 })
    expect(rack.racksPerGw).toBeCloseTo(5_932, 0)
    expect(rack.facilityKwPerRack).toBeCloseTo(168.6, 1)
    expect(rack.infrastructureUsdPerMw / 1e6).toBeCloseTo(14.83, 2)
  })

  it('Riot paid 3.4 cents in 2024 and earned $66.6 a kW-year by standing down', () => {
    expect(realisedPowerPriceUsdPerMwh(186_154e3, 33_685e3, 4_443_677)).toBeCloseTo(34.311, 3)
    expect(curtailmentCreditUsdPerKwYear(33_685e3, 4_443_677, 8_784)).toBeCloseTo(66.6, 1)
  })

  it('Riot was to mine 256.5 BTC in June 2024 and mined 255', () => {
    expect(expectedBitcoin(11.4, 30, 83.82e12, 3.125)).toBeCloseTo(256.5, 0)
  })

  it('hashrate, energy and cost of mining agree with the hashprice', () => {
    expect(hashratePhPerSForBlocks(9_853_622_692_186, 1)).toBeCloseTo(489.8, 1)
    // Where the hashprice equals the hashcost, the energy of a bitcoin costs the bitcoin.
    const [difficulty, efficiency, price] = [90e12, 20, 60_000]
    const energy = energyPerBitcoinMwh(efficiency, difficulty, 3.2)
    const hashcost = hashcostUsdPerPhDay(efficiency, price / energy)
    expect(hashcost / hashpriceUsdPerPhDay(difficulty, 3.2, price)).toBeCloseTo(1, 12)
  })
})
