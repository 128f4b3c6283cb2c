const SEPARATOR = '\u001f'
const UNIT = 0x1f
const RECORD = 0x1e

/**
 * The cells of a row as one text: joined by U+001F, which marks the front too, or as JSON where that would not give
 * them back. The text holds no U+001E, so that several may be joined by it.
 */
export function packCells(cells: readonly string[]): string {
  const text = SEPARATOR + cells.join(SEPARATOR)
  let separators = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > UNIT) continue
    if (code === UNIT) separators++
    // A text in SQLite may hold U+0000, but its own tools end there.
    else if (code === RECORD || code === 0) return JSON.stringify(cells)
  }
  return separators === cells.length && text.isWellFormed() ? text : JSON.stringify(cells)
}

export function unpackCells(text: string): string[] {
  return text.charCodeAt(0) === UNIT ? text.slice(1).split(SEPARATOR) : (JSON.parse(text) as string[])
}
