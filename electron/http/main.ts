import { parseArgs } from 'node:util'
import { AppError } from '../../shared/contract/errors.ts'
import type { RunningHost } from './run-http-host.ts'

const USAGE = 'Usage: http/main.ts [--port N] [--no-open] [--catalog FILE] [--notice TEXT]'

const SAME_SIGNAL_MS = 1_000

let stoppingSince: number | null = null

// Checked before anything loads SQLite: on an older Node-API its binary ends the process without a word.
if (Number(process.versions['napi']) < 10) {
  console.error(`Switchyard needs Node.js 22.18 or newer and this is ${process.version}; start it with "npm start".`)
  process.exit(1)
}

await main().catch((error: unknown) => {
  console.error(error instanceof AppError ? error.message : error)
  process.exit(1)
})

async function main(): Promise<void> {
  const { port, open, catalog, notice } = readArguments()
  const { runHttpHost } = await import('./run-http-host.ts')
  const starting = runHttpHost({
    port,
    shouldOpenBrowser: open,
    catalogFile: catalog,
    notice: notice ?? null,
    say: (line) => console.log(line),
  })
  // Set before the start is over, so that a Ctrl-C during the first import closes the catalog too.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => stop(starting, signal === 'SIGINT' ? 130 : 143))
  const host = await starting
  if (!host) process.exit(0)

  if (process.stdin.isTTY) {
    console.log('Press Enter for a new address, Ctrl-C to stop.')
    process.stdin.on('data', () => host.openAgain())
  }
}

async function stop(starting: Promise<RunningHost | null>, exitCodeWhenForced: number): Promise<void> {
  if (stoppingSince !== null) {
    // A terminal sends Ctrl-C to the launcher too, which passes it on: only one that comes later is a second one.
    if (performance.now() - stoppingSince > SAME_SIGNAL_MS) process.exit(exitCodeWhenForced)
    return
  }
  stoppingSince = performance.now()
  try {
    const host = await starting
    await host?.close()
    process.exit(0)
  } catch (error) {
    console.error(error instanceof AppError ? error.message : error)
    process.exit(1)
  }
}

function readArguments(): { port: number; open: boolean; catalog: string | undefined; notice: string | undefined } {
  try {
    const { values } = parseArgs({
      allowNegative: true,
      options: {
        port: { type: 'string', default: '0' },
        open: { type: 'boolean', default: true },
        catalog: { type: 'string' },
        notice: { type: 'string' },
      },
    })
    const port = Number(values.port)
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Error(`"${values.port}" is not a port (0 to 65535).`)
    return { port, open: values.open, catalog: values.catalog, notice: values.notice }
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`)
    process.exit(2)
  }
}
