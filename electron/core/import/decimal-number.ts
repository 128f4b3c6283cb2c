const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
const THOUSANDS = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/
const DECIMAL_COMMA = /^[+-]?\d+,\d+$/

/**
 * Reads a number as spreadsheets write it: 1234.5, $1,234.50, and 1234,5 where `hasDecimalComma` (files whose
 * cells are separated by semicolons come from countries that write it so). Null where it is not a number.
 */
export function decimalNumber(text: string, hasDecimalComma: boolean): number | null {
  // Nearly every number is plain, and a table has millions of them.
  if (PLAIN.test(text)) return finite(Number(text))
  const bare = text.trim().replace(/^([+-]?)\$\s*/, '$1')
  if (PLAIN.test(bare)) return finite(Number(bare))
  if (hasDecimalComma && DECIMAL_COMMA.test(bare)) return finite(Number(bare.replace(',', '.')))
  if (THOUSANDS.test(bare)) return finite(Number(bare.replaceAll(',', '')))
  return null
}

function finite(number: number): number | null {
  return Number.isFinite(number) ? number : null
}
