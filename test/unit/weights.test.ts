import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ahp } from '../../shared/domain/mcda/ahp.ts'
import { leastConsistentPair } from '../../shared/domain/mcda/least-consistent-pair.ts'
import { kendall } from '../../shared/domain/mcda/rank-similarity.ts'
import { secondOpinion } from '../../shared/domain/mcda/second-opinion.ts'
import { criterionDef } from '../../shared/domain/ranking/criteria.ts'
import { groupsOf, withGroupWeights } from '../../shared/domain/ranking/group-weights.ts'
import { rankSites } from '../../shared/domain/ranking/rank-sites.ts'
import { RULER } from '../../shared/domain/ranking/ruler.ts'
import { shiftWeights } from '../../shared/domain/ranking/shift-weights.ts'
import { siteCase } from '../../shared/domain/ranking/site-case.ts'
import { siteUtilities, weighedCriteria } from '../../shared/domain/ranking/site-utilities.ts'
import { type StabilityRequest, weightStability } from '../../shared/domain/ranking/weight-stability.ts'
import { anyRuler } from './any-ruler.ts'
import { buildColumns } from './columns-builder.ts'
import { PRESET_IDS, scenarioOf } from './scenarios.ts'
import { anySite } from './site-sketches.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })

describe('utilities of a site', () => {
  it('add up to the score and to the best score of the ranking', () => {
    fc.assert(
      fc.property(anySite, fc.constantFrom(...PRESET_IDS), anyRuler, (site, preset, ruler) => {
        const columns = buildColumns([site])
        const scenario = scenarioOf(preset)
        const { score, scoreAtBest } = rankSites(columns, scenario, ruler)
        const { low, high } = siteUtilities(siteCase(columns, 0, scenario.assumptions), ruler)
        const criteria = weighedCriteria(ruler)
        const sum = (utilities: readonly number[]) =>
          criteria.reduce((total, { weight }, index) => total + 100 * weight * (utilities[index] ?? Number.NaN), 0)
        expect(sum(low)).toBeCloseTo(score[0] ?? Number.NaN, 6)
        expect(sum(high)).toBeCloseTo(scoreAtBest[0] ?? Number.NaN, 6)
      }),
    )
  })
})

describe('the order of a shortlist under doubtful weights', () => {
  const request = (low: number[][], high = low, weights = [0.5, 0.5]): StabilityRequest => ({
    siteIds: low.map((_, site) => `site-${site}`),
    low,
    high,
    weights,
    doubt: 'any',
    draws: 4_000,
  })

  it('is that of the closed form for two criteria, and says "no weights" where a site is never first', () => {
    const [first, second, third] = weightStability(
      request([
        [1, 0],
        [0, 1],
        [0.4, 0.4],
      ]),
    )
    expect(first).toMatchObject({ first: 0.5, couldBeFirst: true, confidence: 1 })
    expect(first?.centralWeights?.map((weight) => Number(weight.toFixed(6)))).toEqual([0.75, 0.25])
    expect(second?.ranks.map((each) => Number(each.toFixed(6)))).toEqual([0.5, 0.1, 0.4])
    expect(third).toMatchObject({ first: 0, centralWeights: null, confidence: null, topTen: 1, couldBeFirst: false })
  })

  it('lets a site with unknowns still be first only where its best reaches the worst of the leader', () => {
    const low = [
      [0.6, 0.6],
      [0.3, 0.3],
      [0.1, 0.1],
    ]
    const high = [
      [0.6, 0.6],
      [0.9, 0.4],
      [0.2, 1],
    ]
    expect(weightStability(request(low, high)).map((each) => each.couldBeFirst)).toEqual([true, true, true])
    expect(
      weightStability(
        request(low, [
          [0.6, 0.6],
          [0.7, 0.4],
          [0.2, 0.9],
        ]),
      ).map((each) => each.couldBeFirst),
    ).toEqual([true, false, false])
  })

  it('keeps within half of the weights when only that much is in doubt', () => {
    const sites = request(
      [
        [1, 0],
        [0, 1],
      ],
      [
        [1, 0],
        [0, 1],
      ],
      [0.8, 0.2],
    )
    expect(weightStability({ ...sites, doubt: 'half' })[0]?.first).toBe(1)
    expect(weightStability(sites)[0]?.first).toBe(0.5)
  })

  it('is the same in whatever order the sites come, and empty for none', () => {
    expect(weightStability(request([]))).toEqual([])
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share), { minLength: 2, maxLength: 8 }), (sites) => {
        const asked = request(sites.map((each) => [...each]))
        const found = weightStability(asked)
        const turned = weightStability({
          ...asked,
          siteIds: asked.siteIds.toReversed(),
          low: asked.low.toReversed(),
          high: asked.high.toReversed(),
        })
        for (const [index, each] of found.entries()) {
          expect(turned[sites.length - 1 - index]?.first).toBeCloseTo(each.first, 9)
        }
        expect(found.reduce((sum, each) => sum + each.first, 0)).toBeGreaterThanOrEqual(1 - 1e-9)
      }),
      { numRuns: 40 },
    )
  })
})

describe('weights on sliders', () => {
  it('always add to one, leave locked ones alone and never go below 0', () => {
    const anyWeights = fc.array(fc.tuple(share, fc.boolean()), { minLength: 1, maxLength: 12 }).map((pairs) => {
      const sum = pairs.reduce((total, [weight]) => total + weight + 0.01, 0)
      return pairs.map(([weight, isLocked]) => ({ weight: (weight + 0.01) / sum, isLocked }))
    })
    fc.assert(
      fc.property(anyWeights, fc.nat(), fc.double({ min: -1, max: 2, noNaN: true }), (all, at, wanted) => {
        const index = at % all.length
        const shifted = shiftWeights(all, index, wanted)
        expect(shifted.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9)
        for (const [each, weight] of shifted.entries()) {
          expect(weight).toBeGreaterThanOrEqual(0)
          if (each !== index && all[each]?.isLocked) expect(weight).toBe(all[each]?.weight)
        }
      }),
    )
  })
})

describe('comparisons in pairs', () => {
  it('of groups give a ruler whose groups have the weights judged, criteria in their former proportions', () => {
    const groups = groupsOf(RULER.criteria)
    const weights = groups.map((_, index) => (index + 1) / ((groups.length * (groups.length + 1)) / 2))
    const criteria = withGroupWeights(RULER.criteria, groups, weights)
    for (const [index, group] of groups.entries()) {
      const sum = criteria.reduce((total, { id, weight }) => total + (criterionDef(id).group === group ? weight : 0), 0)
      expect(sum).toBeCloseTo(weights[index] ?? Number.NaN, 12)
    }
    const weightOf = (id: string, all: typeof criteria) => all.find((each) => each.id === id)?.weight ?? Number.NaN
    const proportion = (all: typeof criteria) => weightOf('grid_voltage', all) / weightOf('substation', all)
    expect(proportion(criteria)).toBeCloseTo(proportion(RULER.criteria), 12)
  })

  it('name the judgment that fits the others least, and none where all fit', () => {
    const fitting = [
      [1, 2, 6],
      [1 / 2, 1, 3],
      [1 / 6, 1 / 3, 1],
    ]
    expect(leastConsistentPair(fitting, ahp(fitting, 'eigenvector', 'saaty').weights)).toBeNull()
    const odd = [
      [1, 2, 1 / 6],
      [1 / 2, 1, 3],
      [6, 1 / 3, 1],
    ]
    const { weights, consistencyRatio } = ahp(odd, 'eigenvector', 'saaty')
    expect(consistencyRatio).toBeGreaterThan(0.1)
    const pair = leastConsistentPair(odd, weights)
    expect(pair).not.toBeNull()
    expect(Math.abs(Math.log((pair?.judged ?? 1) / (pair?.implied ?? 1)))).toBeGreaterThan(1)
  })
})

describe('a second opinion', () => {
  it('says how far the orders agree by Spearman and Kendall', () => {
    expect(kendall([1, 2, 3, 4], [1, 2, 3, 4])).toBe(1)
    expect(kendall([1, 2, 3, 4], [4, 3, 2, 1])).toBe(-1)
    // One swapped pair of six: 5 pairs agree, 1 does not.
    expect(kendall([1, 2, 3, 4], [1, 3, 2, 4])).toBeCloseTo(4 / 6, 12)
    expect(kendall([1, 1], [1, 2])).toBeNaN()
  })

  it('disputes no site of a list in which every criterion says the same', () => {
    const sites = Array.from({ length: 12 }, (_, site) => [0, 1].map(() => ({ utility: site / 11, weight: 0.5 })))
    const opinion = secondOpinion(sites)
    expect(opinion.isDisputed).not.toContain(true)
    expect(opinion.agreement.topsis).toEqual({ spearman: 1, kendall: 1 })
    expect(opinion.agreement.promethee2.kendall).toBe(1)
  })
})
