import { AppError } from '../../../../shared/contract/errors.ts'
import { type CsvBatch, csvRows } from '../csv-table.ts'
import { readText, type TextChunk } from '../read-text.ts'
import type { ScannedFile, TextEncoding } from '../scanned-file.ts'

/** A file of text, read as often as wanted. */
export interface TextSource {
  readonly encoding: TextEncoding
  chunks(): AsyncGenerator<TextChunk, void, undefined>
  /** The rows of a table of text from the first line on, without a header being taken off. */
  rows(): AsyncGenerator<CsvBatch, void, undefined>
  /** The whole text. @throws AppError bad_input for more than 128 MB */
  all(): Promise<string>
  /** The text as JSON. @throws AppError bad_input where it is none, or more than 128 MB */
  json(): Promise<unknown>
}

/** Text that is held in memory whole, bytes. */
const MOST_BYTES = 128 * 1024 ** 2

export function textSource(file: ScannedFile): TextSource {
  const all = async () => {
    if (file.byteLength > MOST_BYTES)
      throw new AppError(
        'bad_input',
        `"${file.name}" is larger than 128 MB, the most that Switchyard reads of such a file; split it and import the parts.`,
      )
    const parts: string[] = []
    for await (const { text } of readText(file)) parts.push(text)
    return parts.join('')
  }
  return {
    encoding: file.encoding,
    chunks: () => readText(file),
    rows: () => csvRows(file),
    all,
    async json() {
      const text = await all()
      try {
        return JSON.parse(text) as unknown
      } catch {
        throw new AppError('bad_input', jsonProblem(file.name, text))
      }
    },
  }
}

function jsonProblem(name: string, text: string): string {
  const last = text.trimEnd().at(-1)
  return last === '}' || last === ']'
    ? `"${name}" is not correct JSON; fetch it again, or ask where it comes from.`
    : `"${name}" is JSON that breaks off before its end; fetch it again and import that.`
}
