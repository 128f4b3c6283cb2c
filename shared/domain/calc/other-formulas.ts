import { conversionThreshold } from '../options/conversion-threshold.ts'
import { margrabe } from '../options/margrabe.ts'
import { capacityPriceUsdPerMwh } from '../power-price/capacity-price.ts'
import { kendallTau } from '../statistics/kendall-tau.ts'
import { discountLognormal, lognormalMeanYears } from '../time-to-power/discount-lognormal.ts'
import { discountTriangular } from '../time-to-power/discount-triangular.ts'
import type { CalcFormula } from './calc-formula.ts'
import { listOfNumbers, number, numberAbove } from './calc-inputs.ts'

export const capacityPrice: CalcFormula = {
  inputs: { usd_per_mw_day: number(0, 1e7), load_factor: numberAbove(0, 1) },
  run: (given) => ({
    usd_per_mwh: capacityPriceUsdPerMwh(given.number('usd_per_mw_day'), given.number('load_factor')),
  }),
}

export const triangularDiscount: CalcFormula = {
  inputs: { a: number(0, 1_000), m: number(0, 1_000), b: number(0, 1_000), r: number(0, 10) },
  run: (given) => {
    const earliest = given.number('a')
    const likeliest = given.number('m')
    const latest = given.number('b')
    if (likeliest < earliest || latest < likeliest) {
      return `The input m must be a number from a to b, and ${likeliest} is not between ${earliest} and ${latest}.`
    }
    return { value: discountTriangular(earliest, likeliest, latest, given.number('r')) }
  },
}

export const lognormalDiscount: CalcFormula = {
  inputs: { median: number(0, 1_000), sigma: number(0, 3), r: number(0, 10) },
  run: (given) => ({
    value: discountLognormal(given.number('median'), given.number('sigma'), given.number('r')),
    mean: lognormalMeanYears(given.number('median'), given.number('sigma')),
  }),
}

export const exchangeOption: CalcFormula = {
  inputs: {
    s1: number(0, 1e15),
    s2: number(0, 1e15),
    q1: number(-5, 5),
    q2: number(-5, 5),
    t: number(0, 200),
    v1: number(0, 10),
    v2: number(0, 10),
    rho: number(-1, 1),
  },
  run: (given) => {
    const { value, sigma } = margrabe({
      received: given.number('s1'),
      given: given.number('s2'),
      receivedYield: given.number('q1'),
      givenYield: given.number('q2'),
      years: given.number('t'),
      receivedVolatility: given.number('v1'),
      givenVolatility: given.number('v2'),
      correlation: given.number('rho'),
    })
    return { value, sigma }
  },
}

/** Without a beta in the answer where it has no limit: then conversion pays as soon as both values are equal. */
export const threshold: CalcFormula = {
  inputs: {
    delta_v: numberAbove(0, 5),
    delta_k: number(0, 5),
    s_v: number(0, 10),
    s_k: number(0, 10),
    rho: number(-1, 1),
  },
  run: (given) => {
    const { beta, ratio } = conversionThreshold({
      valueYield: given.number('delta_v'),
      costYield: given.number('delta_k'),
      valueVolatility: given.number('s_v'),
      costVolatility: given.number('s_k'),
      correlation: given.number('rho'),
    })
    return Number.isFinite(beta) ? { beta, ratio } : { ratio }
  },
}

export const rankCorrelation: CalcFormula = {
  inputs: { a: listOfNumbers(2, 5_000), b: listOfNumbers(2, 5_000) },
  run: (given) => {
    const a = given.list('a')
    const b = given.list('b')
    if (a.length !== b.length)
      return `The inputs a and b must be lists of one length, not ${a.length} and ${b.length} numbers.`
    const tau = kendallTau(a, b)
    return Number.isNaN(tau) ? 'The inputs a and b must each hold at least two different numbers.' : { tau }
  },
}
