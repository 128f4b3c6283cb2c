import type { PreferenceFunction } from '../mcda/preference-function.ts'
import type { InputRule } from './calc-inputs.ts'

type Thresholds = readonly ('p' | 'q' | 's')[]

const THRESHOLDS: Readonly<Record<PreferenceFunction['type'], Thresholds>> = {
  usual: [],
  u_shape: ['q'],
  v_shape: ['p'],
  level: ['q', 'p'],
  linear: ['q', 'p'],
  gaussian: ['s'],
}

/** "usual", one preference function for all criteria, or a list with one a criterion. */
export const preferenceInput: InputRule = {
  kind: 'structured',
  problem: (name, value) =>
    (Array.isArray(value) ? value : [value]).every(isPreference)
      ? null
      : `The input ${name} must be "usual", a preference function or a list of them: {"type": ${Object.keys(THRESHOLDS)
          .map((type) => `"${type}"`)
          .join(' or ')}} with the thresholds q of at least 0, p above q and s above 0 that it needs.`,
}

/** The functions that a checked input means, one a criterion. */
export function preferencesOf(value: unknown, criteria: number): readonly PreferenceFunction[] {
  if (Array.isArray(value)) return value.map(preferenceOf)
  return Array.from({ length: criteria }, () => preferenceOf(value))
}

function preferenceOf(value: unknown): PreferenceFunction {
  return value === 'usual' ? { type: 'usual' } : (value as PreferenceFunction)
}

function isPreference(value: unknown): boolean {
  if (value === 'usual') return true
  if (typeof value !== 'object' || value === null) return false
  const { type, p, q, s } = value as Record<'type' | 'p' | 'q' | 's', unknown>
  if (typeof type !== 'string' || !Object.hasOwn(THRESHOLDS, type)) return false
  const needed = THRESHOLDS[type as PreferenceFunction['type']]
  const isAtLeast = (threshold: unknown, least: number) =>
    typeof threshold === 'number' && Number.isFinite(threshold) && threshold >= least
  return needed.every((threshold) => {
    if (threshold === 'q') return isAtLeast(q, 0)
    if (threshold === 's') return isAtLeast(s, Number.MIN_VALUE)
    return isAtLeast(p, Number.MIN_VALUE) && (!needed.includes('q') || (p as number) > (q as number))
  })
}
