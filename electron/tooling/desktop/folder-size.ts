import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** Bytes of all files in a folder; 0 for one that is not there. */
export function folderSize(folder: string): number {
  let bytes = 0
  for (const entry of list(folder)) {
    const file = path.join(folder, entry.name)
    // A file may go while it is counted: a finished download is moved away.
    bytes += entry.isDirectory() ? folderSize(file) : (statSync(file, { throwIfNoEntry: false })?.size ?? 0)
  }
  return bytes
}

function list(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
