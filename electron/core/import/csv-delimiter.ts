const DELIMITERS = [',', ';', '\t', '|'] as const

/**
 * The character that separates cells: the one that stands most often outside quotes in the first line that
 * is not empty; a comma where there is none.
 */
export function csvDelimiter(text: string): string {
  const counts = new Map<string, number>(DELIMITERS.map((delimiter) => [delimiter, 0]))
  let isQuoted = false
  let isEmptyLine = true
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted
    if (!isQuoted && (character === '\n' || character === '\r')) {
      if (!isEmptyLine) break
      continue
    }
    isEmptyLine = false
    const count = counts.get(character)
    if (!isQuoted && count !== undefined) counts.set(character, count + 1)
  }
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0]
}
