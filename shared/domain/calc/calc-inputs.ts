/** What one input of a named formula may be. */
export type InputRule =
  | {
      readonly kind: 'number'
      readonly min: number
      readonly max: number
      readonly isWhole?: true
      readonly isMinExcluded?: true
    }
  | {
      readonly kind: 'list'
      readonly min: number
      readonly max: number
      readonly fewest: number
      readonly most: number
    }
  | {
      readonly kind: 'structured'
      readonly isOptional?: true
      /** Why the value is refused, as one sentence that names the input; null when it is not. */
      problem(name: string, value: unknown): string | null
    }

export type InputRules = Readonly<Record<string, InputRule>>

export function number(min: number, max: number): InputRule {
  return { kind: 'number', min, max }
}

/** A number above `min`, which itself is not allowed. */
export function numberAbove(min: number, max: number): InputRule {
  return { kind: 'number', min, max, isMinExcluded: true }
}

export function wholeNumber(min: number, max: number): InputRule {
  return { kind: 'number', min, max, isWhole: true }
}

export function listOfNumbers(fewest: number, most: number): InputRule {
  return { kind: 'list', min: -1e300, max: 1e300, fewest, most }
}

/** Inputs of a formula after they were held against its rules. */
export interface CheckedInputs {
  number(name: string): number
  list(name: string): readonly number[]
  /** A structured input, undefined where it is optional and not given. */
  structured(name: string): unknown
}

export type InputCheck =
  | { readonly ok: true; readonly inputs: CheckedInputs }
  | { readonly ok: false; readonly error: string }

/** Holds inputs against the rules. The error is one sentence that names the input and what is allowed. */
export function checkInputs(rules: InputRules, given: unknown): InputCheck {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return { ok: false, error: `The inputs must be an object with ${Object.keys(rules).join(', ')}.` }
  }
  const values = new Map<string, unknown>(Object.entries(given))
  for (const [name, rule] of Object.entries(rules)) {
    const error = errorOf(name, rule, values.get(name))
    if (error !== null) return { ok: false, error }
  }
  return {
    ok: true,
    inputs: {
      number: (name) => values.get(name) as number,
      list: (name) => values.get(name) as readonly number[],
      structured: (name) => values.get(name),
    },
  }
}

function errorOf(name: string, rule: InputRule, value: unknown): string | null {
  switch (rule.kind) {
    case 'number':
      return numberError(name, rule, value)
    case 'list':
      return listError(name, rule, value)
    case 'structured':
      return rule.isOptional && value === undefined ? null : rule.problem(name, value)
  }
}

function numberError(name: string, rule: InputRule & { kind: 'number' }, value: unknown): string | null {
  const isAllowed =
    typeof value === 'number' &&
    (rule.isMinExcluded ? value > rule.min : value >= rule.min) &&
    value <= rule.max &&
    (rule.isWhole !== true || Number.isInteger(value))
  if (isAllowed) return null
  const kind = rule.isWhole ? 'a whole number' : 'a number'
  const range = rule.isMinExcluded ? `above ${rule.min}, at most ${rule.max}` : `from ${rule.min} to ${rule.max}`
  return `The input ${name} must be ${kind} ${range}${said(value)}.`
}

function listError(name: string, rule: InputRule & { kind: 'list' }, value: unknown): string | null {
  const isAllowed =
    Array.isArray(value) &&
    value.length >= rule.fewest &&
    value.length <= rule.most &&
    value.every((each) => typeof each === 'number' && Number.isFinite(each))
  return isAllowed ? null : `The input ${name} must be a list of ${rule.fewest} to ${rule.most} numbers.`
}

function said(value: unknown): string {
  if (value === undefined) return ', and it is missing'
  return typeof value === 'number' ? `, not ${value}` : ''
}
