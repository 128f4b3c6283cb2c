import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'

const POLL_MS = 100
/** No build takes this long; an older lock belongs to another process that got the dead owner's number. */
const LONGEST_BUILD_MS = 10 * 60_000

/** Runs the work while no other process builds into the same folder; a lock whose owner has died is taken over. */
export async function withBuildLock<T>(outputFolder: string, work: () => Promise<T>): Promise<T> {
  const lockFile = path.join(outputFolder, '.building')
  mkdirSync(outputFolder, { recursive: true })
  while (!tryLock(lockFile)) await sleep(POLL_MS)
  try {
    return await work()
  } finally {
    rmSync(lockFile, { force: true })
  }
}

function tryLock(lockFile: string): boolean {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  if (!isOwnerAlive(lockFile)) rmSync(lockFile, { force: true })
  return false
}

function isOwnerAlive(lockFile: string): boolean {
  try {
    if (Date.now() - statSync(lockFile).mtimeMs > LONGEST_BUILD_MS) return false
    const owner = Number(readFileSync(lockFile, 'utf8'))
    // An empty file belongs to a process that is just about to write its number.
    if (!owner) return true
    process.kill(owner, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
