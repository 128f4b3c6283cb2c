import { spawn } from 'node:child_process'
import { folderSize } from './folder-size.ts'

export interface WatchedRun {
  readonly command: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** Folders whose growth counts as progress, beside output of the command. */
  readonly folders: readonly string[]
  /** Milliseconds without any progress after which the command is ended. */
  readonly stallMs: number
  /** Called with the bytes in the folders each time they have changed. */
  readonly onProgress?: (bytes: number) => void
}

export type RunOutcome =
  | { readonly state: 'done' }
  | { readonly state: 'failed'; readonly output: string }
  | { readonly state: 'stalled' }

const MOST_OUTPUT = 20_000

/** Runs a command for as long as it makes progress, however slow that is. */
export function runWhileProgressing(run: WatchedRun): Promise<RunOutcome> {
  return new Promise((resolve) => {
    const child = spawn(run.command, run.args, { env: run.env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let bytes = -1
    let lastProgressMs = Date.now()
    let isStalled = false
    const hear = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-MOST_OUTPUT)
      lastProgressMs = Date.now()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)

    const watch = setInterval(
      () => {
        const now = run.folders.reduce((sum, folder) => sum + folderSize(folder), 0)
        if (now !== bytes) {
          if (bytes !== -1) lastProgressMs = Date.now()
          bytes = now
          run.onProgress?.(now)
        }
        if (Date.now() - lastProgressMs < run.stallMs) return
        isStalled = true
        child.kill('SIGKILL')
      },
      Math.min(1_000, run.stallMs / 4),
    )
    const end = (outcome: RunOutcome) => {
      clearInterval(watch)
      resolve(outcome)
    }
    child.on('error', (error) => end({ state: 'failed', output: error.message }))
    child.on('close', (code) => {
      if (isStalled) end({ state: 'stalled' })
      else end(code === 0 ? { state: 'done' } : { state: 'failed', output })
    })
  })
}
