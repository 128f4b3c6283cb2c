import { AppError } from '../../../../../shared/contract/errors.ts'
import type { ZipEntry, ZipSource } from '../zip-source.ts'

/** A part of a workbook as XML text. @throws AppError bad_input */
export async function readPart(fileName: string, zip: ZipSource, entry: ZipEntry): Promise<string> {
  const bytes = await zip.read(entry)
  const text = new TextDecoder(encodingOfXml(bytes)).decode(bytes)
  refuseDocumentType(fileName, text)
  return text
}

/** UTF-8 unless a byte-order mark says UTF-16. */
export function encodingOfXml(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

/** No workbook declares a document type; one that does is out to make its reader expand or fetch entities. */
export function refuseDocumentType(fileName: string, xml: string): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml.slice(0, 4_096)))
    throw new AppError(
      'bad_input',
      `"${fileName}" declares XML entities, which no workbook needs; do not trust it, and ask where it comes from.`,
    )
}
