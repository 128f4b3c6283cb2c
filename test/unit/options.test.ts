import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binomialOption } from '../../shared/domain/options/binomial-option.ts'
import { coxRossRubinsteinSteps, forwardSteps } from '../../shared/domain/options/binomial-steps.ts'
import { blackScholesCall } from '../../shared/domain/options/black-scholes-call.ts'

const CALL = { spot: 40, strike: 40, kind: 'call', isAmerican: false } as const
const YEAR_HALF = { rate: 0.08, payoutYield: 0, volatility: 0.3, years: 0.5 }

describe('binomial options', () => {
  it('give the textbook calls of two steps, both ways of choosing the steps', () => {
    expect(binomialOption(CALL, coxRossRubinsteinSteps(YEAR_HALF, 2)).value).toBeCloseTo(3.772, 3)
    expect(binomialOption(CALL, forwardSteps(YEAR_HALF, 2)).value).toBeCloseTo(4.11, 3)
  })

  it('approach the Black-Scholes value with many steps', () => {
    expect(blackScholesCall(40, 40, YEAR_HALF)).toBeCloseTo(4.1553, 4)
    for (const stepsOf of [coxRossRubinsteinSteps, forwardSteps]) {
      expect(Math.abs(binomialOption(CALL, stepsOf(YEAR_HALF, 1_000)).value - 4.1553)).toBeLessThan(0.003)
    }
  })

  it('give Hull his American put of five steps, worth more than the European one', () => {
    const steps = coxRossRubinsteinSteps({ rate: 0.1, payoutYield: 0, volatility: 0.4, years: 5 / 12 }, 5)
    const put = { spot: 50, strike: 50, kind: 'put' } as const
    const american = binomialOption({ ...put, isAmerican: true }, steps).value
    expect(american).toBeCloseTo(4.4885, 3)
    expect(american).toBeGreaterThan(binomialOption({ ...put, isAmerican: false }, steps).value)
  })

  it('exercise early in the put of two steps at 5 % a step', () => {
    const put = binomialOption(
      { spot: 50, strike: 52, kind: 'put', isAmerican: true },
      { count: 2, up: 1.2, down: 0.8, growth: 1.05, payout: 1 },
    )
    expect(put.upProbability).toBeCloseTo(0.625, 12)
    expect(put.afterUp).toBeCloseTo(1.4286, 4)
    expect(put.afterDown).toBeCloseTo(12, 12)
    expect(put.value).toBeCloseTo(5.1361, 4)
  })

  it('keep calls and puts in parity, and an American option above its exercise and its European twin', () => {
    const share = fc.double({ min: 0.01, max: 0.2, noNaN: true })
    fc.assert(
      fc.property(
        share,
        share,
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        fc.nat(60),
        (rate, payoutYield, volatility, n) => {
          const steps = forwardSteps({ rate, payoutYield, volatility, years: 2 }, n + 1)
          const value = (kind: 'call' | 'put', isAmerican: boolean) =>
            binomialOption({ spot: 100, strike: 90, kind, isAmerican }, steps).value
          const forward = 100 * Math.exp(-2 * payoutYield) - 90 * Math.exp(-2 * rate)
          expect(value('call', false) - value('put', false)).toBeCloseTo(forward, 8)
          expect(value('call', true)).toBeGreaterThanOrEqual(Math.max(10, value('call', false)))
          expect(value('put', true)).toBeGreaterThanOrEqual(value('put', false))
        },
      ),
    )
  })

  it('refuse steps that allow a riskless profit', () => {
    const steps = { count: 1, up: 1.05, down: 0.9, growth: 1.1, payout: 1 }
    expect(() => binomialOption(CALL, steps)).toThrow(RangeError)
  })
})
