import type { DeckBase } from '../../contract/decks.ts'
import type { DeckValues } from '../../contract/scenario.ts'
import { ASSUMPTIONS, isAssumptionKey } from './assumption-defs.ts'
import { findPreset } from './presets.ts'

/** Where a person says that a value comes from. */
export interface OwnSource {
  readonly source: string
  readonly asOf: string | null
}

export interface OwnValue extends OwnSource {
  readonly value: number
  readonly author?: string
}

/** What an assumption is before a deck changes it: its base's value, else the preset's, else the default. */
export function baseValue({ preset, values }: Pick<DeckBase, 'preset' | 'values'>, key: string): number {
  const ofBase = values[key]?.value
  if (ofBase !== undefined) return ofBase
  if (!isAssumptionKey(key)) return Number.NaN
  return findPreset(preset)?.values[key] ?? ASSUMPTIONS[key].default
}

/**
 * What a deck changes once moved values and newly typed sources are saved in it. A value that is moved loses the source
 * of the former one; one that is moved back to its base without a source of its own is no change any more.
 */
export function ownValues(
  base: Pick<DeckBase, 'preset' | 'values'>,
  own: DeckValues,
  moved: Readonly<Record<string, number>>,
  sources: Readonly<Record<string, OwnSource>>,
): Record<string, OwnValue> {
  const values: Record<string, OwnValue> = { ...own }
  for (const key of new Set([...Object.keys(moved), ...Object.keys(sources)])) {
    const former = own[key]
    const value = moved[key] ?? former?.value ?? baseValue(base, key)
    const typed = sources[key]
    if (typed === undefined && former !== undefined && former.value === value) continue
    if (typed === undefined && value === baseValue(base, key)) delete values[key]
    else values[key] = { value, source: typed?.source ?? '', asOf: typed?.asOf ?? null }
  }
  return values
}
