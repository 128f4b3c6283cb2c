import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const DAY_MS = 24 * 60 * 60 * 1_000

/**
 * Remembers for a day that Electron could not be fetched, so that the next start does not wait for it again. Another
 * mirror, cache or Electron version is another attempt.
 */
export class RefusedDownload {
  readonly #file: string
  readonly #attempt: string

  constructor(folder: string, electronVersion: string, env: NodeJS.ProcessEnv) {
    this.#file = path.join(folder, 'electron-refused.json')
    const names = Object.keys(env).filter((name) => /^(npm_config_)?electron_|^https?_proxy$/i.test(name))
    this.#attempt = JSON.stringify([electronVersion, ...names.sort().map((name) => [name, env[name]])])
  }

  /** Why this very attempt failed within the last day, or null. */
  recent(nowMs: number): string | null {
    try {
      const { attempt, reason, timeMs } = JSON.parse(readFileSync(this.#file, 'utf8'))
      const isRecent = typeof timeMs === 'number' && nowMs - timeMs < DAY_MS && nowMs >= timeMs
      return attempt === this.#attempt && isRecent && typeof reason === 'string' ? reason : null
    } catch {
      return null
    }
  }

  remember(reason: string, nowMs: number): void {
    mkdirSync(path.dirname(this.#file), { recursive: true })
    writeFileSync(this.#file, JSON.stringify({ attempt: this.#attempt, reason, timeMs: nowMs }))
  }

  forget(): void {
    rmSync(this.#file, { force: true })
  }
}
