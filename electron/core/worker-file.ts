import { existsSync } from 'node:fs'
import path from 'node:path'

/** The worker's entry: its bundle where that lies beside this code, else its source. */
export function workerFile(): string {
  const bundle = path.join(import.meta.dirname, 'core-worker.cjs')
  return existsSync(bundle) ? bundle : path.join(import.meta.dirname, 'worker.ts')
}
