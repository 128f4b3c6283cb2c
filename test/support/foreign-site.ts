import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface ForeignSite {
  readonly url: string
  /** Every request that reached it. */
  readonly requests: IncomingMessage[]
  close(): Promise<void>
}

/** A web site of somebody else on another port of this machine: it answers every address with the same page. */
export async function startForeignSite(
  body = '',
  headers: Readonly<Record<string, string>> = {},
): Promise<ForeignSite> {
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    requests.push(request)
    response.writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*', ...headers })
    response.end(`<!doctype html><title>Foreign</title><link rel="icon" href="data:,">${body}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  onTestFinished(close)
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, close }
}
