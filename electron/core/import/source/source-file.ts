import type { CsvTable } from '../csv-table.ts'
import type { TextSource } from './text-source.ts'
import type { Workbook } from './workbook.ts'
import type { ZipSource } from './zip-source.ts'

/** What a file's bytes are, whatever its name says. */
export type SourceContent = 'text' | 'workbook' | 'zip' | 'sqlite' | 'pdf' | 'image' | 'unknown'

/** One opened file: hashed, and its kind of content known. The readers throw AppError bad_input with one sentence. */
export interface SourceFile {
  readonly path: string
  /** As the user knows it, for messages. */
  readonly name: string
  readonly byteLength: number
  readonly modifiedMs: number
  readonly sha256: string
  readonly content: SourceContent
  /** The first 64 KiB, or the file where it is shorter. */
  readonly head: Uint8Array
  /** What the user says its coordinates are: an EPSG code. */
  readonly coordinateSystem?: string | undefined
  text(): Promise<TextSource>
  /** A table of text with one header row, whose column names are all different. */
  csv(): Promise<CsvTable>
  workbook(): Promise<Workbook>
  zip(): Promise<ZipSource>
}
