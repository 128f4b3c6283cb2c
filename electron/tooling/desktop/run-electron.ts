import { spawn } from 'node:child_process'
import process from 'node:process'
import { projectRoot } from '../project-root.ts'

/** An exit this early, by a signal or as "not found", is a runtime that does not start here, not a user who quit. */
const EARLY_MS = 15_000

export type ElectronExit =
  | { readonly state: 'ended'; readonly code: number }
  | { readonly state: 'did_not_start'; readonly why: string }

/** Runs the built app in Electron until it ends. */
export function runElectron(executable: string): Promise<ElectronExit> {
  return new Promise((resolve) => {
    const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
    const startMs = Date.now()
    const child = spawn(executable, [projectRoot], { stdio: 'inherit', env })
    let isStopping = false
    const stop = (signal: NodeJS.Signals) => {
      isStopping = true
      // A terminal sends Ctrl-C to Electron as well.
      if (signal !== 'SIGINT') child.kill(signal)
    }
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
    for (const signal of signals) process.on(signal, stop)
    const settle = (exit: ElectronExit) => {
      for (const signal of signals) process.off(signal, stop)
      resolve(exit)
    }
    child.on('error', (error) => settle({ state: 'did_not_start', why: `Electron did not start (${error.message})` }))
    child.on('exit', (code, signal) => {
      const isBroken = signal !== null || code === 127
      if (isBroken && !isStopping && Date.now() - startMs < EARLY_MS) {
        settle({ state: 'did_not_start', why: `Electron did not start (${signal ?? `exit code ${code}`})` })
      } else {
        settle({ state: 'ended', code: code ?? 1 })
      }
    })
  })
}
