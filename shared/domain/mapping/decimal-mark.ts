export const DECIMAL_MARKS = ['point', 'comma'] as const

/** What separates the fraction of a number: 1,234.5 or 1.234,5. */
export type DecimalMark = (typeof DECIMAL_MARKS)[number]

const COMMA = /^[+-]?(\d{1,3}(\.\d{3})+,\d+|\d+,(\d{1,2}|\d{4,}))$/
const POINT = /^[+-]?(\d{1,3}(,\d{3})+\.\d+|\d*\.(\d{1,2}|\d{4,}))$/

/** The mark that most of the cells can only be read with; what reads either way ("1,234") does not count. */
export function guessDecimalMark(cells: Iterable<string>): DecimalMark {
  let commas = 0
  let points = 0
  for (const cell of cells) {
    const text = cell.trim()
    if (COMMA.test(text)) commas += 1
    else if (POINT.test(text)) points += 1
  }
  return commas > points ? 'comma' : 'point'
}
