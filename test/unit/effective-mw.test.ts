import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effectiveMw } from '../../shared/domain/megawatts/effective-mw.ts'
import { explainEffectiveMw } from '../../shared/domain/megawatts/explain-effective-mw.ts'
import { siteCase } from '../../shared/domain/ranking/site-case.ts'
import { STRATEGIES } from '../../shared/domain/site/strategies.ts'
import { buildColumns, type SiteSketch, SURVEYED_MINE } from './columns-builder.ts'
import { PRESET_IDS, STORY, scenarioOf } from './scenarios.ts'
import { anySite } from './site-sketches.ts'

const OVERHEADS = { miningPue: 1.05, aiPue: 1.25, grossToIt: 1.43 }
const PROVEN = { claimedMw: 500, evidencedMw: 286, firm: 1, nMinus1: { mostMw: 143, isKnown: true } }

function explain(site: SiteSketch, strategy = 'lease') {
  const each = siteCase(buildColumns([site]), 0, scenarioOf(STORY).assumptions)
  const found = explainEffectiveMw(each).find((one) => one.strategy === strategy)
  if (!found) throw new Error(`No strategy ${strategy}.`)
  return found
}

describe('effective megawatts', () => {
  it('go from the claim to critical IT step by step', () => {
    const { steps, leastMw, mostMw } = effectiveMw('lease', PROVEN, OVERHEADS)
    expect(steps.map(({ id, mostMw }) => [id, Math.round(mostMw * 10) / 10])).toEqual([
      ['claimed', 500],
      ['evidenced', 286],
      ['firm', 286],
      ['n_minus_1', 143],
      ['cooling', 114.4],
      ['margin', 100],
    ])
    expect(leastMw).toBeCloseTo(100, 9)
    expect(mostMw).toBe(leastMw)
  })

  it('agree with the published gross and IT megawatts of River Bend: 330 gross, 245 IT', () => {
    const supply = { claimedMw: 330, evidencedMw: 330, firm: 1, nMinus1: { mostMw: 330, isKnown: true } }
    expect(effectiveMw('lease', supply, { ...OVERHEADS, grossToIt: 330 / 245 }).mostMw).toBeCloseTo(245, 9)
  })

  it('are what miners draw for a mine, which needs neither firm service nor a second feed', () => {
    const { steps, leastMw } = effectiveMw(
      'mine',
      { ...PROVEN, firm: 0, nMinus1: { mostMw: 0, isKnown: true } },
      OVERHEADS,
    )
    expect(leastMw).toBeCloseTo(286 / 1.05, 9)
    expect(steps.filter(({ state }) => state === 'not_needed').map(({ id }) => id)).toEqual([
      'firm',
      'n_minus_1',
      'margin',
    ])
  })

  it('are none for AI on an interruptible service', () => {
    for (const strategy of STRATEGIES.filter((each) => each !== 'mine')) {
      expect(effectiveMw(strategy, { ...PROVEN, firm: 0 }, OVERHEADS).mostMw).toBe(0)
    }
  })

  it('never count an unanswered step as passed: nothing is certain after it, all may be left', () => {
    const { steps, leastMw, mostMw } = effectiveMw('lease', { ...PROVEN, firm: Number.NaN }, OVERHEADS)
    expect(steps.find(({ id }) => id === 'firm')).toMatchObject({ state: 'open', leastMw: 0, mostMw: 286 })
    expect(leastMw).toBe(0)
    expect(mostMw).toBeCloseTo(100, 9)
  })

  it('never grow along the way, nor with a worse supply or a higher overhead', () => {
    const mw = fc.oneof(fc.constant(Number.NaN), fc.double({ min: 0, max: 5_000, noNaN: true }))
    const supply = fc.record({
      claimedMw: fc.double({ min: 0, max: 5_000, noNaN: true }),
      evidencedMw: mw,
      firm: fc.constantFrom(0, 1, Number.NaN),
      nMinus1: fc.record({
        mostMw: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.double({ min: 0, max: 5_000, noNaN: true })),
        isKnown: fc.boolean(),
      }),
    })
    const overheads = fc.record({
      miningPue: fc.double({ min: 1, max: 2, noNaN: true }),
      aiPue: fc.double({ min: 1, max: 2, noNaN: true }),
      grossToIt: fc.double({ min: 1, max: 3, noNaN: true }),
    })
    fc.assert(
      fc.property(supply, overheads, fc.constantFrom(...STRATEGIES), (given, over, strategy) => {
        const { steps, leastMw, mostMw } = effectiveMw(strategy, given, over)
        expect(leastMw).toBeLessThanOrEqual(mostMw)
        steps.slice(1).forEach((step, index) => {
          expect(step.mostMw).toBeLessThanOrEqual(steps[index]?.mostMw ?? 0)
          expect(step.leastMw).toBeLessThanOrEqual(steps[index]?.leastMw ?? 0)
        })
        const less = effectiveMw(strategy, { ...given, claimedMw: given.claimedMw / 2 }, over)
        expect(less.mostMw).toBeLessThanOrEqual(mostMw + 1e-9)
        const hotter = effectiveMw(strategy, given, { miningPue: 2, aiPue: 2, grossToIt: 3 })
        expect(hotter.mostMw).toBeLessThanOrEqual(mostMw + 1e-9)
      }),
    )
  })
})

describe('the waterfall of a site', () => {
  it('says what limits each step and where it is from', () => {
    const { steps, sentence } = explain({ ...SURVEYED_MINE, plannedMw: 1_000 })
    expect(steps.map(({ label }) => label)).toEqual([
      'Claimed',
      'Evidenced',
      'Firm',
      'One feed out (N−1)',
      'After cooling',
      'Critical IT',
    ])
    expect(steps[1]?.constraint).toBe('200 MW by evidence: energized')
    expect(steps[3]?.constraint).toContain('ask for the one-line diagram')
    expect(steps[5]).toMatchObject({
      constraint: '÷ 1.14 for peaks and redundancy, 1.43 gross to IT',
      source: expect.stringContaining('Nine published conversions'),
    })
    expect(sentence).toBe('At most 140 MW of critical IT; not proven: supply with one feed out (N−1).')
    expect(explain(SURVEYED_MINE, 'mine').sentence).toBe('190 MW at the miners, all of it on evidence.')
  })

  it('takes away one feed and one transformer, whichever leaves less', () => {
    const two = { ...SURVEYED_MINE, feeds: 2, feedMw: 180, transformers: 3, transformerMva: 100 }
    expect(explain(two).steps[3]).toMatchObject({
      mostMw: 180,
      leastMw: 180,
      state: 'known',
      constraint: '2 feeds of 180 MW: 180 MW with one out; 3 transformers of 100 MVA: 190 MW with one out',
    })
    expect(explain(two).sentence).toBe('126 MW of critical IT, all of it on evidence.')
    expect(explain({ ...SURVEYED_MINE, feeds: 2, feedMw: 180 }).steps[3]).toMatchObject({
      mostMw: 180,
      leastMw: 0,
      state: 'open',
    })
    expect(explain({ ...SURVEYED_MINE, feeds: 1 })).toMatchObject({
      mostMw: 0,
      sentence:
        'No megawatts of critical IT with one feed or transformer out (N−1): AI needs a second one, or generators.',
    })
    expect(explain({ ...SURVEYED_MINE, feeds: 1 }, 'mine').mostMw).toBeGreaterThan(180)
  })

  it('calls nothing certain of a claim without evidence', () => {
    const { sentence, leastMw } = explain({ plannedMw: 400, mwRungLevel: 0 }, 'mine')
    expect(leastMw).toBe(0)
    expect(sentence).toBe('At most 381 MW at the miners; not proven: evidence above a claim.')
  })

  it('is whole for any site', () => {
    fc.assert(
      fc.property(anySite, fc.constantFrom(...PRESET_IDS), (site, preset) => {
        const each = siteCase(buildColumns([site]), 0, scenarioOf(preset).assumptions)
        const all = explainEffectiveMw(each)
        expect(all.map(({ strategy }) => strategy)).toEqual(STRATEGIES)
        for (const { steps, sentence } of all) {
          expect(sentence).toMatch(/^[A-Z\d].*\.$/)
          expect(JSON.stringify([sentence, steps.map(({ constraint }) => constraint)])).not.toMatch(/NaN|undefined/)
          for (const { constraint } of steps) expect(constraint).toMatch(/\S/)
        }
      }),
      { numRuns: 100 },
    )
  })
})
