import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { miningPresentValueUsdPerMw } from '../../shared/domain/mining/mining-present-value.ts'

interface Mine {
  readonly revenue: number
  readonly cost: number
  readonly decline: number
  readonly rate: number
  readonly start: number
  readonly life: number
  readonly halvings: readonly number[]
  readonly multiplier: number
}

const anyMine: fc.Arbitrary<Mine> = fc.record({
  revenue: fc.double({ min: 5, max: 300, noNaN: true }),
  cost: fc.double({ min: -20, max: 200, noNaN: true }),
  decline: fc.double({ min: -0.4, max: 1.2, noNaN: true }),
  rate: fc.double({ min: 0, max: 0.4, noNaN: true }),
  start: fc.double({ min: 0, max: 5, noNaN: true }),
  life: fc.double({ min: 0.1, max: 10, noNaN: true }),
  halvings: fc
    .array(fc.double({ min: 0, max: 12, noNaN: true }), { maxLength: 3 })
    .map((years) => years.toSorted((a, b) => a - b)),
  multiplier: fc.double({ min: 0.5, max: 1, noNaN: true }),
})

function closedForm(mine: Mine): number {
  return miningPresentValueUsdPerMw(
    mine.revenue,
    mine.cost,
    mine.decline,
    mine.rate,
    0.95,
    mine.start,
    mine.start + mine.life,
    Float64Array.from(mine.halvings),
    mine.multiplier,
  )
}

/** Simpson's rule in 4,000 steps a smooth stretch: between halvings, and on each side of where the mine stops or starts. */
function bruteForce(mine: Mine): number {
  const end = mine.start + mine.life
  const cuts = [mine.start, ...mine.halvings.filter((year) => year > mine.start && year < end), end]
  let sum = 0
  for (let index = 0; index + 1 < cuts.length; index += 1) {
    const [from = 0, to = 0] = [cuts[index], cuts[index + 1]]
    const passed = mine.halvings.filter((year) => year <= from).length
    const level = mine.revenue * mine.multiplier ** passed
    const margin = (year: number) => level * Math.exp(-mine.decline * year) - mine.cost
    const kink = margin(from) * margin(to) < 0 ? rootBetween(margin, from, to) : from
    for (const [left, right] of [
      [from, kink],
      [kink, to],
    ] as const) {
      sum += simpson((year) => Math.max(0, margin(year)) * Math.exp(-mine.rate * year), left, right)
    }
  }
  return 8_760 * 0.95 * sum
}

function rootBetween(f: (x: number) => number, from: number, to: number): number {
  let [left, right] = [from, to]
  const sign = Math.sign(f(from))
  for (let round = 0; round < 80; round += 1) {
    const middle = (left + right) / 2
    if (Math.sign(f(middle)) === sign) left = middle
    else right = middle
  }
  return left
}

function simpson(f: (x: number) => number, from: number, to: number): number {
  const steps = 4_000
  const step = (to - from) / steps
  let sum = 0
  for (let index = 0; index <= steps; index += 1) {
    sum += f(from + index * step) * (index === 0 || index === steps ? 1 : index % 2 === 1 ? 4 : 2)
  }
  return (sum * step) / 3
}

describe('present value of mining', () => {
  it('equals the reference mine of November 2024', () => {
    const value = miningPresentValueUsdPerMw(141.02175398, 53, 0.3, 0.15, 0.95, 0, 15)
    expect(value).toBeCloseTo(869_277.31, 1)
  })

  it('equals a fine-step integration of the margin with shutdown and halvings', () => {
    fc.assert(
      fc.property(anyMine, (mine) => {
        const brute = bruteForce(mine)
        expect(Math.abs(closedForm(mine) - brute)).toBeLessThanOrEqual(1e-6 * Math.max(1_000, Math.abs(brute)))
      }),
      { numRuns: 300 },
    )
  })

  it('is never negative, because a mine below cost stands still', () => {
    fc.assert(fc.property(anyMine, (mine) => closedForm(mine) >= -1e-6))
  })

  it('falls with cost and with decline, and rises with revenue and with life', () => {
    fc.assert(
      fc.property(anyMine, fc.double({ min: 0, max: 20, noNaN: true }), (mine, step) => {
        const base = closedForm(mine) * (1 + 1e-9) + 1e-3
        expect(closedForm({ ...mine, cost: mine.cost + step })).toBeLessThanOrEqual(base)
        expect(closedForm({ ...mine, decline: mine.decline + step / 20 })).toBeLessThanOrEqual(base)
        expect(closedForm({ ...mine, revenue: mine.revenue + step })).toBeGreaterThanOrEqual(base * (1 - 3e-9) - 3e-3)
        expect(closedForm({ ...mine, life: mine.life + step })).toBeGreaterThanOrEqual(base * (1 - 3e-9) - 3e-3)
      }),
    )
  })
})
