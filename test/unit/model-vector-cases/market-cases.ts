import { binomialOption } from '../../../shared/domain/options/binomial-option.ts'
import { coxRossRubinsteinSteps, forwardSteps } from '../../../shared/domain/options/binomial-steps.ts'
import { blackScholesCall } from '../../../shared/domain/options/black-scholes-call.ts'
import { conversionThreshold } from '../../../shared/domain/options/conversion-threshold.ts'
import { margrabe } from '../../../shared/domain/options/margrabe.ts'
import { capacityPriceUsdPerMwh } from '../../../shared/domain/power-price/capacity-price.ts'
import { priceComponentsUsdPerMwh } from '../../../shared/domain/power-price/price-components.ts'
import { priceAfter } from '../../../shared/domain/statistics/geometric-brownian-motion.ts'
import { kendallTau } from '../../../shared/domain/statistics/kendall-tau.ts'
import { lognormalQuantile, lognormalSigma } from '../../../shared/domain/statistics/lognormal.ts'
import { discountLognormal, lognormalMeanYears } from '../../../shared/domain/time-to-power/discount-lognormal.ts'
import { discountTriangular } from '../../../shared/domain/time-to-power/discount-triangular.ts'
import { realisedShare } from '../../../shared/domain/time-to-power/realised-share.ts'
import type { Loose, VectorCases } from './vector-case.ts'

export const MARKET_CASES: VectorCases = {
  P01: ({ usd_per_mw_day }) => ({
    usd_per_mwh: usd_per_mw_day.map((price: number) => capacityPriceUsdPerMwh(price, 1)),
  }),
  P02: ({ total, shares }) => priceComponentsUsdPerMwh(total, shares),
  T01: ({ a, m, b, r }) => ({ value: discountTriangular(a, m, b, r) }),
  T02: ({ median, sigma, r }) => ({
    value: discountLognormal(median, sigma, r),
    mean_T: lognormalMeanYears(median, sigma),
  }),
  T03: ({ median, mean }) => ({ sigma: lognormalSigma(median, mean) }),
  T04: ({ requested, signed }) => ({ share: realisedShare(requested, signed) }),
  T05: (inputs) => {
    const fits = Object.values<[number, number]>(inputs).map(([median, mean]) => {
      const sigma = lognormalSigma(median, mean)
      return { sigma, p90: lognormalQuantile(median, sigma, 0.9) }
    })
    return { sigma: fits.map((fit) => fit.sigma), p90: fits.map((fit) => fit.p90) }
  },
  ...Object.fromEntries(
    ['0.1-0.15--0.5', '0.1-0.2--0.5', '0.1-0.25--0.5', '0.1-0.15-0.0', '0.1-0.15-0.5']
      .concat(['0.5-0.15--0.5', '0.5-0.25--0.5', '0.5-0.2-0.0', '0.5-0.25-0.5'])
      .map((name) => [`O01-${name}`, exchange]),
  ),
  O02: ({ S, K, r, sigma, q, T, n }) => {
    const diffusion = { rate: r, payoutYield: q, volatility: sigma, years: T }
    const call = { spot: S, strike: K, kind: 'call', isAmerican: false } as const
    return {
      crr_call: binomialOption(call, coxRossRubinsteinSteps(diffusion, n)).value,
      forward_tree_call: binomialOption(call, forwardSteps(diffusion, n)).value,
      black_scholes: blackScholesCall(S, K, diffusion),
    }
  },
  O03: ({ S, K, R, u, d }) => {
    const put = binomialOption(
      { spot: S, strike: K, kind: 'put', isAmerican: true },
      { count: 2, up: u, down: d, growth: R, payout: 1 },
    )
    return { value: put.value, p: put.upProbability, node_up: put.afterUp, node_down: put.afterDown }
  },
  O04: ({ S, K, r, sigma, T, n }) => ({
    value: binomialOption(
      { spot: S, strike: K, kind: 'put', isAmerican: true },
      coxRossRubinsteinSteps({ rate: r, payoutYield: 0, volatility: sigma, years: T }, n),
    ).value,
  }),
  O05: ({ r, delta, sigma }) => {
    const { beta, ratio } = conversionThreshold({
      valueYield: delta,
      costYield: r,
      valueVolatility: sigma,
      costVolatility: 0,
      correlation: 0,
    })
    return { beta, V_star_over_I: ratio }
  },
  O06: ({ delta_v, delta_k, s_v, s_k, rho }) => {
    const { beta, ratio } = conversionThreshold({
      valueYield: delta_v,
      costYield: delta_k,
      valueVolatility: s_v,
      costVolatility: s_k,
      correlation: rho,
    })
    return { beta, threshold_ratio: ratio }
  },
  O07: exchange,
  S01: ({ S0, sigma, T }) => {
    const price = priceAfter(S0, 0, sigma, T)
    const quantile = (probability: number) => lognormalQuantile(price.median, price.sigma, probability)
    return { mean: price.mean, median: price.median, p10: quantile(0.1), p90: quantile(0.9) }
  },
  S02: ({ a, b }) => ({ tau: kendallTau(a, b) }),
}

function exchange({ S1, S2, q1, q2, T, v1, v2, rho }: Loose): Record<string, number> {
  const { value, sigma } = margrabe({
    received: S1,
    given: S2,
    receivedYield: q1,
    givenYield: q2,
    years: T,
    receivedVolatility: v1,
    givenVolatility: v2,
    correlation: rho,
  })
  return { value, sigma }
}
