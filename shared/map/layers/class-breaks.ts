/** How numbers are put into classes: as many in each, or each as wide. */
export const CLASS_METHODS = ['quantile', 'equal'] as const

export type ClassMethod = (typeof CLASS_METHODS)[number]

/**
 * Bounds between classes, ascending and without repeats: a value belongs to the class after the last bound that it
 * reaches. Numbers that repeat a lot make fewer classes; none at all make no bound.
 * @param values need no order; what is no finite number is left out.
 */
export function classBreaks(values: readonly number[], method: ClassMethod, classes: number): number[] {
  const sorted = values.filter(Number.isFinite).sort((one, other) => one - other)
  const least = sorted[0]
  const most = sorted.at(-1)
  if (least === undefined || most === undefined || least === most) return []
  const breaks = Array.from({ length: classes - 1 }, (_, at) => {
    const share = (at + 1) / classes
    return method === 'equal' ? least + (most - least) * share : sorted[Math.floor(share * sorted.length)]!
  })
  return [...new Set(breaks)].filter((bound) => bound > least && bound <= most)
}

/** The class of a value, from 0. */
export function classOf(value: number, breaks: readonly number[]): number {
  let at = 0
  while (at < breaks.length && value >= breaks[at]!) at += 1
  return at
}
