import { execFileSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import os from 'node:os'

const NOBODY = 65_534

/**
 * Runs something as a user who may not read a file. The superuser may read everything, so for the length of `run`
 * the process gives its privilege away.
 */
export async function withoutPermission<T>(file: string, run: () => Promise<T>): Promise<T> {
  if (process.platform === 'win32') {
    execFileSync('icacls', [file, '/deny', `${os.userInfo().username}:(R)`])
    return run().finally(() => execFileSync('icacls', [file, '/reset']))
  }
  chmodSync(file, 0o000)
  if (process.geteuid?.() !== 0) return run()
  process.seteuid?.(NOBODY)
  return run().finally(() => process.seteuid?.(0))
}
