import { AppError } from '../../../../shared/contract/errors.ts'
import { fileBytes } from './byte-reader.ts'
import type { SourceFile } from './source-file.ts'

/** The one sentence for a file that no importer takes, from what its bytes are. */
export function refusal(file: Pick<SourceFile, 'name' | 'path' | 'head' | 'byteLength'>): AppError {
  return new AppError('bad_input', `"${file.name}" ${whatItIs(file)}`)
}

function whatItIs(file: Pick<SourceFile, 'name' | 'path' | 'head' | 'byteLength'>): string {
  const start = Buffer.from(file.head).toString('latin1', 0, 16)
  if (start.startsWith('\xd0\xcf\x11\xe0'))
    return isEncryptedWorkbook(file)
      ? 'is protected by a password; open it in the spreadsheet program, save a copy without one and import that.'
      : 'is an old Excel file (.xls) or another Office document; open it in a spreadsheet program, choose Save as, "Excel Workbook (.xlsx)", and import that.'
  if (start.startsWith('%PDF')) return 'is a PDF without a table to read; import the table it shows as CSV or workbook.'
  if (start.startsWith('PK'))
    return 'is an archive or workbook in which Switchyard finds nothing that it knows; unpack it and import the files in it.'
  if (start.startsWith('SQLite format 3'))
    return 'is a database that Switchyard does not read; export its table as CSV.'
  if (file.head.includes(0))
    return 'is a binary file of a kind that Switchyard does not read; save its table as CSV or workbook.'
  return 'holds no table that Switchyard knows; save it as CSV with a header row.'
}

/** An encrypted workbook is an Office container with a stream of this name in its directory. */
function isEncryptedWorkbook(file: Pick<SourceFile, 'name' | 'path' | 'head' | 'byteLength'>): boolean {
  if (file.head.length < 512) return false
  const header = new DataView(file.head.buffer, file.head.byteOffset, file.head.byteLength)
  const sectorBytes = 2 ** Math.min(16, header.getUint16(30, true))
  const directoryOffset = (header.getUint32(48, true) + 1) * sectorBytes
  const directory = Buffer.from(fileBytes(file).read(directoryOffset, 8_192))
  return directory.includes(Buffer.from('EncryptedPackage', 'utf16le'))
}
