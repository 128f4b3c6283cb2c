import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { projectRoot } from '../project-root.ts'
import { electronPackage } from './electron-runtime.ts'
import { runWhileProgressing } from './run-while-progressing.ts'

const STALL_MS = 60_000

/**
 * Fetches Electron's runtime with the package's own install script, which honours ELECTRON_MIRROR and
 * electron_config_cache.
 * @returns null when the runtime is there, else why not, as the end of a sentence.
 */
export async function fetchElectron(onProgress: (bytes: number) => void): Promise<string | null> {
  // The download grows in the temporary folder, so it gets one of its own that can be watched.
  const temporary = path.join(projectRoot, 'dist', 'electron-download')
  mkdirSync(temporary, { recursive: true })
  const hasProxy = Object.keys(process.env).some((name) => /^https?_proxy$/i.test(name))
  try {
    const outcome = await runWhileProgressing({
      command: process.execPath,
      args: [path.join(electronPackage, 'install.js')],
      env: {
        ...process.env,
        ...(hasProxy && { NODE_USE_ENV_PROXY: '1' }),
        ELECTRON_GET_NO_PROGRESS: '1',
        TMPDIR: temporary,
        TEMP: temporary,
        TMP: temporary,
      },
      folders: [temporary, path.join(electronPackage, 'dist')],
      stallMs: STALL_MS,
      onProgress,
    })
    if (outcome.state === 'done') return null
    if (outcome.state === 'stalled') return 'its download made no progress for 60 seconds'
    return `its download failed: ${downloadProblem(outcome.output)}`
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** The telling part of the install script's stack trace: the innermost cause, without its place in the code. */
export function downloadProblem(output: string): string {
  const errors = output.split(/\r?\n/).flatMap((line) => {
    const match = /^\s*(?:\[cause\]: )?(?:\w*Error\w*: )(.+?)\s*\{?$/.exec(line)
    return match?.[1] ? [match[1]] : []
  })
  const innermost = errors.at(-1) ?? 'no reason given'
  // All that Node's fetch says when nothing answers: no network, or a firewall that refuses the server.
  return innermost === 'fetch failed' ? 'its server could not be reached' : innermost
}
