import { appendFileSync, chmodSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { scrubLogText } from './scrub-log-text.ts'

/** Where the hosts say what happened, for a person who looks into a fault. */
export interface Log {
  info(message: string): void
  warn(message: string): void
  /** The stack of `error` is kept here and shown nowhere else. */
  error(message: string, error?: unknown): void
}

export interface LogOptions {
  /** Bytes after which a new file is begun; default 1 MB. */
  readonly maxBytes?: number
  /** How many full files are kept beside the current one; default 3. */
  readonly keptFiles?: number
}

/**
 * A log in `folder`: `switchyard.log`, and `switchyard.1.log` (the newest full one) upwards. Readable by the user
 * alone and free of tokens and of paths of the user's files. A disk that refuses it never stops the app.
 */
export function openLog(folder: string, options: LogOptions = {}): Log {
  const { maxBytes = 1_000_000, keptFiles = 3 } = options
  const file = path.join(folder, 'switchyard.log')
  const numbered = (number: number) => path.join(folder, `switchyard.${number}.log`)

  const rotate = () => {
    if (!existsSync(file) || statSync(file).size < maxBytes) return
    rmSync(numbered(keptFiles), { force: true })
    for (let number = keptFiles - 1; number >= 1; number--)
      if (existsSync(numbered(number))) renameSync(numbered(number), numbered(number + 1))
    renameSync(file, numbered(1))
  }

  const write = (level: string, message: string) => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      rotate()
      const isNew = !existsSync(file)
      // Line breaks are indented so that text from a file cannot pose as a line of its own.
      const text = scrubLogText(message).replaceAll(/\r?\n|\r/g, '\n    ')
      appendFileSync(file, `${new Date().toISOString()} ${level} ${text}\n`, { mode: 0o600 })
      if (isNew) chmodSync(file, 0o600)
    } catch {
      // A full disk already shows where it matters: in the answer to the call that could not write.
    }
  }

  return {
    info: (message) => write('info', message),
    warn: (message) => write('warn', message),
    error: (message, error) => write('error', error === undefined ? message : `${message} ${describe(error)}`),
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause === undefined ? '' : `\ncaused by ${describe(error.cause)}`
  return `${error.stack ?? error.message}${cause}`
}
