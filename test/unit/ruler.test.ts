import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUILT_IN_RULERS } from '../../shared/domain/ranking/built-in-rulers.ts'
import { CRITERIA, criterionDef } from '../../shared/domain/ranking/criteria.ts'
import { rankSites } from '../../shared/domain/ranking/rank-sites.ts'
import { type RulerDraft, resolveRuler } from '../../shared/domain/ranking/resolve-ruler.ts'
import { RULER, type Ruler } from '../../shared/domain/ranking/ruler.ts'
import { points } from '../../shared/domain/ranking/score-site.ts'
import { scoreTerms } from '../../shared/domain/ranking/score-terms.ts'
import { anyRuler } from './any-ruler.ts'
import { buildColumns, type SiteSketch, SURVEYED_MINE } from './columns-builder.ts'
import { STORY, scenarioOf } from './scenarios.ts'
import { anySite } from './site-sketches.ts'

const price = { id: 'power_price', weight: 1, worst: 90, best: 20 }

function refusal(changes: Partial<RulerDraft>): string {
  const resolved = resolveRuler({ id: 'own', name: 'Own', version: 1, lens: 'combined', criteria: [price], ...changes })
  return resolved.ok ? 'accepted' : resolved.reason
}

function scored(site: SiteSketch, ruler: Ruler): number {
  return rankSites(buildColumns([site]), scenarioOf(STORY), ruler).score[0] ?? Number.NaN
}

describe('a ruler', () => {
  it.each([
    [
      'weights that are all 0',
      [{ ...price, weight: 0 }],
      'All weights are 0; give at least one criterion a weight above 0.',
    ],
    ['no criterion', [], 'All weights are 0; give at least one criterion a weight above 0.'],
    ['a negative weight', [{ ...price, weight: -1 }], 'The weight of Power price must be a number from 0 up, not -1.'],
    [
      'a weight that is no number',
      [{ ...price, weight: Number.NaN }],
      'The weight of Power price must be a number from 0 up, not NaN.',
    ],
    [
      'an endless weight',
      [{ ...price, weight: Number.POSITIVE_INFINITY }],
      'The weight of Power price must be a number from 0 up, not Infinity.',
    ],
    [
      'equal bounds',
      [{ ...price, best: 90 }],
      'The worst and the best of Power price are both 90; set two different bounds.',
    ],
    [
      'a bound that is no number',
      [{ ...price, best: Number.NaN }],
      'The bounds of Power price must be numbers from -500 to 5000 $/MWh, not NaN.',
    ],
    [
      'bounds that run the wrong way',
      [{ ...price, worst: 10 }],
      'The bounds of Power price run the wrong way: less is better, so set the worst above the best.',
    ],
    [
      'a logarithm of 0',
      [{ id: 'land', weight: 1, worst: 0, best: 10 }],
      'The bounds of Land must be numbers from 0.01 to 1000000 acres, not 0.',
    ],
    ['a criterion twice', [price, price], 'The criterion Power price stands in the ruler twice; take one out.'],
  ])('with %s is refused in one sentence', (_, criteria, sentence) => {
    expect(refusal({ criteria })).toBe(sentence)
  })

  it('with an unknown criterion or without a name is refused', () => {
    expect(refusal({ criteria: [{ ...price, id: 'toString' }] })).toMatch(
      /^There is no criterion "toString"; known ones/,
    )
    expect(refusal({ name: '  ' })).toBe('A ruler needs a name; type one.')
  })

  it('makes its weights add to one', () => {
    const resolved = resolveRuler({
      ...RULER,
      criteria: [
        { ...price, weight: 30 },
        { id: 'flood', weight: 10, worst: 0, best: 1 },
      ],
    })
    expect(resolved.ok && resolved.ruler.criteria.map(({ weight }) => weight)).toEqual([0.75, 0.25])
  })

  it('gives no points at the worst bound, all at the best, never more and never fewer', () => {
    fc.assert(
      fc.property(anyRuler, fc.double({ noNaN: true }), (ruler, value) => {
        const terms = scoreTerms(ruler)
        for (const { id, worst, best, weight } of ruler.criteria) {
          const index = CRITERIA.indexOf(id)
          expect(points(terms, index, worst)).toBeCloseTo(0, 9)
          expect(points(terms, index, best)).toBeCloseTo(100 * weight, 9)
          expect(points(terms, index, value)).toBeGreaterThanOrEqual(0)
          expect(points(terms, index, value)).toBeLessThanOrEqual(100 * weight)
        }
      }),
    )
  })

  it('keeps every score between 0 and 100, the best never below the score', () => {
    fc.assert(
      fc.property(anySite, anyRuler, (site, ruler) => {
        const { score, scoreAtBest } = rankSites(buildColumns([site]), scenarioOf(STORY), ruler)
        expect(score[0]).toBeGreaterThanOrEqual(0)
        expect(scoreAtBest[0]).toBeGreaterThanOrEqual((score[0] ?? Number.NaN) - 1e-9)
        expect(scoreAtBest[0]).toBeLessThanOrEqual(100 + 1e-9)
      }),
    )
  })

  it('never puts a site above another that is at least as good in everything', () => {
    fc.assert(
      fc.property(
        anyRuler,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 500 }),
        (ruler, dearer, farther) => {
          const worse = {
            ...SURVEYED_MINE,
            powerPriceUsdPerMwh: 45 + dearer,
            fiberDistanceMi: 2 + farther,
            landAcres: 300 - Math.min(200, farther),
          }
          expect(scored(worse, ruler)).toBeLessThanOrEqual(scored(SURVEYED_MINE, ruler) + 1e-9)
        },
      ),
    )
  })

  it('never reorders the good sites when bad ones are imported among them', () => {
    fc.assert(
      fc.property(
        fc.array(anySite, { minLength: 2, maxLength: 10 }),
        fc.array(anySite, { minLength: 1, maxLength: 5 }),
        anyRuler,
        (good, bad, ruler) => {
          const alone = rankSites(buildColumns(good), scenarioOf(STORY), ruler)
          const together = rankSites(buildColumns([...good, ...bad]), scenarioOf(STORY), ruler)
          expect([...together.order].filter((row) => row < good.length)).toEqual([...alone.order])
        },
      ),
    )
  })

  it('widens the interval of a site of which less is known and leaves the others alone', () => {
    const forgettable = ['cooling', 'fiberRoutes', 'coordinatePrecision', 'landAcres', 'gridVoltageKv'] as const
    const full: SiteSketch = { ...SURVEYED_MINE, cooling: 'liquid', coordinatePrecision: 'site' }
    fc.assert(
      fc.property(anyRuler, fc.constantFrom(...forgettable), (ruler, field) => {
        const { [field]: _, ...forgotten } = full
        const known = rankSites(buildColumns([full, SURVEYED_MINE]), scenarioOf(STORY), ruler)
        const unknown = rankSites(buildColumns([forgotten, SURVEYED_MINE]), scenarioOf(STORY), ruler)
        expect(unknown.score[0]).toBeLessThanOrEqual((known.score[0] ?? 0) + 1e-9)
        expect(unknown.scoreAtBest[0]).toBeGreaterThanOrEqual((known.scoreAtBest[0] ?? 0) - 1e-9)
        expect(unknown.score[1]).toBe(known.score[1])
      }),
    )
  })

  it('judges a lens by its own strategies: a mine behind a closed AI gate keeps its points under mining alone', () => {
    const flooded: SiteSketch = { ...SURVEYED_MINE, floodZone: 'AE', powerPriceUsdPerMwh: 20 }
    const onlyValue = (lens: Ruler['lens']): Ruler => ({
      ...BUILT_IN_RULERS[lens],
      criteria: [{ ...RULER.criteria[0]!, weight: 1 }],
    })
    expect(scored(flooded, onlyValue('mining'))).toBeGreaterThan(0)
    expect(scored(flooded, onlyValue('ai'))).toBe(0)
    expect(scored(flooded, onlyValue('combined'))).toBe(scored(flooded, onlyValue('mining')))
    expect(scored(SURVEYED_MINE, onlyValue('combined'))).toBeGreaterThanOrEqual(scored(SURVEYED_MINE, onlyValue('ai')))
  })

  it('orders interruptible power first for a miner and firm power first for AI', () => {
    const columns = buildColumns([{ ...SURVEYED_MINE, serviceFirmness: 'interruptible' }, SURVEYED_MINE])
    expect(rankSites(columns, scenarioOf(STORY), BUILT_IN_RULERS.mining).order[0]).toBe(0)
    expect(rankSites(columns, scenarioOf(STORY), BUILT_IN_RULERS.ai).order[0]).toBe(1)
  })

  it('says of every criterion where its bounds come from, and keeps them within what is allowed', () => {
    for (const id of CRITERIA) {
      const { source, worst, best, min, max, isLessBetter } = criterionDef(id)
      expect(source).not.toBe('')
      expect(worst > best).toBe(isLessBetter)
      for (const bound of [worst, best]) expect(bound >= min && bound <= max).toBe(true)
    }
  })
})
