import { request as httpRequest, type IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { AppEvent } from '../../shared/contract/events.ts'
import { openSession, startTestHost, type TestHost, withBearer } from '../support/http-host.ts'

const event = (revision: number, label = 'Edit'): AppEvent => ({
  type: 'catalog',
  revision,
  history: { undoLabel: label, redoLabel: null },
})

/** Listens as a page does; `lines` grows as events come. */
async function listen(
  host: TestHost,
  bearer?: string,
): Promise<{ response: IncomingMessage; lines: string[]; raw(): string; isEnded(): boolean }> {
  const headers = {
    origin: host.url,
    'content-type': 'application/json',
    ...withBearer(bearer ?? (await openSession(host))),
  }
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port: host.port, method: 'POST', path: '/api/events', headers, agent: false },
      resolve,
    )
    request.on('error', reject)
    request.end('{}')
    onTestFinished(() => void request.destroy())
  })
  const lines: string[] = []
  let received = ''
  let ended = false
  response.setEncoding('utf8')
  response.on('data', (piece: string) => {
    received += piece
    lines.splice(
      0,
      lines.length,
      ...received
        .split('\n')
        .slice(0, -1)
        .filter((line) => line !== ''),
    )
  })
  response.on('error', () => undefined)
  response.on('close', () => {
    ended = true
  })
  return { response, lines, raw: () => received, isEnded: () => ended }
}

describe('H9 events', () => {
  it('reach every page that listens, one line of JSON each, in order', async () => {
    const host = await startTestHost()
    const pages = [await listen(host), await listen(host)]
    for (let revision = 1; revision <= 50; revision++) host.core.emit(event(revision, `Größe\n${revision}`))
    for (const page of pages) {
      await vi.waitFor(() => expect(page.lines).toHaveLength(50))
      expect(page.lines.map((line) => JSON.parse(line).revision)).toEqual(
        Array.from({ length: 50 }, (_, index) => index + 1),
      )
      expect(page.response.headers['content-type']).toBe('application/x-ndjson')
      expect(page.response.headers['cache-control']).toBe('no-store')
    }
  })

  it('that the contract does not know are dropped', async () => {
    const host = await startTestHost()
    const page = await listen(host)
    host.core.emit({ type: 'catalog', revision: 'x' } as unknown as AppEvent)
    host.core.emit({ type: 'unheard-of' } as unknown as AppEvent)
    host.core.emit(event(2))
    await vi.waitFor(() => expect(page.lines.map((line) => JSON.parse(line).revision)).toEqual([2]))
  })

  it('are kept alive by empty lines', async () => {
    const host = await startTestHost({ limits: { keepAliveMs: 10 } })
    const page = await listen(host)
    await vi.waitFor(() => expect(page.raw().length).toBeGreaterThan(5))
    expect(page.raw()).toMatch(/^\n+$/)
  })

  it('end for a reader that lets more than 1 MB lie, and for no other', async () => {
    const host = await startTestHost()
    const bearer = await openSession(host)
    const sleeper = await new Promise<Socket>((resolve) => {
      const socket = connect(host.port, '127.0.0.1', () => {
        const head = `POST /api/events HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nOrigin: ${host.url}\r\nContent-Type: application/json\r\nAuthorization: Bearer ${bearer}\r\nContent-Length: 2\r\n\r\n{}`
        socket.write(head)
      })
      socket.once('data', () => {
        socket.pause()
        resolve(socket)
      })
      socket.on('error', () => undefined)
    })
    onTestFinished(() => void sleeper.destroy())
    const page = await listen(host)
    // The kernel takes some megabytes before anything is left to the host to hold.
    const total = 400
    for (let sent = 0; sent < total; sent++) {
      host.core.emit(event(sent, 'x'.repeat(40_000)))
      await new Promise((resolve) => setImmediate(resolve))
    }
    await vi.waitFor(() => expect(page.lines).toHaveLength(total))
    const bytes = await new Promise<number>((resolve) => {
      let count = 0
      sleeper.on('data', (piece: Buffer) => {
        count += piece.length
      })
      sleeper.on('close', () => resolve(count))
      sleeper.resume()
    })
    expect(bytes).toBeLessThan(total * 40_000)
    expect(page.isEnded()).toBe(false)
  })

  it('are for sixteen pages at most, and one that goes makes room', async () => {
    const host = await startTestHost()
    const bearer = await openSession(host)
    const pages = []
    for (let count = 0; count < 16; count++) pages.push(await listen(host, bearer))
    expect((await listen(host, bearer)).response.statusCode).toBe(503)
    pages[0]?.response.destroy()
    const next = await vi.waitFor(async () => {
      const page = await listen(host, bearer)
      expect(page.response.statusCode).toBe(200)
      return page
    })
    host.core.emit(event(9))
    await vi.waitFor(() => expect(next.lines).toHaveLength(1))
  })

  it('end when the host closes, which stops listening to the catalog', async () => {
    const host = await startTestHost()
    const page = await listen(host)
    const before = host.core.listenerCount
    await host.close()
    await vi.waitFor(() => expect(page.isEnded()).toBe(true))
    expect(host.core.listenerCount).toBeLessThan(before)
  })
})
