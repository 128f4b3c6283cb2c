import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvDelimiter } from '../../electron/core/import/csv-delimiter.ts'
import { CsvParser } from '../../electron/core/import/csv-parser.ts'
import { AppError } from '../../shared/contract/errors.ts'

/** Reads a text that arrives in the given pieces. */
function read(pieces: readonly string[], delimiter = ','): (readonly [number, ...string[]])[] {
  const parser = new CsvParser('sites.csv', delimiter)
  const rows = pieces.flatMap((piece, index) => parser.push(piece, index === pieces.length - 1))
  return rows.map((row) => [row.rowNumber, ...row.cells])
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '\r', '\n', ' ', 'a', "'", '=', 'ü', '数') }),
)
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 })

describe('Reading CSV', () => {
  test('any table of texts comes back as it was written, wherever the pieces are cut', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\r\n', '\n', '\r'),
        fc.boolean(),
        fc.array(fc.nat(400), { maxLength: 6 }),
        (rows, delimiter, lineEnd, endsWithLineEnd, cuts) => {
          const text =
            rows.map((row) => row.map(quoted).join(delimiter)).join(lineEnd) + (endsWithLineEnd ? lineEnd : '')
          const at = [0, ...[...cuts].map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length]
          const pieces = at.slice(1).map((end, index) => text.slice(at[index], end))
          const expected = rows
            .map((row, index) => [index + 1, ...row] as const)
            .filter(([, ...cells]) => cells.some((each) => each !== ''))
          expect(read(pieces, delimiter)).toEqual(expected)
        },
      ),
    )
  })

  test('takes CR LF, LF and CR as line ends in one file', () => {
    expect(read(['a,b\r\nc,d\ne,f\rg,h'])).toEqual([
      [1, 'a', 'b'],
      [2, 'c', 'd'],
      [3, 'e', 'f'],
      [4, 'g', 'h'],
    ])
  })

  test('numbers rows as a spreadsheet does: empty lines count, line breaks in a cell do not', () => {
    expect(read(['name\n\n"two\r\nlines"\nlast'])).toEqual([
      [1, 'name'],
      [3, 'two\r\nlines'],
      [4, 'last'],
    ])
  })

  test('keeps quotes that do not enclose a cell', () => {
    expect(read(['5" pipe,"a"b,"say ""hi"""'])).toEqual([[1, '5" pipe', 'ab', 'say "hi"']])
  })

  test('names the row whose quote is never closed', () => {
    expect(() => read(['a,b\nc,"d\ne,f\n'])).toThrow(
      new AppError('bad_input', 'Row 2 of "sites.csv" opens a quote that is never closed; close it and import again.'),
    )
  })

  test('stops at a quote that would swallow more than 1 MB of the file', () => {
    const parser = new CsvParser('sites.csv', ',')
    const piece = `${'x'.repeat(1_000)}\n`.repeat(300)
    expect(() => {
      parser.push('a,b\nc,"', false)
      for (let i = 0; i < 10; i++) parser.push(piece, false)
    }).toThrow(/^Row 2 of "sites.csv" is longer than 1 MB; look there for a quote that is not closed\.$/)
  })
})

describe('The delimiter', () => {
  test.each([
    ['name,lat,lon\n1;2,3,4', ','],
    ['name;lat;lon\n"a,b";1,5;2,5', ';'],
    ['name\tlat\tlon', '\t'],
    ['"a;b;c;d",lat,lon', ','],
    ['\r\nname|lat|lon', '|'],
    ['name', ','],
  ])('of %j is %j', (text, delimiter) => {
    expect(csvDelimiter(text)).toBe(delimiter)
  })
})
