import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { secondOpinion } from '../../shared/domain/mcda/second-opinion.ts'
import { explainSite } from '../../shared/domain/ranking/explain-site.ts'
import { rankSites } from '../../shared/domain/ranking/rank-sites.ts'
import { buildColumns, SURVEYED_MINE } from './columns-builder.ts'
import { STORY, scenarioOf } from './scenarios.ts'
import { anySite } from './site-sketches.ts'

function site(...utilities: readonly number[]) {
  return utilities.map((utility) => ({ utility, weight: 1 }))
}

describe('a second opinion on the order of a few sites', () => {
  it('confirms a site that is best in everything', () => {
    const opinion = secondOpinion([site(0.2, 0.1, 0.5), site(0.9, 0.8, 0.7), site(0.5, 0.4, 0.6)])
    expect(opinion).toMatchObject({
      weightedSum: [3, 1, 2],
      topsis: [3, 1, 2],
      promethee2: [3, 1, 2],
      agreesOnFirst: true,
      similarity: { topsis: 1, promethee2: 1 },
    })
  })

  it('says when a method prefers the all-rounder to the specialist that leads the score', () => {
    const opinion = secondOpinion([site(1, 0), site(0.48, 0.48)])
    expect(opinion.weightedSum).toEqual([1, 2])
    expect(opinion.topsis).toEqual([2, 1])
    expect(opinion.agreesOnFirst).toBe(false)
    expect(opinion.similarity.topsis).toBeLessThan(1)
  })

  it('says when a site leads on more criteria by enough, and when sites share every first rank', () => {
    const opinion = secondOpinion([site(1, 0, 0), site(0.3, 0.6, 0.06)])
    expect(opinion.weightedSum).toEqual([1, 2])
    expect(opinion.promethee2).toEqual([2, 1])
    const tied = secondOpinion([site(0.5, 0.5), site(0.5, 0.5), site(0.1, 0.1)])
    expect(tied).toMatchObject({
      weightedSum: [1, 1, 3],
      topsis: [1, 1, 3],
      promethee2: [1, 1, 3],
      agreesOnFirst: true,
    })
  })

  it('counts an unknown as its worst, as the score does', () => {
    expect(secondOpinion([site(Number.NaN, 0.5), site(0.1, 0.5)])).toEqual(
      secondOpinion([site(0, 0.5), site(0.1, 0.5)]),
    )
  })

  it('takes the criteria of explained sites, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(anySite, { minLength: 1, maxLength: 4 }), (others) => {
        const columns = buildColumns([SURVEYED_MINE, ...others])
        const scenario = scenarioOf(STORY)
        const ranking = rankSites(columns, scenario)
        const opinion = secondOpinion(
          columns.ids.map((_, row) => explainSite(columns, ranking, row, scenario).criteria),
        )
        for (const ranks of [opinion.weightedSum, opinion.topsis, opinion.promethee2]) {
          expect(ranks).toHaveLength(columns.count)
          expect(Math.min(...ranks)).toBe(1)
        }
      }),
      { numRuns: 30 },
    )
  })
})
