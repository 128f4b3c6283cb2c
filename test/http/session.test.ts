import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { Sessions } from '../../electron/http/session.ts'
import { launchTokenOf, openSession, post, send, startTestHost, withBearer } from '../support/http-host.ts'

const call = { method: 'app.info', input: {} }

describe('H5 a launch token', () => {
  it('is 256 bits in the fragment of the address, so that no request line or log ever holds it', async () => {
    const { launchUrl } = await startTestHost()
    const { search, pathname } = new URL(launchUrl)
    expect([pathname, search]).toEqual(['/', ''])
    expect(Buffer.from(launchTokenOf(launchUrl), 'base64url')).toHaveLength(32)
  })

  it('opens one session and not a second', async () => {
    const host = await startTestHost()
    const launch = launchTokenOf(host.launchUrl)
    const first = await post(host, '/api/session', { launch })
    expect(first.status).toBe(200)
    const second = await post(host, '/api/session', { launch })
    expect(second.status).toBe(403)
    expect(JSON.parse(second.text).error.message).toMatch(/^This link was used before .*npm start.*\.$/)
  })

  it('is used up by two askers at once only for one of them', async () => {
    const host = await startTestHost()
    const launch = launchTokenOf(host.launchUrl)
    const replies = await Promise.all(Array.from({ length: 6 }, () => post(host, '/api/session', { launch })))
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it('is good just before 60 seconds and not after', async () => {
    let nowMs = 0
    const host = await startTestHost({ now: () => nowMs })
    const [first, second] = [host.newLaunchUrl(), host.newLaunchUrl()].map(launchTokenOf)
    nowMs = 59_999
    expect((await post(host, '/api/session', { launch: first })).status).toBe(200)
    nowMs = 60_000
    expect((await post(host, '/api/session', { launch: second })).status).toBe(403)
  })

  it('can be one of several, as for a second window', async () => {
    const host = await startTestHost()
    const bearers = [await openSession(host, host.newLaunchUrl()), await openSession(host, host.launchUrl)]
    for (const bearer of bearers) expect((await post(host, '/api/call', call, withBearer(bearer))).status).toBe(200)
  })

  it.each(['', 'a', 'A'.repeat(43), 'A'.repeat(10_000)])('is refused when it is made up: %s', async (launch) => {
    const host = await startTestHost()
    expect((await post(host, '/api/session', { launch })).status).toBeGreaterThanOrEqual(400)
  })

  it('stands in no file that the host keeps', async () => {
    const host = await startTestHost()
    const bearer = await openSession(host, host.launchUrl)
    await post(
      host,
      '/api/call',
      { method: 'sites.within', input: { west: 0, south: 0, east: 1, north: 1 } },
      withBearer(bearer),
    )
    const kept = readdirSync(host.folder, { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(host.folder, name))
      .filter((file) => statSync(file).isFile())
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
    expect(kept).toContain('sites.within failed')
    expect(kept).not.toContain(bearer)
    expect(kept).not.toContain(launchTokenOf(host.launchUrl))
  })
})

describe('H6 every call needs the bearer of a session', () => {
  it.each(['/api/call', '/api/events', '/api/uploads', '/api/files', '/api/launch'])(
    '%s refuses without one',
    async (route) => {
      const host = await startTestHost()
      const bearer = await openSession(host)
      const type = { 'content-type': route === '/api/uploads' ? 'application/octet-stream' : 'application/json' }
      const wrong = [
        undefined,
        '',
        'Bearer',
        'Bearer ',
        bearer,
        `bearer ${bearer}`,
        `Bearer ${bearer} `.concat('x'),
        `Bearer ${bearer.slice(0, -1)}`,
        `Bearer ${'A'.repeat(43)}`,
        `Basic ${Buffer.from(`u:${bearer}`).toString('base64')}`,
        `Bearer ${launchTokenOf(host.launchUrl)}`,
      ]
      for (const authorization of wrong) {
        const reply = await post(host, route, call, { ...type, authorization })
        expect(reply.status, String(authorization)).toBe(401)
        expect(JSON.parse(reply.text)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
      }
      expect(host.core.calls).toEqual([])
    },
  )

  it('tells a page whose host was started anew, in one sentence, how to go on', async () => {
    const before = await startTestHost()
    const bearer = await openSession(before)
    await before.close()
    const after = await startTestHost({ port: before.port })
    const reply = await post(after, '/api/call', call, withBearer(bearer))
    expect(reply.status).toBe(401)
    expect(JSON.parse(reply.text).error.message).toMatch(/^This page is no longer connected.*npm start.*\.$/)
  })

  it('is not opened by the token for further windows, which buys a launch address alone', async () => {
    const host = await startTestHost()
    expect((await post(host, '/api/call', call, withBearer(host.controlToken))).status).toBe(401)
    const launched = await post(host, '/api/launch', {}, withBearer(host.controlToken))
    expect(launched.status).toBe(200)
    const bearer = await openSession(host, JSON.parse(launched.text).launchUrl)
    expect((await post(host, '/api/call', call, withBearer(bearer))).status).toBe(200)
  })
})

describe('H7 cookies', () => {
  it('are neither set nor read', async () => {
    const host = await startTestHost()
    const bearer = await openSession(host)
    const reply = await post(host, '/api/call', call, {
      cookie: `session=${bearer}; bearer=${bearer}; authorization=Bearer ${bearer}`,
    })
    expect(reply.status).toBe(401)
    for (const each of [reply, await send(host, 'GET', '/')]) expect(each.headers['set-cookie']).toBeUndefined()
  })
})

describe('H10 sessions', () => {
  it('are at most eight: the ninth ends the one unused for longest', async () => {
    const host = await startTestHost()
    const bearers: string[] = []
    for (let count = 0; count < 8; count++) bearers.push(await openSession(host))
    const isOpen = async (bearer: string | undefined) =>
      (await post(host, '/api/call', call, withBearer(bearer ?? ''))).status === 200
    expect(await isOpen(bearers[0])).toBe(true)
    bearers.push(await openSession(host))
    expect(await isOpen(bearers[1])).toBe(false)
    for (const index of [0, 2, 3, 4, 5, 6, 7, 8]) expect(await isOpen(bearers[index]), String(index)).toBe(true)
  })

  it('keep no token in memory that could be sent', () => {
    const sessions = new Sessions()
    const launch = sessions.mintLaunchToken()
    const bearer = sessions.redeem(launch)
    expect(bearer).toHaveLength(43)
    expect(sessions.redeem(launch)).toBeNull()
  })
})
