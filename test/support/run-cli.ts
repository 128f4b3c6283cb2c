import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { tempFolder } from './temp-folder.ts'

const ROOT = path.resolve(import.meta.dirname, '..', '..')

export interface CliResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface CliOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** How it is started: as `npm run switchyard` and the `switchyard` command do. */
  readonly entry?: string
}

export interface RunningCli {
  readonly child: ChildProcess
  readonly result: Promise<CliResult>
}

/** Starts the real command line in a process of its own, with a data folder of its own. */
export function startCli(args: readonly string[], options: CliOptions = {}): RunningCli {
  const { INIT_CWD: _cwd, npm_lifecycle_event: _event, ...env } = process.env
  const entry = path.join(ROOT, options.entry ?? 'electron/cli/main.ts')
  const child = spawn(process.execPath, [entry, ...args], {
    cwd: options.cwd ?? ROOT,
    env: { ...env, SWITCHYARD_DATA: tempFolder(), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const result = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }))
  return { child, result }
}

export function runCli(args: readonly string[], options?: CliOptions): Promise<CliResult> {
  return startCli(args, options).result
}

/** Runs a command with `--json` and reads the one object it prints; what it says on standard error fails the test. */
export async function runJson<T = Record<string, unknown>>(args: readonly string[], options?: CliOptions): Promise<T> {
  const { code, stdout, stderr } = await runCli([...args, '--json'], options)
  if (code !== 0 || stderr !== '') throw new Error(`${args.join(' ')} ended with ${code}: ${stderr}`)
  return JSON.parse(stdout) as T
}
