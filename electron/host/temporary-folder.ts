import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { isProcessRunning } from './is-process-running.ts'
import { ensurePrivateFolder } from './paths.ts'

const NAME = /^files-(\d+)-/

/**
 * A new folder under `parent` that only the user can enter, for files that live as long as this process. Folders that
 * killed processes left behind go first.
 */
export function temporaryFolder(parent: string): string {
  ensurePrivateFolder(parent)
  for (const name of readdirSync(parent)) {
    const owner = NAME.exec(name)?.[1]
    if (owner !== undefined && !isProcessRunning(Number(owner)))
      rmSync(path.join(parent, name), { recursive: true, force: true, maxRetries: 3 })
  }
  const folder = mkdtempSync(path.join(parent, `files-${process.pid}-`))
  chmodSync(folder, 0o700)
  return folder
}
