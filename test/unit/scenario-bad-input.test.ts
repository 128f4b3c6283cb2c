import { describe, expect, it } from 'vitest'
import { deckFile } from '../../shared/contract/decks.ts'
import { scenarioInput } from '../../shared/contract/scenario.ts'
import { rankSites } from '../../shared/domain/ranking/rank-sites.ts'
import { ASSUMPTION_KEYS, ASSUMPTIONS } from '../../shared/domain/scenario/assumption-defs.ts'
import { DEFAULT_PRESET } from '../../shared/domain/scenario/presets.ts'
import { resolveScenario } from '../../shared/domain/scenario/resolve-scenario.ts'
import { STRATEGIES } from '../../shared/domain/site/strategies.ts'
import { buildColumns, SURVEYED_MINE } from './columns-builder.ts'
import { scenarioOf } from './scenarios.ts'

const KEYS = ASSUMPTION_KEYS.map((key) => [key] as const)

describe.each(KEYS)('%s', (key) => {
  const { min, max, choices } = ASSUMPTIONS[key]
  const wrong: unknown[] = [min - 1, max + 1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, '1', null]
  if (choices) wrong.push(0.5)
  const allowed = choices ? `0 (${choices[0]})` : `from ${min} to ${max}`

  it('is refused outside of its range, by the name of the field and the range that is allowed', () => {
    for (const value of wrong) {
      const changes = { [key]: value } as Record<string, number>
      const resolved = resolveScenario({ preset: DEFAULT_PRESET, changes })
      const reason = resolved.ok ? 'nothing was refused' : resolved.reason
      expect(reason).toContain(`The assumption ${key} must be`)
      expect(reason).toContain(allowed)
      const parsed = scenarioInput.safeParse({ preset: DEFAULT_PRESET, changes })
      expect(parsed.error?.issues[0]?.message).toBe(reason)
    }
  })

  it('is refused in a deck and in a deck that came as a file, too', () => {
    for (const value of wrong) {
      const entry = { value, source: '', asOf: null, author: '' }
      const deck = { deckId: 'd', name: 'D', version: 1, asOf: '2026', note: '', values: { [key]: entry } }
      const parsed = scenarioInput.safeParse({ preset: DEFAULT_PRESET, changes: {}, deck })
      expect(parsed.error?.issues[0]?.message).toContain(`The assumption ${key} must be`)
      const base = { preset: DEFAULT_PRESET, deck: null, values: {} }
      const file = { format: 'switchyard-deck', formatVersion: 1, ...deck, author: '', base }
      expect(deckFile.safeParse(file).error?.issues[0]?.message).toContain(`The assumption ${key} must be`)
    }
  })

  it('gives numbers at both ends of its range, and nowhere NaN', () => {
    const columns = buildColumns([
      SURVEYED_MINE,
      {},
      { kind: 'retired_plant', plannedMw: 50, state: 'TX', country: 'US' },
    ])
    for (const value of [min, max]) {
      const ranking = rankSites(columns, scenarioOf(DEFAULT_PRESET, { [key]: value }))
      for (const strategy of STRATEGIES) expect([...ranking.npvUsdPerMw[strategy]]).not.toContain(Number.NaN)
      expect([...ranking.score, ...ranking.scoreAtBest, ...ranking.powerPriceUsdPerMwh]).not.toContain(Number.NaN)
    }
  })
})

describe('a scenario', () => {
  it.each([
    ['an unknown assumption', { changes: { hashrate: 1 } }, /There is no assumption "hashrate"/],
    ['an unknown key beside the others', { changes: {}, weights: {} }, /weights/],
    ['a list in place of the changes', { changes: [] }, /expected object/],
    ['a preset that is no text', { preset: 7, changes: {} }, /expected string/],
  ])('is refused with %s', (_, input, sentence) => {
    const parsed = scenarioInput.safeParse({ preset: DEFAULT_PRESET, ...input })
    expect(parsed.error?.issues[0]?.message).toMatch(sentence)
  })

  it('names the assumptions that a wrong name may have meant', () => {
    const resolved = resolveScenario({ preset: DEFAULT_PRESET, changes: { difficulty: 100 } })
    expect(resolved).toMatchObject({
      reason: expect.stringContaining('there are difficultyT, difficultyGrowthPerYear'),
    })
  })
})
