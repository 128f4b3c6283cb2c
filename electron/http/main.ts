import { parseArgs } from 'node:util'
import { AppError } from '../../shared/contract/errors.ts'

const USAGE = 'Usage: http/main.ts [--port N] [--no-open] [--catalog FILE] [--notice TEXT]'

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
  const host = await runHttpHost({
    port,
    shouldOpenBrowser: open,
    catalogFile: catalog,
    notice: notice ?? null,
    say: (line) => console.log(line),
  })
  if (!host) return

  let isStopping = false
  const stop = (signal: NodeJS.Signals) => {
    // A second Ctrl-C means it.
    if (isStopping) process.exit(signal === 'SIGINT' ? 130 : 143)
    isStopping = true
    host.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error instanceof AppError ? error.message : error)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)

  if (process.stdin.isTTY) {
    console.log('Press Enter for a new address, Ctrl-C to stop.')
    process.stdin.on('data', () => host.openAgain())
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
