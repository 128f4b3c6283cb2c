import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { CliAnswered, CliAsked } from './cli-child-main.ts'
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
  readonly inOwnProcess?: boolean
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

let warm: ChildProcess | undefined
let waiting: Promise<unknown> = Promise.resolve()

/**
 * Runs one command line to its end. The commands of a test file follow each other in one process, where the sources are
 * loaded once; one that is about the process itself (its folder, its entry) gets its own.
 */
export function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  if (options.inOwnProcess || options.cwd !== undefined || options.entry !== undefined)
    return startCli(args, options).result
  const answer = waiting.then(() => askWarm({ args, env: { SWITCHYARD_DATA: tempFolder(), ...options.env } }))
  waiting = answer.catch(() => undefined)
  return answer
}

async function askWarm(asked: CliAsked): Promise<CliResult> {
  if (warm === undefined) {
    const { INIT_CWD: _cwd, npm_lifecycle_event: _event, ...env } = process.env
    warm = fork(path.join(import.meta.dirname, 'cli-child-main.ts'), { cwd: ROOT, env, execArgv: [] })
    warm.unref()
  }
  const child = warm
  child.channel?.ref()
  child.send(asked)
  const settled = new AbortController()
  const ended = once(child, 'exit', { signal: settled.signal }).then(([code]) => {
    throw new Error(`The command line ended its process with ${code}: ${asked.args.join(' ')}`)
  })
  const answer = once(child, 'message', { signal: settled.signal }).then(([answered]) => answered as CliAnswered)
  try {
    return await Promise.race([answer, ended])
  } finally {
    settled.abort()
    for (const other of [answer, ended]) other.catch(() => undefined)
    child.channel?.unref()
  }
}

/** Runs a command with `--json` and reads the one object it prints; what it says on standard error fails the test. */
export async function runJson<T = Record<string, unknown>>(args: readonly string[], options?: CliOptions): Promise<T> {
  const { code, stdout, stderr } = await runCli([...args, '--json'], options)
  if (code !== 0 || stderr !== '') throw new Error(`${args.join(' ')} ended with ${code}: ${stderr}`)
  return JSON.parse(stdout) as T
}
