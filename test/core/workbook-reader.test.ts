import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openSource } from '../../electron/core/import/source/open-source.ts'
import type { SheetRow } from '../../electron/core/import/source/workbook.ts'
import { isDateFormat } from '../../electron/core/import/source/xlsx/date-formats.ts'
import { buildWorkbook, workbookParts } from '../support/build-workbook.ts'
import { writeTempFile } from '../support/read-import.ts'

async function open(bytes: Uint8Array) {
  const source = await openSource(writeTempFile(bytes, 'book.xlsx'))
  expect(source.content).toBe('workbook')
  return source.workbook()
}

async function rowsOf(sheetXml: string, parts: Record<string, string> = {}): Promise<SheetRow[]> {
  const bytes = { ...workbookParts([{ name: 'S', rows: [] }]) }
  bytes['xl/worksheets/sheet1.xml'] = strToU8(sheetXml)
  for (const [name, xml] of Object.entries(parts)) bytes[name] = strToU8(xml)
  return [...(await open(zipSync(bytes))).rows('S')]
}

const sheet = (rows: string) => `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`

describe('The workbook reader', () => {
  test('gives typed cached values with the sheet’s own row numbers', async () => {
    const book = await open(
      buildWorkbook([
        {
          name: ' One',
          rows: [[], ['a', 1.5, true], [], [null, { formula: 'B2*2', value: 3 }, new Date('2025-06-01T00:00:00Z')]],
        },
        { name: 'Two & more', rows: [['x']], isHidden: true },
      ]),
    )
    expect(book.sheets).toEqual([
      { name: ' One', isHidden: false },
      { name: 'Two & more', isHidden: true },
    ])
    expect([...book.rows(' One')]).toEqual([
      { row: 2, cells: ['a', 1.5, true] },
      { row: 4, cells: [null, 3, new Date('2025-06-01T00:00:00Z')] },
    ])
    expect([...book.rows('Two & more')]).toEqual([{ row: 1, cells: ['x'] }])
    expect([...book.rows('Three')]).toEqual([])
  })

  test('reads inline and rich strings, errors, escapes and control characters', async () => {
    const rows = await rowsOf(
      sheet(
        '<row r="7"><c r="A7" t="inlineStr"><is><t>in</t></is></c>' +
          '<c r="B7" t="inlineStr"><is><r><t>ri</t></r><r><t xml:space="preserve">ch </t></r><rPh><t>said</t></rPh></is></c>' +
          '<c r="C7" t="e"><v>#REF!</v></c><c r="D7" t="str"><v>a_x000D_b_x0013_c &amp; &#233; _x005F_x0041_</v></c>' +
          '<c r="F7"><v>1e3</v></c><c r="G7" t="n"><v></v></c><c r="H7" t="d"><v>2024-02-29</v></c></row>',
      ),
    )
    expect(rows).toEqual([
      { row: 7, cells: ['in', 'rich ', null, 'a\nbc & é _x0041_', null, 1000, null, new Date('2024-02-29T00:00:00Z')] },
    ])
  })

  test('finds its way with prefixes, without cell references and row numbers', async () => {
    const rows = await rowsOf(
      '<x:worksheet><x:sheetPr/><x:cols><x:col/></x:cols><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:t>b</x:t></x:is></x:c></x:row><x:row/><x:row><x:c r="AB3"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    )
    expect(rows[0]).toEqual({ row: 1, cells: [1, 'b'] })
    expect(rows[1]?.row).toBe(3)
    expect(rows[1]?.cells).toHaveLength(28)
  })

  test('counts dates from 1904 where the workbook does', async () => {
    const date = new Date('2025-06-01T00:00:00Z')
    const book = await open(buildWorkbook([{ name: 'S', rows: [[date]] }], { date1904: true }))
    expect([...book.rows('S')][0]?.cells).toEqual([new Date(date.getTime() + 1_462 * 86_400_000)])
  })

  test.each([
    ['m/d/yyyy', true],
    ['[$-409]mmmm d, yyyy;@', true],
    ['yyyy\\-mm', true],
    ['"dated" 0', false],
    ['0.00_);[Red]\\(0.00\\)', false],
    ['General', false],
    ['h:mm:ss', false],
  ])('takes the number format %s for a date: %s', (code, isDate) => {
    expect(isDateFormat(code)).toBe(isDate)
  })
})
