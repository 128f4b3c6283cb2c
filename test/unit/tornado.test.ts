import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tornadoBars } from '../../renderer/src/charts/tornado-bars.ts'
import { type Tornado, type TornadoInput, tornado } from '../../shared/domain/explain/tornado.ts'
import { bestAllowed, siteCase } from '../../shared/domain/ranking/site-case.ts'
import { ASSUMPTION_KEYS, ASSUMPTIONS } from '../../shared/domain/scenario/assumption-defs.ts'
import { buildColumns, type SiteSketch, SURVEYED_MINE } from './columns-builder.ts'
import { PRESET_IDS, STORY, scenarioOf } from './scenarios.ts'
import { anySite } from './site-sketches.ts'

function tornadoOf(site: SiteSketch, preset = STORY, count = 10): Tornado {
  return tornado(buildColumns([{ kind: 'data_center' }, site]), 1, scenarioOf(preset), count)
}

function inputOf({ inputs }: Tornado, id: string): TornadoInput {
  const found = inputs.find((each) => each.id === id)
  if (!found) throw new Error(`${id} is not among the inputs.`)
  return found
}

describe('the tornado of a site', () => {
  it('keeps the ten inputs that move it most, strongest first', () => {
    const { inputs } = tornadoOf(SURVEYED_MINE)
    expect(inputs).toHaveLength(10)
    const swings = inputs.map((each) => each.swingUsdPerMw)
    expect(swings).toEqual(swings.toSorted((a, b) => b - a))
    expect(inputs[0]?.id).toBe('leaseRentUsdPerKwMonth')
    const all = tornadoOf(SURVEYED_MINE, STORY, 1_000).inputs
    expect(all.slice(0, 10)).toEqual(inputs)
    expect(Math.min(...swings)).toBeGreaterThanOrEqual(Math.max(...all.slice(10).map((each) => each.swingUsdPerMw)))
  })

  it('says at either end what the valuation says of a scenario with that input, delays included', () => {
    const all = tornadoOf(SURVEYED_MINE, STORY, 1_000)
    for (const { id, assumption, low, high } of all.inputs) {
      if (assumption === null || assumption === 'powerPriceChangeUsdPerMwh') continue
      for (const [end, value] of [
        [low, ASSUMPTIONS[assumption].low],
        [high, ASSUMPTIONS[assumption].high],
      ] as const) {
        expect(end.setting).toBe(value)
        const moved = siteCase(buildColumns([SURVEYED_MINE]), 0, scenarioOf(STORY, { [assumption]: value }).assumptions)
        const best = bestAllowed(moved)
        expect(end.verdict, id).toBe(moved.verdict)
        expect(end.valueUsdPerMw, id).toBe(best === null ? Number.NaN : moved.value[best])
      }
    }
  })

  it('says when an input turns the verdict', () => {
    const rent = inputOf(tornadoOf(SURVEYED_MINE, '2026-07'), 'leaseRentUsdPerKwMonth')
    expect([rent.low.verdict, rent.high.verdict, rent.flips]).toEqual(['none', 'lease', true])
    const overrun = inputOf(tornadoOf(SURVEYED_MINE, '2026-07'), 'leaseDiscountRate')
    expect(overrun.flips).toBe(false)
  })

  it("moves the site's own power price, not a change of it", () => {
    const price = inputOf(tornadoOf(SURVEYED_MINE), 'powerPriceChangeUsdPerMwh')
    expect([price.label, price.low.setting, price.now, price.high.setting]).toEqual([
      'Power price of the site',
      15,
      45,
      75,
    ])
    expect(price.low.valueUsdPerMw).toBeGreaterThan(price.high.valueUsdPerMw)
  })

  it('moves what nobody has told of the site to its worst and its best answer', () => {
    const { floodZone: _, ...unsurveyed } = SURVEYED_MINE
    const flood = inputOf(tornadoOf(unsurveyed, '2026-07'), 'floodZone')
    expect([flood.low.setting, flood.high.setting]).toEqual(['AE', 'X'])
    expect(flood.low.verdict).not.toBe('lease')
    expect(flood.high.verdict).toBe('lease')
    expect(flood.high.valueUsdPerMw).toBeCloseTo(tornadoOf(SURVEYED_MINE, '2026-07').valueUsdPerMw, 3)
    expect(tornadoOf(SURVEYED_MINE, STORY, 1_000).inputs.filter((each) => each.assumption === null)).toEqual([])
  })

  it('leaves out what does not matter, and is whole for any site', () => {
    fc.assert(
      fc.property(anySite, fc.constantFrom(...PRESET_IDS), (site, preset) => {
        const { inputs } = tornadoOf(site, preset, 1_000)
        for (const { swingUsdPerMw, flips, label, low, high } of inputs) {
          expect(swingUsdPerMw > 1 || flips).toBe(true)
          expect(label).toMatch(/\S/)
          expect(low.setting).not.toBeNaN()
          expect(high.setting).not.toBeNaN()
        }
        expect(inputs.map((each) => each.id)).not.toContain('valuationYear')
        expect(new Set(inputs.map((each) => each.id)).size).toBe(inputs.length)
        expect(inputs.length).toBeLessThan(ASSUMPTION_KEYS.length + 10)
      }),
      { numRuns: 30 },
    )
  })
})

describe('the bars of a tornado', () => {
  it('run from the present value to the value at either end, the wider one behind', () => {
    const { nowX, zeroX, rows } = tornadoBars(1, [{ low: -1, high: 2 }], 312)
    expect(nowX).toBeCloseTo(206, 10)
    expect(zeroX).toBeCloseTo(106, 10)
    expect(rows[0]?.map((span) => [span.end, Math.round(span.x), Math.round(span.width)])).toEqual([
      ['low', 6, 200],
      ['high', 206, 100],
    ])
  })

  it('leaves out ends that change nothing or that cannot be valued', () => {
    expect(tornadoBars(1, [{ low: 1, high: Number.NaN }], 200).rows).toEqual([[]])
    expect(tornadoBars(5, [{ low: 4, high: 6 }], 200).zeroX).toBeNull()
  })
})
