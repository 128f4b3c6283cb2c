import { once } from 'node:events'
import type { Command } from '../command.ts'
import { jsonText } from '../json-text.ts'
import { UsageError } from '../usage-error.ts'

/** Serves the app to the user's own browser until Ctrl-C. */
export const serve: Command = {
  name: 'serve',
  summary: 'serve the app to your browser, on this computer alone',
  options: {
    port: { type: 'string', value: 'N', help: 'the port; without it, any free one' },
    'no-open': { type: 'boolean', help: 'print the address and open no browser' },
  },
  async run(context) {
    const { runHttpHost } = await import('../../http/run-http-host.ts')
    const host = await runHttpHost({
      port: portOf(context.options['port']),
      shouldOpenBrowser: context.options['no-open'] !== true,
      catalogFile: context.isCatalogNamed ? context.catalogFile : undefined,
      notice: null,
      say: (line) => {
        if (!context.isJson) process.stdout.write(`${line}\n`)
      },
    })
    if (!host) return null
    if (context.isJson) process.stdout.write(`${jsonText({ launch_url: host.launchUrl })}\n`)
    if (!context.signal.aborted) await once(context.signal, 'abort')
    await host.close()
    return null
  },
}

function portOf(text: unknown): number {
  if (text === undefined) return 0
  const port = Number(text)
  if (!/^\d+$/.test(String(text)) || port > 65_535) throw new UsageError(`"${text}" is not a port, 0 to 65535.`)
  return port
}
