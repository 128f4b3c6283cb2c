import { describe, expect, it } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../../electron/host/security-headers.ts'
import { openSession, post, send, startTestHost, withBearer } from '../support/http-host.ts'

const ROUTES = ['/api/session', '/api/call', '/api/events', '/api/uploads', '/api/files', '/api/launch', '/api/nowhere']
const call = { method: 'app.info', input: {} }

describe('H3 the API takes POST from our own origin with JSON', () => {
  it.each(ROUTES)('refuses every other method on %s and never speaks of CORS', async (route) => {
    const host = await startTestHost()
    const bearer = await openSession(host)
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
      const headers = { origin: host.url, 'content-type': 'application/json', ...withBearer(bearer) }
      const reply = await send(host, method, route, headers)
      expect(reply.status, method).toBe(405)
      expect(reply.headers['allow'], method).toBe('POST')
    }
  })

  it.each(ROUTES)('refuses a foreign, a missing and a doubtful origin on %s', async (route) => {
    const host = await startTestHost()
    const bearer = await openSession(host)
    const origins = [
      undefined,
      'null',
      'http://evil.test',
      `http://localhost:${host.port}`,
      `http://127.0.0.1:${host.port + 1}`,
      `http://127.0.0.1:${host.port}.evil.test`,
      `https://127.0.0.1:${host.port}`,
      `${host.url}/`,
      `${host.url} http://evil.test`,
      'file://',
    ]
    for (const origin of origins)
      expect((await post(host, route, call, { ...withBearer(bearer), origin })).status, String(origin)).toBe(403)
    expect(host.core.calls).toEqual([])
  })

  it.each([
    undefined,
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-8',
    'application/json, text/plain',
    'Application/JSON;x=y',
    'application/octet-stream',
  ])('refuses a call whose body is declared as %s', async (contentType) => {
    const host = await startTestHost()
    const bearer = await openSession(host)
    const reply = await post(host, '/api/call', call, { ...withBearer(bearer), 'content-type': contentType })
    expect(reply.status).toBe(415)
  })

  it.each([
    '{',
    '',
    '"text',
    '[]',
    '"text"',
    'null',
    '{"method":"app.info"}{}',
    '{"method":7,"input":{}}',
    '{"method":"app.info","input":{},"more":1}',
  ])('refuses the body %s', async (body) => {
    const host = await startTestHost()
    const reply = await post(host, '/api/call', body, withBearer(await openSession(host)))
    expect(reply.status).toBe(400)
    expect(JSON.parse(reply.text)).toMatchObject({ ok: false, error: { code: 'bad_input' } })
  })

  it('refuses a body that is not UTF-8', async () => {
    const host = await startTestHost()
    const body = Buffer.concat([Buffer.from('{"method":"'), Buffer.from([0xff, 0xfe]), Buffer.from('","input":{}}')])
    expect((await post(host, '/api/call', body, withBearer(await openSession(host)))).status).toBe(400)
  })
})

describe('H12 Sec-Fetch-Site', () => {
  it('must be same-origin where a browser sends it', async () => {
    const host = await startTestHost()
    const headers = withBearer(await openSession(host))
    for (const site of ['cross-site', 'same-site', 'none', 'same-origin, cross-site', ''])
      expect((await post(host, '/api/call', call, { ...headers, 'sec-fetch-site': site })).status, site).toBe(403)
    expect((await post(host, '/api/call', call, { ...headers, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })
})

describe('H4 no response opens a door to another origin', () => {
  it('carries the same policy on pages, calls, refusals and missing files, and no CORS header or cookie', async () => {
    const host = await startTestHost()
    const bearer = await openSession(host)
    const replies = [
      await send(host, 'GET', '/'),
      await send(host, 'HEAD', '/'),
      await send(host, 'GET', '/missing'),
      await send(host, 'DELETE', '/'),
      await send(host, 'GET', '/', { host: 'evil.test' }),
      await send(host, 'GET', '/', { 'x-long': 'a'.repeat(20_000) }),
      await send(host, 'GET', '/', { expect: 'miracles' }),
      await send(host, 'OPTIONS', '/api/call', { origin: 'http://evil.test', 'access-control-request-method': 'POST' }),
      await post(host, '/api/call', call),
      await post(host, '/api/call', call, withBearer(bearer)),
      await post(host, '/api/call', { method: 'sites.columns', input: {} }, withBearer(bearer)),
      await post(host, '/api/nowhere', {}, withBearer(bearer)),
    ]
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 404, 405, 421, 431, 417, 405, 401, 200, 200, 404])
    for (const { headers, status } of replies) {
      expect(headers['content-security-policy'], String(status)).toBe(CONTENT_SECURITY_POLICY)
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
      expect(headers['cross-origin-opener-policy']).toBe('same-origin')
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['permissions-policy']).toContain('camera=()')
      expect(headers['set-cookie']).toBeUndefined()
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
    }
  })

  it('allows no inline script, no inline style and no frame', () => {
    expect(CONTENT_SECURITY_POLICY).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
  })
})
