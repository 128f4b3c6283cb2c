import { strToU8, zipSync } from 'fflate'

export type BuiltCell = string | number | boolean | Date | null | { readonly formula: string; readonly value: number }

export interface BuiltSheet {
  readonly name: string
  /** Rows from row 1; an empty one is left out of the sheet. */
  readonly rows: readonly (readonly BuiltCell[])[]
  readonly isHidden?: boolean
}

const DAY_MS = 86_400_000
const EPOCH_SERIAL = 25_569
const DATE_STYLE = 1
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook as spreadsheet programs save it: shared strings, a date style, parts behind a byte-order mark if wanted. */
export function buildWorkbook(
  sheets: readonly BuiltSheet[],
  { date1904 = false, mark = '', extraParts = {} }: BuildOptions = {},
): Uint8Array {
  return zipSync(workbookParts(sheets, { date1904, mark, extraParts }))
}

export interface BuildOptions {
  readonly date1904?: boolean
  /** Put before the XML of every part. */
  readonly mark?: string
  readonly extraParts?: Readonly<Record<string, Uint8Array>>
}

export function workbookParts(
  sheets: readonly BuiltSheet[],
  { date1904 = false, mark = '', extraParts = {} }: BuildOptions = {},
): Record<string, Uint8Array> {
  const strings: string[] = []
  const parts: Record<string, string> = {}
  for (const [index, sheet] of sheets.entries())
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `<worksheet xmlns="${MAIN}"><sheetData>${sheet.rows.map((row, at) => rowXml(row, at + 1, strings)).join('')}</sheetData></worksheet>`
  parts['xl/workbook.xml'] =
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>` +
    sheets
      .map(
        ({ name, isHidden }, index) =>
          `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
      )
      .join('') +
    '</sheets></workbook>'
  parts['xl/_rels/workbook.xml.rels'] =
    '<Relationships>' +
    sheets
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join('') +
    `<Relationship Id="s" Type="${OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/>` +
    `<Relationship Id="t" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`
  parts['xl/styles.xml'] =
    `<styleSheet xmlns="${MAIN}"><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
  parts['xl/sharedStrings.xml'] =
    `<sst xmlns="${MAIN}">${strings.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`
  parts['[Content_Types].xml'] = '<Types/>'
  const bytes = Object.fromEntries(
    Object.entries(parts).map(([name, xml]) => [name, strToU8(`${mark}<?xml version="1.0" encoding="UTF-8"?>${xml}`)]),
  )
  return { ...bytes, ...extraParts }
}

function rowXml(cells: readonly BuiltCell[], row: number, strings: string[]): string {
  const built = cells.map((cell, index) => cellXml(cell, `${columnLetters(index)}${row}`, strings)).join('')
  return built === '' ? '' : `<row r="${row}">${built}</row>`
}

function cellXml(cell: BuiltCell, at: string, strings: string[]): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (cell instanceof Date) return `<c r="${at}" s="${DATE_STYLE}"><v>${cell.getTime() / DAY_MS + EPOCH_SERIAL}</v></c>`
  if (typeof cell === 'object') return `<c r="${at}"><f>${cell.formula}</f><v>${cell.value}</v></c>`
  strings.push(cell)
  return `<c r="${at}" t="s"><v>${strings.length - 1}</v></c>`
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}
