import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'

/** A folder that the tests of a file share and that is gone after the last of them. */
export function keptTempFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'switchyard-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  return folder
}
