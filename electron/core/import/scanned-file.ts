/** What a text file may be written in; windows-1252 is what older spreadsheets save. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** What the first pass over a file found out. */
export interface ScannedFile {
  readonly path: string
  /** As the user knows it, for messages. */
  readonly name: string
  readonly sha256: string
  readonly byteLength: number
  readonly encoding: TextEncoding
  /** Last change of the file, to notice one that is written to while it is read. */
  readonly modifiedMs: number
}
