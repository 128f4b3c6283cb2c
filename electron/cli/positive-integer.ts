import { UsageError } from './usage-error.ts'

/** @throws UsageError where the option is given and is not a whole number above zero. */
export function positiveInteger(option: string, text: unknown): number | undefined {
  if (text === undefined) return undefined
  const number = Number(text)
  if (!/^\d+$/.test(String(text)) || number < 1 || !Number.isSafeInteger(number))
    throw new UsageError(`--${option} takes a whole number above zero and not "${text}".`)
  return number
}
