import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'

export type CoreChildTask = 'hold' | 'edit' | 'import'

export interface CoreChild {
  /** The next line that the child writes; null when it has ended. */
  nextLine(): Promise<string | null>
  /** Kills it on the spot, so that nothing of it gets to run, and gives back the lines not read yet. */
  kill(): Promise<string[]>
}

/** Another process that works on a catalog, see core-child-main.ts for what it can do. Who starts it has to kill it. */
export function spawnCoreChild(task: CoreChildTask, catalogFile: string, ...rest: string[]): CoreChild {
  const main = path.join(import.meta.dirname, 'core-child-main.ts')
  const child = spawn(process.execPath, [main, task, catalogFile, ...rest], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  const waiting: ((line: string | null) => void)[] = []
  let ended = false
  const reader = createInterface({ input: child.stdout })
  reader.on('line', (line) => {
    const next = waiting.shift()
    if (next) next(line)
    else lines.push(line)
  })
  reader.on('close', () => {
    ended = true
    for (const next of waiting.splice(0)) next(null)
  })
  const exited = once(child, 'exit')
  return {
    nextLine: () => {
      const line = lines.shift()
      if (line !== undefined || ended) return Promise.resolve(line ?? null)
      return new Promise((resolve) => waiting.push(resolve))
    },
    async kill() {
      child.kill('SIGKILL')
      await exited
      if (!ended) await once(reader, 'close')
      return lines.splice(0)
    },
  }
}
