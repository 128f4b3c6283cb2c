import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findOutNext } from '../../shared/domain/ranking/find-out-next.ts'
import { portfolioQuestions } from '../../shared/domain/ranking/portfolio-questions.ts'
import { GATES } from '../../shared/domain/ranking/ranking.ts'
import { siteCase } from '../../shared/domain/ranking/site-case.ts'
import type { AssumptionKey } from '../../shared/domain/scenario/assumption-defs.ts'
import { buildColumns, type SiteSketch, SURVEYED_MINE } from './columns-builder.ts'
import { PRESET_IDS, STORY, scenarioOf } from './scenarios.ts'
import { anySite } from './site-sketches.ts'

function caseUnder(preset: string, site: SiteSketch, changes: Partial<Record<AssumptionKey, number>> = {}) {
  return siteCase(buildColumns([site]), 0, scenarioOf(preset, changes).assumptions)
}

function without(...fields: (keyof SiteSketch)[]): SiteSketch {
  return Object.fromEntries(Object.entries(SURVEYED_MINE).filter(([key]) => !fields.includes(key as keyof SiteSketch)))
}

describe('what to find out next', () => {
  it('is worth nothing where no answer changes what is best, and never less than nothing', () => {
    fc.assert(
      fc.property(anySite, fc.constantFrom(...PRESET_IDS), (site, preset) => {
        const questions = findOutNext(caseUnder(preset, site))
        for (const { changeChance, gainUsdPerMw } of questions) {
          expect(changeChance).toBeGreaterThanOrEqual(0)
          expect(changeChance).toBeLessThanOrEqual(1 + 1e-9)
          expect(gainUsdPerMw).toBeGreaterThanOrEqual(0)
          expect(Number.isFinite(gainUsdPerMw)).toBe(true)
          if (changeChance === 0) expect(gainUsdPerMw).toBe(0)
        }
        const gains = questions.map((each) => each.gainUsdPerMw)
        expect(gains).toEqual(gains.toSorted((a, b) => b - a))
      }),
      { numRuns: 200 },
    )
  })

  it('values a gate that may fail by what the studies of a shut use would cost, and what mining earns instead', () => {
    const each = caseUnder('2026-07', without('floodZone'), {
      unsurveyedConvertibleShare: 0.5,
      miningDiscountRate: 0.3,
    })
    expect(each.verdict).toBe('lease')
    const fails = 1 - 0.5 ** (1 / GATES.length)
    const [flood] = findOutNext(each)
    expect(flood?.label).toBe('Flood')
    expect(flood?.changeChance).toBeCloseTo(fails, 12)
    const gain = Math.max(0, each.value.mine) + each.terms.assumptions.sunkStudyUsdPerMw
    expect(flood?.gainUsdPerMw).toBeCloseTo(fails * gain, 6)
  })

  it('asks for a price that decides between two uses before one that decides nothing', () => {
    const open = without('powerPriceUsdPerMwh', 'floodZone')
    const asked = (preset: string) =>
      Object.fromEntries(findOutNext(caseUnder(preset, open)).map((each) => [each.label, each.gainUsdPerMw]))
    for (const preset of ['2026-07', STORY])
      expect(Object.keys(asked(preset)).toSorted()).toEqual(['Flood', 'Power price'])
    // Certain that every gate passes, there is nothing to learn from the flood map.
    const certain = findOutNext(caseUnder('2026-07', open, { unsurveyedConvertibleShare: 1 }))
    expect(certain.find(({ label }) => label === 'Flood')).toMatchObject({ changeChance: 0, gainUsdPerMw: 0 })
  })

  it('orders the questions of many sites by what all their megawatts gain, whatever order the sites come in', () => {
    const sites = [0, 1, 2].map((index) => ({
      id: `site-${index}`,
      name: `Site ${index}`,
      each: caseUnder('2026-07', { ...without('floodZone'), energizedMw: 100 * (index + 1) }),
    }))
    const questions = portfolioQuestions(sites)
    expect(questions.map(({ siteId }) => siteId)).toEqual(['site-2', 'site-1', 'site-0'])
    expect(questions[0]?.gainUsd).toBeCloseTo(3 * (questions[2]?.gainUsd ?? Number.NaN), 0)
    expect(portfolioQuestions(sites.toReversed())).toEqual(questions)
    expect(portfolioQuestions([])).toEqual([])
  })
})
