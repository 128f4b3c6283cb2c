import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { openSession, post, rawExchange, send, startTestHost, statusOf, withBearer } from '../support/http-host.ts'

const head = (host: { port: number; url: string }, bearer: string, more: string) =>
  `POST /api/call HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nOrigin: ${host.url}\r\nContent-Type: application/json\r\nAuthorization: Bearer ${bearer}\r\n${more}\r\n`

describe('H3 a body', () => {
  it('of 8 MB is taken and one byte more is refused before it is read', async () => {
    const host = await startTestHost()
    const headers = withBearer(await openSession(host))
    const frame = '{"method":"app.info","input":{}}'
    const full = frame.padEnd(8_000_000, ' ')
    expect((await post(host, '/api/call', full, headers)).status).toBe(200)
    const raw = await rawExchange(
      host.port,
      head(host, (headers.authorization ?? '').slice(7), 'Content-Length: 8000001\r\n'),
    )
    expect(statusOf(raw)).toBe(413)
    expect(raw.toLowerCase()).toContain('connection: close')
  })

  it('without a length is cut off at 8 MB', async () => {
    const host = await startTestHost()
    const bearer = await openSession(host)
    const chunk = `10000\r\n${' '.repeat(65_536)}\r\n`
    const raw = await rawExchange(host.port, head(host, bearer, 'Transfer-Encoding: chunked\r\n') + chunk.repeat(123))
    expect(statusOf(raw)).toBe(413)
    expect(host.core.calls).toEqual([])
  })

  it('that never comes is given up', async () => {
    const host = await startTestHost({ limits: { bodyTimeoutMs: 50 } })
    const raw = await rawExchange(
      host.port,
      `${head(host, await openSession(host), 'Content-Length: 100\r\n')}{"meth`,
      5_000,
    )
    expect(statusOf(raw)).toBe(408)
  })

  it('is asked for with 100 Continue only once everything else is right', async () => {
    const host = await startTestHost()
    const bearer = await openSession(host)
    const expecting = 'Expect: 100-continue\r\nContent-Length: 32\r\n'
    expect(statusOf(await rawExchange(host.port, head(host, bearer, expecting)))).toBe(100)
    expect(statusOf(await rawExchange(host.port, head(host, 'wrong', expecting)))).toBe(401)
  })
})

describe('H10 a client that dawdles or floods', () => {
  it('is cut off when its headers do not come', async () => {
    const host = await startTestHost({ limits: { headersTimeoutMs: 100 } })
    const raw = await rawExchange(host.port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nX-Slow: `, 10_000)
    expect(statusOf(raw)).toBe(408)
  })

  it('is refused headers of more than 16 KB', async () => {
    const host = await startTestHost()
    expect((await send(host, 'GET', '/', { 'x-large': 'a'.repeat(17_000) })).status).toBe(431)
    expect((await send(host, 'GET', '/', { 'x-large': 'a'.repeat(15_000) })).status).toBe(200)
  })

  it('is disconnected when the host closes, in the middle of a request too', async () => {
    const host = await startTestHost()
    const closed = new Promise<void>((resolve, reject) => {
      const socket = connect(host.port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: '))
      socket.on('close', () => resolve())
      socket.on('error', reject)
      socket.on('connect', () => setTimeout(() => void host.close(), 20))
    })
    await closed
    await expect(send(host, 'GET', '/')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })
})
