const MOST_CHARACTERS = 60

/** What a file says, fit to be quoted in a sentence: on one line, without control characters, and short. */
export function inSentence(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line
}
