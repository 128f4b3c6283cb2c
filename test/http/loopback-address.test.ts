import { connect } from 'node:net'
import os from 'node:os'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../shared/contract/errors.ts'
import { openSession, post, rawExchange, send, startTestHost, statusOf, withBearer } from '../support/http-host.ts'

/** Whether a TCP connection to this address is taken. */
function isReachable(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port, timeout: 1_000 })
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
    socket.on('timeout', () => {
      socket.destroy()
      resolve(false)
    })
  })
}

describe('H1 the loopback host binds 127.0.0.1 alone', () => {
  it('is reached on 127.0.0.1 and on no other address of the machine', async () => {
    const host = await startTestHost()
    const others = Object.values(os.networkInterfaces())
      .flatMap((each) => each ?? [])
      .map(({ address, scopeid }) => (scopeid ? `${address}%${scopeid}` : address))
      .filter((address) => address !== '127.0.0.1')
    expect(await isReachable('127.0.0.1', host.port)).toBe(true)
    for (const address of [...others, '127.0.0.2', '::1'])
      expect(await isReachable(address, host.port), address).toBe(false)
  })

  it('takes a free port of its own for each start', async () => {
    const [first, second] = [await startTestHost(), await startTestHost()]
    expect(first.port).not.toBe(second.port)
    expect(first.url).toBe(`http://127.0.0.1:${first.port}`)
  })

  it('says in one sentence that a port is taken', async () => {
    const host = await startTestHost()
    await expect(startTestHost({ port: host.port })).rejects.toThrow(AppError)
    await expect(startTestHost({ port: host.port })).rejects.toThrow(/^Port \d+ cannot be used .*--port.*\.$/)
  })
})

describe('H2 the Host header must be the address itself', () => {
  const foreign = (port: number) => [
    `evil.test:${port}`,
    `localhost:${port}`,
    `127.0.0.1`,
    `127.0.0.1:${port + 1}`,
    `127.0.0.1:${port}.evil.test`,
    `evil@127.0.0.1:${port}`,
    `[::1]:${port}`,
    `127.1:${port}`,
    `127.0.0.1:0${port}`,
    '',
  ]

  it.each(['/', '/api/call', '/nowhere'])('answers 421 to every other name for %s', async (urlPath) => {
    const host = await startTestHost()
    for (const name of foreign(host.port)) {
      const raw = await rawExchange(host.port, `GET ${urlPath} HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`)
      expect(statusOf(raw), name).toBe(421)
      expect(raw, name).not.toContain('<title>')
    }
  })

  it('answers 421 to a call that has everything else, session included', async () => {
    const host = await startTestHost()
    const bearer = await openSession(host)
    const call = { method: 'app.info', input: {} }
    expect((await post(host, '/api/call', call, withBearer(bearer))).status).toBe(200)
    const rebound = { ...withBearer(bearer), host: `evil.test:${host.port}`, origin: `http://evil.test:${host.port}` }
    expect((await post(host, '/api/call', call, rebound)).status).toBe(421)
    expect((await post(host, '/api/call', call, { ...rebound, origin: host.url })).status).toBe(421)
    expect(host.core.calls).toEqual([])
  })

  it('refuses a request with two Host headers or with none', async () => {
    const host = await startTestHost()
    const own = `127.0.0.1:${host.port}`
    for (const heads of [
      `Host: ${own}\r\nHost: evil.test\r\n`,
      `Host: evil.test\r\nHost: ${own}\r\n`,
      `Host: ${own}\r\nHost: ${own}\r\n`,
    ])
      expect([400, 421]).toContain(statusOf(await rawExchange(host.port, `GET / HTTP/1.1\r\n${heads}\r\n`)))
    expect(statusOf(await rawExchange(host.port, 'GET / HTTP/1.1\r\n\r\n'))).toBe(400)
    expect(statusOf(await rawExchange(host.port, 'GET / HTTP/1.0\r\n\r\n'))).toBe(421)
  })

  it('refuses an absolute request target, whatever its Host header says', async () => {
    const host = await startTestHost()
    const own = `127.0.0.1:${host.port}`
    for (const target of ['http://evil.test/', `http://${own}/`, '*', 'evil.test:443'])
      expect(
        statusOf(
          await rawExchange(host.port, `OPTIONS ${target} HTTP/1.1\r\nHost: ${own}\r\nConnection: close\r\n\r\n`),
        ),
        target,
      ).toBe(400)
  })
})

describe('a request that two readers could read differently', () => {
  const smuggled = (own: string) => 'GET /assets/main-a1b2c3d4.js HTTP/1.1\r\nHost: '.concat(own, '\r\n\r\n')
  const cases: [string, (own: string) => string][] = [
    [
      'both Content-Length and Transfer-Encoding',
      (own) =>
        `POST /api/call HTTP/1.1\r\nHost: ${own}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled(own)}`,
    ],
    [
      'two Content-Lengths',
      (own) =>
        `POST /api/call HTTP/1.1\r\nHost: ${own}\r\nContent-Length: 0\r\nContent-Length: 60\r\n\r\n${smuggled(own)}`,
    ],
    [
      'an encoding that is not chunked',
      (own) =>
        `POST /api/call HTTP/1.1\r\nHost: ${own}\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${smuggled(own)}`,
    ],
    [
      'a space before the colon',
      (own) => `POST /api/call HTTP/1.1\r\nHost: ${own}\r\nContent-Length : 60\r\n\r\n${smuggled(own)}`,
    ],
    [
      'a folded header line',
      (own) => `POST /api/call HTTP/1.1\r\nHost: ${own}\r\nX-A: b\r\n Content-Length: 60\r\n\r\n${smuggled(own)}`,
    ],
    [
      'a negative length',
      (own) => `POST /api/call HTTP/1.1\r\nHost: ${own}\r\nContent-Length: -1\r\n\r\n${smuggled(own)}`,
    ],
    ['a NUL in a header', (own) => `GET / HTTP/1.1\r\nHost: ${own}\r\nX-A: b\0c\r\n\r\n${smuggled(own)}`],
  ]
  it.each(cases)('is refused and the connection closed: %s', async (_name, build) => {
    const host = await startTestHost()
    const raw = await rawExchange(host.port, build(`127.0.0.1:${host.port}`))
    expect(raw.match(/HTTP\/1\.1 \d{3}/g)).toHaveLength(1)
    expect(statusOf(raw)).toBeGreaterThanOrEqual(400)
    expect(raw).not.toContain('export {}')
  })

  it('does not read what follows a refused call on the same connection', async () => {
    const host = await startTestHost()
    const own = `127.0.0.1:${host.port}`
    const raw = await rawExchange(
      host.port,
      `POST /api/call HTTP/1.1\r\nHost: ${own}\r\nContent-Length: 0\r\n\r\n${smuggled(own)}`,
    )
    expect(raw.match(/HTTP\/1\.1 \d{3}/g)).toEqual(['HTTP/1.1 403'])
  })

  it('does not let an Upgrade or CONNECT out of HTTP', async () => {
    const host = await startTestHost()
    const own = `127.0.0.1:${host.port}`
    const upgrade = `GET /api/events HTTP/1.1\r\nHost: ${own}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13\r\n\r\n`
    expect(statusOf(await rawExchange(host.port, upgrade))).toBe(405)
    const tunnel = await rawExchange(host.port, `CONNECT evil.test:443 HTTP/1.1\r\nHost: ${own}\r\n\r\n`)
    expect(tunnel).not.toContain(' 200 ')
  })
})

it('answers the page itself under its own address', async () => {
  const host = await startTestHost()
  const reply = await send(host, 'GET', '/')
  expect(reply.status).toBe(200)
  expect(reply.text).toContain('<title>Switchyard</title>')
})
