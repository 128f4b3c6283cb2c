import { statSync } from 'node:fs'

/** What a file is recognised by: another size or time of change means another content. */
export interface FileStamp {
  readonly sizeBytes: number
  readonly changedAtMs: number
}

/** The stamp of a file, or null where there is none. */
export function fileStamp(file: string): FileStamp | null {
  const info = statSync(file, { throwIfNoEntry: false })
  return info?.isFile() ? { sizeBytes: info.size, changedAtMs: Math.round(info.mtimeMs) } : null
}

export function isSameStamp(one: FileStamp | null, other: FileStamp | null): boolean {
  return one?.sizeBytes === other?.sizeBytes && one?.changedAtMs === other?.changedAtMs
}
