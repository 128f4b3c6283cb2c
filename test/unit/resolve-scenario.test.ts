import { describe, expect, it } from 'vitest'
import { ASSUMPTION_KEYS, ASSUMPTIONS } from '../../shared/domain/scenario/assumption-defs.ts'
import { DEFAULT_PRESET, PRESETS } from '../../shared/domain/scenario/presets.ts'
import { resolveScenario } from '../../shared/domain/scenario/resolve-scenario.ts'
import { scenarioOf } from './scenarios.ts'

describe('assumptions', () => {
  it.each(ASSUMPTION_KEYS.map((key) => [key, ASSUMPTIONS[key]] as const))(
    '%s has a default inside its likely range, that inside the accepted one, and a source',
    (_, def) => {
      expect(def.low).toBeLessThan(def.high)
      expect(def.default).toBeGreaterThanOrEqual(def.low)
      expect(def.default).toBeLessThanOrEqual(def.high)
      expect(def.min).toBeLessThanOrEqual(def.low)
      expect(def.max).toBeGreaterThanOrEqual(def.high)
      expect(def.label).not.toBe('')
      expect(def.source).not.toBe('')
    },
  )
})

describe('presets', () => {
  it('are four, dated, and say of July 2026 that its difficulty is carried over', () => {
    expect(PRESETS.map((preset) => preset.id)).toEqual(['story-2024-11-22', '2024-12-23', '2025-12', '2026-07'])
    expect(PRESETS.map((preset) => preset.id)).toContain(DEFAULT_PRESET)
    const july = PRESETS.find((preset) => preset.id === '2026-07')
    expect(july?.values.difficultyT).toBe(152)
    expect(july?.note).toContain('No difficulty is known')
  })

  it.each(PRESETS.map((preset) => [preset.id, preset] as const))('%s keeps to the accepted ranges', (_, preset) => {
    expect(resolveScenario({ preset: preset.id, changes: { ...preset.values } })).toMatchObject({ ok: true })
  })
})

describe('a scenario', () => {
  it('takes the preset over the default and the change over the preset', () => {
    const { assumptions, label, presetId } = scenarioOf('2025-12', { btcPriceUsd: 80_000 })
    expect(presetId).toBe('2025-12')
    expect(label).toBe('December 2025, 1 change')
    expect(assumptions.btcPriceUsd).toBe(80_000)
    expect(assumptions.difficultyT).toBe(152)
    expect(assumptions.leaseRentUsdPerKwMonth).toBe(ASSUMPTIONS.leaseRentUsdPerKwMonth.default)
  })

  it('counts a change back to the preset as none', () => {
    expect(scenarioOf('2025-12', { btcPriceUsd: 91_000 }).label).toBe('December 2025')
  })

  it.each([
    [
      'an unknown preset',
      { preset: 'tomorrow', changes: {} },
      /no market preset "tomorrow"; choose one of story-2024-11-22/,
    ],
    ['an unknown assumption', { preset: '2026-07', changes: { __proto__x: 1 } }, /no assumption "__proto__x"/],
    ['a name of the language', { preset: '2026-07', changes: { constructor: 1 } }, /no assumption "constructor"/],
    [
      'a value out of range',
      { preset: '2026-07', changes: { feeShare: 2 } },
      /feeShare must be a number from 0 to 0.9, not 2/,
    ],
    [
      'a value that is no number',
      { preset: '2026-07', changes: { btcPriceUsd: Number.NaN } },
      /btcPriceUsd must be a number from 1000 to 5000000 USD, not NaN/,
    ],
  ])('refuses %s in one sentence', (_, input, sentence) => {
    const resolved = resolveScenario(input)
    expect(resolved).toMatchObject({ ok: false, reason: expect.stringMatching(sentence) })
  })
})
