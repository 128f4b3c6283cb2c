import { onTestFinished } from 'vitest'
import { type CoreChild, type CoreChildTask, spawnCoreChild } from './spawn-core-child.ts'

/** Another process that works on a catalog, and ends with the test at the latest. */
export function coreChild(task: CoreChildTask, catalogFile: string, ...rest: string[]): CoreChild {
  const child = spawnCoreChild(task, catalogFile, ...rest)
  onTestFinished(() => void child.kill())
  return child
}
