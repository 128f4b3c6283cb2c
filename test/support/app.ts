import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { projectRoot } from '../../electron/tooling/project-root.ts'

export interface RunningApp {
  /** Opens the page; good once. */
  readonly launchUrl: string
  /** Ends the host as Ctrl-C does and waits until it is gone. */
  stop(): Promise<void>
}

export interface AppOptions {
  /** Catalog, settings and log lie here; the same folder again is the same user. */
  readonly dataFolder: string
  /** Without it: the user's own catalog, which gets the reference sites on its first start. */
  readonly catalogFile?: string
  readonly port?: number
}

const STARTS_WITHIN_MS = 60_000

/** Starts the real loopback host as its own process, over the built page. */
export async function startApp({ dataFolder, catalogFile, port }: AppOptions): Promise<RunningApp> {
  const child = spawn(
    process.execPath,
    [
      path.join(projectRoot, 'electron', 'http', 'main.ts'),
      '--no-open',
      ...(catalogFile === undefined ? [] : ['--catalog', catalogFile]),
      ...(port === undefined ? [] : ['--port', String(port)]),
    ],
    { env: { ...process.env, SWITCHYARD_DATA: dataFolder }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const launchUrl = await launchUrlOf(child)
  return {
    launchUrl,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

function launchUrlOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => fail('said nothing'), STARTS_WITHIN_MS)
    const fail = (what: string) => {
      clearTimeout(timer)
      child.kill('SIGKILL')
      reject(new Error(`The host ${what}: ${said}`))
    }
    const onExit = (code: number | null) => fail(`ended with ${code}`)
    child.on('exit', onExit)
    child.stderr?.on('data', (piece) => {
      said += String(piece)
    })
    child.stdout?.on('data', (piece) => {
      said += String(piece)
      const url = /^Switchyard: (http:\S+)$/m.exec(said)?.[1]
      if (url === undefined) return
      clearTimeout(timer)
      child.off('exit', onExit)
      resolve(url)
    })
  })
}
