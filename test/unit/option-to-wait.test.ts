import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainOptionToWait } from '../../shared/domain/explain/explain-option-to-wait.ts'
import { type OptionToWait, optionToWait } from '../../shared/domain/explain/option-to-wait.ts'
import { margrabe } from '../../shared/domain/options/margrabe.ts'
import { siteCase } from '../../shared/domain/ranking/site-case.ts'
import type { AssumptionKey } from '../../shared/domain/scenario/assumption-defs.ts'
import { buildColumns, type SiteSketch, SURVEYED_MINE } from './columns-builder.ts'
import { PRESET_IDS, STORY, scenarioOf } from './scenarios.ts'
import { anySite } from './site-sketches.ts'

function maybeOption(site: SiteSketch, changes: Partial<Record<AssumptionKey, number>>, preset: string) {
  return optionToWait(siteCase(buildColumns([site]), 0, scenarioOf(preset, changes).assumptions))
}

function optionOf(changes: Partial<Record<AssumptionKey, number>> = {}, site = SURVEYED_MINE): OptionToWait {
  const option = maybeOption(site, changes, STORY)
  if (!option) throw new Error('There is an option.')
  return option
}

describe('the right to convert', () => {
  it('is worth at least using it today, and at least the right to use it on the last day', () => {
    fc.assert(
      fc.property(anySite, fc.constantFrom(...PRESET_IDS), fc.integer({ min: 20, max: 400 }), (site, preset, rent) => {
        const option = maybeOption(site, { leaseRentUsdPerKwMonth: rent }, preset)
        if (option === null) return
        const { anyTime, convertNow, onTheLastDay, waiting, lease } = option
        expect(anyTime).toBeGreaterThanOrEqual(Math.max(0, convertNow) - 1e-6 * lease)
        // A tree of a hundred steps lies within half a percent of the closed form.
        expect(anyTime).toBeGreaterThanOrEqual(onTheLastDay - 0.005 * lease)
        expect(anyTime).toBeLessThanOrEqual(lease * (1 + 1e-9))
        expect(waiting).toBeGreaterThanOrEqual(-1e-6 * lease)
        const { sentence, steps } = explainOptionToWait(option)
        expect(sentence).toMatch(/^[A-Z].*\.$/)
        expect(JSON.stringify([sentence, steps])).not.toMatch(/NaN|undefined|Infinity|unknown/)
      }),
      { numRuns: 60 },
    )
  })

  it('is Margrabe on the lease against the mining it ends and its cost', () => {
    const option = optionOf()
    expect(option.exchange.received).toBe(option.lease)
    expect(option.exchange.given).toBe(option.miningGivenUp + option.conversionCost)
    expect(option.onTheLastDay).toBe(margrabe(option.exchange).value)
    expect(option.convertNow).toBeCloseTo(option.lease - option.miningGivenUp - option.conversionCost, 6)
    expect(option.miningGivenUp).toBeGreaterThan(0)
  })

  it('gives up no mining where no mine runs, and pays for the site there', () => {
    const land = optionOf({}, { ...SURVEYED_MINE, kind: 'powered_land', status: 'idle' })
    expect(land.miningGivenUp).toBe(0)
    expect(land.conversionCost).toBeGreaterThan(optionOf().conversionCost)
  })

  it('says to convert at a high rent, to wait at a middling one and what is lost at a low one', () => {
    const sentence = (leaseRentUsdPerKwMonth: number) =>
      explainOptionToWait(optionOf({ leaseRentUsdPerKwMonth })).sentence
    expect(sentence(300)).toMatch(/^Convert now: the lease is worth \d\.\d\d times what it takes, and waiting/)
    expect(sentence(110)).toMatch(/^Waiting up to 2 years is worth \$0\.\d\dm\/MW more than converting today/)
    expect(sentence(60)).toMatch(/^Converting today loses \$\d\.\d\dm\/MW.*from a rent of \$\d+\/kW-month\.$/)
  })

  it('names the rent at which the lease is worth the threshold times what it takes', () => {
    const option = optionOf()
    const there = optionOf({ leaseRentUsdPerKwMonth: option.thresholdRentUsdPerKwMonth })
    expect(there.ratio).toBeCloseTo(option.thresholdRatio, 9)
    expect(there.waiting).toBeLessThan(option.waiting)
    expect(option.thresholdRatio).toBeGreaterThan(1)
  })

  it('is nothing where a lease has no income', () => {
    expect(maybeOption(SURVEYED_MINE, { leaseNoiMargin: 0 }, STORY)).toBeNull()
  })
})
