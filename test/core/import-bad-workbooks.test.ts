import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { importFile } from '../../electron/core/data-set/import-file.ts'
import { openSource } from '../../electron/core/import/source/open-source.ts'
import { resourceFolders } from '../../electron/host/paths.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { ImportReport } from '../../shared/contract/jobs.ts'
import { buildWorkbook, workbookParts } from '../support/build-workbook.ts'
import { ercotSheets } from '../support/ercot-fixture.ts'
import { asCsv, QUEUE_FIXTURES } from '../support/queue-fixtures.ts'
import { writeTempFile } from '../support/read-import.ts'
import { memoryCatalog } from '../support/replica.ts'

const db = memoryCatalog()
const JOB = { progress() {}, isCancelled: () => false, throwIfCancelled() {} }

const start = (content: string | Uint8Array, name: string) =>
  importFile(
    db,
    {
      ...writeTempFile(content, name),
      format: undefined,
      dryRun: true,
      author: 'Ada',
      isUndoable: true,
      referenceFolder: resourceFolders().reference,
    },
    JOB,
    () => {},
  )

const catalogRows = () =>
  (
    db
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .pluck()
      .all() as string[]
  ).map((table) => [table, db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()])

/** A report, or the one sentence of a refusal; the catalog is as it was either way. */
async function outcome(content: string | Uint8Array, name = 'file.xlsx'): Promise<ImportReport | string> {
  const before = catalogRows()
  try {
    return await start(content, name)
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
    expect((error as AppError).message).toMatch(/^[^\n]{10,500}\.$/)
    return (error as AppError).message
  } finally {
    expect(catalogRows()).toEqual(before)
    expect(db.inTransaction).toBe(false)
  }
}

/** An Office container whose directory names one stream. */
function officeContainer(stream: string): Uint8Array {
  const bytes = Buffer.alloc(512 * 3)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes)
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt32LE(1, 48)
  bytes.write(stream, 1_024, 'utf16le')
  return bytes
}

const XML_BOMB =
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData/></worksheet>'

describe('A workbook that is none, or is out to harm, gets one sentence', () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    [
      'protected by a password',
      officeContainer('EncryptedPackage'),
      /is protected by a password; .* save a copy without one/,
    ],
    [
      'in the old format',
      officeContainer('Workbook'),
      /old Excel file \(\.xls\).*Save as, "Excel Workbook \(\.xlsx\)"/,
    ],
    ['cut off', buildWorkbook(ercotSheets()).subarray(0, 3_000), /damaged or incomplete archive/],
    [
      'of OpenDocument',
      zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<x/>') }),
      /OpenDocument spreadsheet; save it as "Excel Workbook/,
    ],
    ['binary', zipSync({ 'xl/workbook.bin': strToU8('x') }), /binary workbook \(\.xlsb\)/],
    ['with entities in its list of sheets', zipSync({ 'xl/workbook.xml': strToU8(XML_BOMB) }), /declares XML entities/],
    [
      'with entities in a sheet',
      buildWorkbook([{ name: 'S', rows: [] }], { extraParts: { 'xl/worksheets/sheet1.xml': strToU8(XML_BOMB) } }),
      /declares XML entities/,
    ],
    [
      'with a part outside itself',
      buildWorkbook(ercotSheets(), { extraParts: { '../../etc/passwd': strToU8('x') } }),
      /placed outside it/,
    ],
    [
      'with a part at the root',
      buildWorkbook(ercotSheets(), { extraParts: { '/etc/passwd': strToU8('x') } }),
      /placed outside it/,
    ],
    [
      'that unpacks to a hundred times its size',
      buildWorkbook([{ name: 'S', rows: [] }], {
        extraParts: { 'xl/worksheets/sheet1.xml': new Uint8Array(50 * 1024 ** 2) },
      }),
      /more than 100 times its size/,
    ],
    [
      'whose texts unpack to a hundred times their size',
      buildWorkbook([{ name: 'S', rows: [] }], {
        extraParts: { 'xl/sharedStrings.xml': new Uint8Array(50 * 1024 ** 2) },
      }),
      /more than 100 times its size/,
    ],
    [
      'without anything that is known',
      buildWorkbook([
        {
          name: 'S',
          rows: [
            ['a', 'b'],
            [1, 2],
          ],
        },
      ]),
      /finds nothing that it knows/,
    ],
    ['empty', '', /is empty/],
  ])('%s', async (_, content, sentence) => {
    expect(await outcome(content)).toMatch(sentence)
  })

  test('with a million empty rows, it is read past them', async () => {
    const parts = workbookParts(ercotSheets())
    const key = 'xl/worksheets/sheet3.xml'
    const filler = Array.from(
      { length: 1_000_000 },
      (_, index) => `<row r="${index + 30}"><c r="A${index + 30}" s="1"/></row>`,
    )
    const xml = new TextDecoder().decode(parts[key]).replace('</sheetData>', `${filler.join('')}</sheetData>`)
    const bytes = zipSync({ ...parts, [key]: strToU8(xml) }, { level: 1 })
    expect(await outcome(bytes)).toMatchObject({ format: 'queue.ercot-gis', records: 8 })
  })

  test('with more rows than a workbook may have', async () => {
    const parts = workbookParts(ercotSheets())
    const xml = new TextDecoder().decode(parts['xl/worksheets/sheet2.xml'])
    const far = xml.replace('</sheetData>', '<row r="1048577"><c><v>1</v></c></row></sheetData>')
    expect(await outcome(zipSync({ ...parts, 'xl/worksheets/sheet2.xml': strToU8(far) }))).toMatch(
      /more than 1,048,576 rows/,
    )
  })

  test('with a cell far to the right in every row', async () => {
    const parts = workbookParts(ercotSheets())
    const wide = Array.from(
      { length: 3_000 },
      (_, index) => `<row r="${index + 100}"><c r="XFD1"><v>${index}</v></c></row>`,
    )
    const key = 'xl/worksheets/sheet2.xml'
    const xml = new TextDecoder().decode(parts[key]).replace('</sheetData>', `${wide.join('')}</sheetData>`)
    expect(await outcome(zipSync({ ...parts, [key]: strToU8(xml) }))).toMatch(/more than 40,000,000 cells/)
  })

  test('as text that is named a workbook, or a workbook named as text, it is read all the same', async () => {
    const { sheets } = QUEUE_FIXTURES['SPP'] as (typeof QUEUE_FIXTURES)[string]
    const [sheet] = sheets
    if (!sheet) throw new Error('The fixture has no sheet.')
    expect(await outcome(asCsv(sheet), 'queue.xlsx')).toMatchObject({ records: 3 })
    expect(await outcome(buildWorkbook(sheets), 'queue.csv')).toMatchObject({ records: 3 })
    const mixed = `\ufeff${asCsv(sheet).replace('\r\n', '\n').replace('\r\n', '\r')}`
    expect(await outcome(mixed, 'queue.csv')).toMatchObject({ records: 3 })
    const latin = Buffer.from(asCsv(sheet).replace('Beaver County', 'Caña County'), 'latin1')
    expect(await outcome(latin, 'queue.csv')).toMatchObject({ records: 3 })
    const wide = Buffer.from(`\ufeff${asCsv(sheet)}`, 'utf16le')
    expect(await outcome(wide, 'queue.csv')).toMatchObject({ records: 3 })
  })

  test('JSON that breaks off says so', async () => {
    expect(await outcome('[{"projectNumber":"J1","applicationStatus":"Act', 'queue.json')).toMatch(
      /breaks off before its end/,
    )
    expect(await outcome('[{"projectNumber":"J1",}]', 'queue.json')).toMatch(/is not correct JSON/)
  })

  test('a column name twice counts once and keeps both texts', async () => {
    const text = 'Project ID,Status,MFO,Submitted Date,Status\nAB1-001,Active,10,4/1/2015,other\n'
    expect(await outcome(text, 'queue.csv')).toMatchObject({ records: 1, rejectedCount: 0 })
  })
})

describe('Whatever happens to the bytes of a file', () => {
  const files = [
    ...Object.values(QUEUE_FIXTURES).map(({ sheets }) => buildWorkbook(sheets)),
    ...Object.values(QUEUE_FIXTURES).flatMap(({ sheets: [first] }) => (first ? [strToU8(asCsv(first))] : [])),
    strToU8('[{"projectNumber":"J1","applicationStatus":"Active","summerNetMW":1}]'),
  ]
  const mutation = fc.record({
    file: fc.integer({ min: 0, max: files.length - 1 }),
    length: fc.double({ min: 0.2, max: 1, noNaN: true }),
    edits: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })), {
      maxLength: 12,
    }),
  })

  test('importing it ends in a report or one sentence', async () => {
    await fc.assert(
      fc.asyncProperty(mutation, async ({ file, length, edits }) => {
        const whole = files[file] ?? new Uint8Array()
        const bytes = whole.slice(0, Math.round(whole.length * length))
        for (const [at, value] of edits) bytes[Math.floor(at * Math.max(0, bytes.length - 1))] = value
        await outcome(bytes)
      }),
      { numRuns: 250 },
    )
  })

  test('reading changed XML within sound archives ends in a report or one sentence', async () => {
    const parts = workbookParts(ercotSheets())
    const names = Object.keys(parts)
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      '</row>',
      '<row',
      '<c',
      '&',
      ' r="A1"',
      ' r="9999999999"',
      '<v>',
      '</v>',
      't="s"',
      '&#x110000;',
      '_xFFFF_',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), piece, fc.nat(20)), {
          minLength: 1,
          maxLength: 8,
        }),
        async (name, edits) => {
          let xml = new TextDecoder().decode(parts[name])
          for (const [at, text, cut] of edits) {
            const from = Math.floor(at * xml.length)
            xml = xml.slice(0, from) + text + xml.slice(from + cut)
          }
          await outcome(zipSync({ ...parts, [name]: strToU8(xml) }, { level: 1 }))
        },
      ),
      { numRuns: 250 },
    )
  })
})

test('an archive is read by its directory, whatever stands in front of it', async () => {
  const bytes = Buffer.concat([Buffer.from('PK\x03\x04 junk in front'), buildWorkbook(ercotSheets())])
  expect(await outcome(bytes)).toMatchObject({ records: 8 })
  const source = await openSource(writeTempFile(zipSync({ 'a/b.txt': strToU8('b'), 'a/': new Uint8Array() }), 'x.zip'))
  expect(source.content).toBe('zip')
  const zip = await source.zip()
  expect(zip.entries.map(({ name }) => name)).toEqual(['a/b.txt'])
  const [entry] = zip.entries
  expect(entry && new TextDecoder().decode(await zip.read(entry))).toBe('b')
})
