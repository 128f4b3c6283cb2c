import type { Face } from './open-face.ts'

/** Stands for a character that the font has no glyph for. */
export const REPLACEMENT = '\uFFFD'

export interface PrintableText {
  readonly text: string
  /** True where a character of the original could not be set. */
  readonly isReplaced: boolean
}

/** Signs of formulas and prose that the font lacks, in letters it has. */
const SPELLED: Readonly<Record<string, string>> = {
  '∫': 'integral of ',
  '→': '->',
  '←': '<-',
  '≥': '>=',
  '≤': '<=',
  '≈': '~',
  '≠': '!=',
  '✓': 'yes',
  '✗': 'no',
  '●': '•',
  '■': '•',
}

const PLAIN = /^[\x20-\x7e]*$/
const LINE_BREAKS = /\r\n|[\r\u2028\u2029\u0085\v\f]/g
const SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g
/** Invisible signs that reorder or hide text; what a committee reads must be what is written. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u
/** Invisible signs that shape letters and break words, which are harmless. */
const JOINERS = new Set(['\u00ad', '\u200c', '\u200d'])

/**
 * A text as the font can set it: composed, line breaks as \n, every kind of space as a space, and a visible sign in
 * place of what has no glyph or would act unseen.
 */
export function printable(text: string, face: Face): PrintableText {
  if (PLAIN.test(text)) return { text, isReplaced: false }
  const tidy = text.replace(LINE_BREAKS, '\n').replace(SPACES, ' ').normalize('NFC')
  let result = ''
  let isReplaced = false
  for (const character of tidy) {
    if (character === '\n' || isSettable(character, face)) {
      result += character
      continue
    }
    isReplaced = true
    result += SPELLED[character] ?? REPLACEMENT
  }
  return { text: result, isReplaced }
}

function isSettable(character: string, face: Face): boolean {
  if (JOINERS.has(character)) return face.has(character.codePointAt(0) ?? 0)
  return !INVISIBLE.test(character) && face.has(character.codePointAt(0) ?? 0)
}
