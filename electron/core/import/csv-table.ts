import { AppError } from '../../../shared/contract/errors.ts'
import { csvDelimiter } from './csv-delimiter.ts'
import { CsvParser, type CsvRow } from './csv-parser.ts'
import { IMPORT_LIMITS } from './import-limits.ts'
import { inSentence } from './in-sentence.ts'
import { readText } from './read-text.ts'
import type { ScannedFile } from './scanned-file.ts'

export interface CsvBatch {
  readonly rows: readonly CsvRow[]
  /** Of the file so far. */
  readonly bytesRead: number
}

/** A CSV file with one header row. */
export interface CsvTable {
  readonly file: ScannedFile
  /** Column names as they stand in the file, trimmed; a column without a name is called by its letter. */
  readonly header: readonly string[]
  readonly delimiter: string
  /** The rows below the header, in pieces. */
  batches(): AsyncGenerator<CsvBatch, void, undefined>
}

/**
 * Reads the header of a scanned file.
 * @throws AppError bad_input for a file without rows, or with a column name twice.
 */
export async function openCsvTable(file: ScannedFile): Promise<CsvTable> {
  const { rows, delimiter } = await firstRows(file)
  const [first, second] = rows
  if (!first) throw new AppError('bad_input', `"${file.name}" holds no text; choose a file with a header and sites.`)
  const header = columnNames(file.name, first.cells)
  if (!second)
    throw new AppError(
      'bad_input',
      `"${file.name}" holds a header and no rows below it; add the sites and import again.`,
    )
  return { file, header, delimiter, batches: () => batchesBelow(file, first.rowNumber) }
}

async function firstRows(file: ScannedFile): Promise<{ rows: CsvRow[]; delimiter: string }> {
  const rows: CsvRow[] = []
  let delimiter = ','
  for await (const batch of batchesBelow(file, 0)) {
    delimiter = batch.delimiter
    rows.push(...batch.rows.slice(0, 2))
    if (rows.length > 1) break
  }
  return { rows, delimiter }
}

/** All rows of a text with separated cells, from the first line on. */
export function csvRows(file: ScannedFile): AsyncGenerator<CsvBatch, void, undefined> {
  return batchesBelow(file, 0)
}

async function* batchesBelow(file: ScannedFile, rowNumber: number) {
  let parser: CsvParser | undefined
  let delimiter = ','
  for await (const { text, bytesRead } of readText(file)) {
    if (!parser) {
      delimiter = csvDelimiter(text)
      parser = new CsvParser(file.name, delimiter)
    }
    const rows = parser.push(text, false)
    yield { rows: below(rows, rowNumber), bytesRead, delimiter }
  }
  const rows = parser?.push('', true) ?? []
  yield { rows: below(rows, rowNumber), bytesRead: file.byteLength, delimiter }
}

function below(rows: CsvRow[], rowNumber: number): readonly CsvRow[] {
  const first = rows[0]
  return first && first.rowNumber <= rowNumber ? rows.filter((row) => row.rowNumber > rowNumber) : rows
}

function columnNames(fileName: string, cells: readonly string[]): readonly string[] {
  if (cells.length > IMPORT_LIMITS.columns)
    throw new AppError(
      'bad_input',
      `"${fileName}" has ${cells.length} columns and Switchyard reads ${IMPORT_LIMITS.columns}; remove those that do not matter.`,
    )
  const seen = new Set<string>()
  return cells.map((cell, index) => {
    const name = cell.trim()
    if (name === '') return `Column ${columnLetters(index)}`
    const key = name.toLowerCase()
    if (seen.has(key))
      throw new AppError(
        'bad_input',
        `"${fileName}" has the column "${inSentence(name)}" twice; rename or remove one and import again.`,
      )
    seen.add(key)
    return name
  })
}

/** A, B … Z, AA, as a spreadsheet heads its columns. */
function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}
