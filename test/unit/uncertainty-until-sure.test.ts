import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pairedError } from '../../shared/domain/uncertainty/paired-error.ts'
import { simulate } from '../../shared/domain/uncertainty/simulate.ts'
import { FIRST_PLACE_ERROR, simulateUntilSure } from '../../shared/domain/uncertainty/simulate-until-sure.ts'
import { buildColumns, type SiteSketch, SURVEYED_MINE } from './columns-builder.ts'
import { STORY, scenarioOf } from './scenarios.ts'
import { anySite } from './site-sketches.ts'

function untilSure(sites: readonly SiteSketch[], options: { draws: number; seed?: number; drawsPerStep?: number }) {
  const steps = simulateUntilSure(buildColumns(sites), scenarioOf(STORY), { seed: 1, ...options })
  let told = 0
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    expect(step.value).toBeGreaterThanOrEqual(told)
    told = step.value
    expect(told).toBeLessThanOrEqual(1)
  }
}

/** Sites that wait for their power, so that each draw has another winner. */
const CLOSE: readonly SiteSketch[] = Array.from({ length: 4 }, (_, index) => ({
  id: `close-${index}`,
  kind: 'queue_request',
  status: 'planned',
  queueMw: 300,
  mwRungLevel: 3,
  queueStatus: 'ia_signed',
  energizationYear: 2028,
  powerPriceUsdPerMwh: 30 + index / 100,
}))

describe('draws until it is sure who is first', () => {
  it('stop at the first thousand where one site is first in nearly all of them', () => {
    const sure = untilSure([SURVEYED_MINE, { id: 'nothing-known' }], { draws: 10_000 })
    expect(sure.draws).toBe(1_000)
    expect(sure.firstPlaceError).toBeLessThan(FIRST_PLACE_ERROR)
  })

  it('go on where several are first by turns, no longer than needed, and end as a run of so many draws does', () => {
    const close = untilSure(CLOSE, { draws: 10_000 })
    expect(close.draws).toBeGreaterThan(1_000)
    expect(close.draws).toBeLessThan(10_000)
    expect(close.firstPlaceError).toBeLessThan(FIRST_PLACE_ERROR)
    const run = (draws: number) => simulate(buildColumns(CLOSE), scenarioOf(STORY), { draws, seed: 1 })
    expect(close).toEqual(run(close.draws))
    expect(run(close.draws - 2)?.firstPlaceError).toBeGreaterThanOrEqual(FIRST_PLACE_ERROR)
  })

  it('take the same number whatever the length of a step, and another for another seed', () => {
    const draws = [2, 7, 500, 100_000].map((drawsPerStep) => untilSure(CLOSE, { draws: 5_000, drawsPerStep }).draws)
    expect(new Set(draws).size).toBe(1)
    const seeds = [1, 2, 3].map((seed) => untilSure(CLOSE, { draws: 5_000, seed }).draws)
    expect(new Set(seeds).size).toBeGreaterThan(1)
  })

  it('end at the most, sure or not, and leave no figure unknown', () => {
    expect(untilSure(CLOSE, { draws: 1_200 }).draws).toBe(1_200)
    fc.assert(
      fc.property(fc.array(anySite, { maxLength: 4 }), fc.integer({ min: 1, max: 1_100 }), (sites, draws) => {
        const result = untilSure(sites, { draws })
        expect(result.draws).toBeLessThanOrEqual(draws + 1)
        expect(result.firstPlaceError).toBeGreaterThanOrEqual(0)
        expect(result.firstPlaceError).toBeLessThanOrEqual(0.5)
      }),
      { numRuns: 10 },
    )
  })
})

describe('the standard error of a share of paired draws', () => {
  it('is that of the mean of the pairs', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 2, maxLength: 50 }), (pairs) => {
        const shares = pairs.map(([one, other]) => (Number(one) + Number(other)) / 2)
        const mean = shares.reduce((sum, share) => sum + share, 0) / pairs.length
        const squares = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0)
        const both = pairs.filter(([one, other]) => one && other).length
        const expected = Math.sqrt(squares / (pairs.length - 1) / pairs.length)
        expect(pairedError(pairs.length, 2 * mean * pairs.length, both)).toBeCloseTo(expected, 9)
      }),
    )
  })

  it('is the greatest there can be where a single pair says nothing, and none where every draw agrees', () => {
    expect(pairedError(1, 1, 0)).toBe(0.5)
    expect(pairedError(50, 100, 50)).toBe(0)
    expect(pairedError(50, 0, 0)).toBe(0)
  })
})
