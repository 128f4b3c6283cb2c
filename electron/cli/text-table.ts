/** A column of a text table. */
export interface TableColumn {
  readonly heading: string
  readonly align?: 'left' | 'right'
  /** Longer texts are cut, with an ellipsis. */
  readonly maxWidth?: number
}

/** Rows under headings, in columns of equal width; the last left-aligned column is not padded. */
export function textTable(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string {
  const cut = rows.map((row) => columns.map((column, index) => clip(oneLine(row[index] ?? ''), column.maxWidth)))
  const widths = columns.map((column, index) =>
    Math.max(column.heading.length, ...cut.map((row) => [...(row[index] ?? '')].length)),
  )
  const line = (cells: readonly string[]) =>
    columns
      .map((column, index) => pad(cells[index] ?? '', widths[index] ?? 0, column.align ?? 'left'))
      .join('  ')
      .trimEnd()
  return [
    line(columns.map((column) => column.heading)),
    line(widths.map((width) => '─'.repeat(width))),
    ...cut.map(line),
  ].join('\n')
}

function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - [...text].length))
  return align === 'right' ? space + text : text + space
}

function clip(text: string, maxWidth = Number.POSITIVE_INFINITY): string {
  const characters = [...text]
  return characters.length > maxWidth ? `${characters.slice(0, maxWidth - 1).join('')}…` : text
}

/** Imported text may hold line breaks and terminal escapes; neither may leave its cell. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '')
}
