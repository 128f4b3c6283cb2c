import { ASSUMPTION_KEYS, ASSUMPTIONS, type AssumptionKey, isAssumptionKey } from './assumption-defs.ts'

/** Why a scenario may not hold this value, in one sentence that names the assumption and its range; null where it may. */
export function assumptionProblem(key: string, value: unknown): string | null {
  if (!isAssumptionKey(key)) return unknownAssumption(key)
  const { min, max, choices } = ASSUMPTIONS[key]
  if (choices !== undefined)
    return typeof value === 'number' && choices[value] !== undefined ? null : noChoice(key, choices, value)
  // Written so that NaN fails.
  return typeof value === 'number' && value >= min && value <= max ? null : outOfRange(key, value)
}

export function unknownAssumption(key: string): string {
  const word = key.toLowerCase()
  const alike = ASSUMPTION_KEYS.filter((each) => each.toLowerCase().includes(word) && word.length > 2).slice(0, 6)
  const hint = alike.length > 0 ? `there are ${alike.join(', ')}` : 'the assumptions panel and "rank --help" list them'
  return `There is no assumption "${clip(key)}"; ${hint}.`
}

function outOfRange(key: AssumptionKey, value: unknown): string {
  const { min, max, unit } = ASSUMPTIONS[key]
  return `The assumption ${key} must be a number from ${min} to ${max}${unit ? ` ${unit}` : ''}, not ${shown(value)}.`
}

function noChoice(key: AssumptionKey, choices: readonly string[], value: unknown): string {
  const known = choices.map((choice, index) => `${index} (${choice})`).join(', ')
  return `The assumption ${key} must be one of ${known}, not ${shown(value)}.`
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  return typeof value === 'number' ? String(value) : clip(JSON.stringify(value) ?? typeof value)
}

/** A text as it is quoted in a sentence. */
export function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
