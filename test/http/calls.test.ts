import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { unpackColumns } from '../../shared/columns/unpack-columns.ts'
import { createClient } from '../../shared/contract/client.ts'
import { openSession, post, startTestHost, type TestHost, withBearer } from '../support/http-host.ts'

async function caller(host: TestHost) {
  const headers = withBearer(await openSession(host))
  return async (method: string, input: unknown) => {
    const reply = await post(host, '/api/call', { method, input }, headers)
    return { ...reply, result: JSON.parse(reply.text) }
  }
}

describe('a call', () => {
  it('is answered with the value of its method', async () => {
    const call = await caller(await startTestHost())
    expect((await call('sites.search', { text: 'rock' })).result).toEqual({ ok: true, value: ['site-1'] })
    expect((await call('app.info', {})).result.value).toMatchObject({
      host: 'browser',
      author: 'jane',
      version: '0.0.0',
    })
  })

  it('hands the method its input with defaults filled in', async () => {
    const host = await startTestHost()
    const call = await caller(host)
    await call('sites.search', { text: 'rock' })
    expect(host.core.calls).toEqual([{ method: 'sites.search', input: { text: 'rock', limit: 500 } }])
  })

  it('carries the packed columns as bytes', async () => {
    const host = await startTestHost({ siteName: 'Größe "A"' })
    const reply = await post(
      host,
      '/api/call',
      { method: 'sites.columns', input: {} },
      withBearer(await openSession(host)),
    )
    expect(reply.headers['content-type']).toBe('application/octet-stream')
    expect(unpackColumns(new Uint8Array(reply.body)).names).toEqual(['Größe "A"'])
  })

  it('serves the typed client of the page', async () => {
    const host = await startTestHost()
    const headers = withBearer(await openSession(host))
    const client = createClient({
      call: async (method, input) => JSON.parse((await post(host, '/api/call', { method, input }, headers)).text),
      onEvent: () => () => undefined,
    })
    expect((await client['catalog.summary']({})).siteCount).toBe(1)
    await expect(client['sites.get']({ siteId: 'none' })).rejects.toMatchObject({ code: 'not_found' })
  })

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '',
    'sites',
    'sites.columns ',
    'SITES.COLUMNS',
  ])('of the unknown method "%s" is refused and reaches nothing', async (method) => {
    const host = await startTestHost()
    const { status, result } = await (await caller(host))(method, {})
    expect(status).toBe(200)
    expect(result).toMatchObject({ ok: false, error: { code: 'unknown_method' } })
    expect(host.core.calls).toEqual([])
  })

  it.each([
    ['sites.search', { text: 'a'.repeat(201) }],
    ['sites.search', { text: 'a', more: 1 }],
    ['sites.search', { text: 7 }],
    ['sites.search', 'text'],
    ['sites.search', null],
    ['sites.edit', { siteId: 's', field: '__proto__', value: 1 }],
    ['files.receive', { name: 'a', bytes: [1, 2], last: true }],
    ['imports.start', { grant: '../../etc/passwd' }],
  ])('of %s with input outside the contract is refused in one sentence', async (method, input) => {
    const host = await startTestHost()
    const { result } = await (await caller(host))(method, input)
    expect(result.error.code).toBe('bad_input')
    expect(result.error.message).toMatch(new RegExp(`^"${method.replace('.', '\\.')}" was not carried out: .+\\.$`))
    expect(host.core.calls).toEqual([])
  })

  it('takes no key of the input into a prototype', async () => {
    const host = await startTestHost()
    const headers = withBearer(await openSession(host))
    const body = '{"method":"settings.write","input":{"patch":{"__proto__":{"polluted":true},"theme":"dark"}}}'
    await post(host, '/api/call', body, headers)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    const { result } = await (await caller(host))('settings.read', {})
    expect(result.value.theme).toBe('dark')
  })

  it('that meets an unexpected fault tells the page nothing of it and the log all but paths', async () => {
    const host = await startTestHost()
    const { result, text } = await (await caller(host))('sites.within', { west: 0, south: 0, east: 1, north: 1 })
    expect(result.error.code).toBe('internal')
    expect(text).not.toMatch(/disk I\/O|jane|at .*memory-core/)
    const log = readFileSync(host.logFile, 'utf8')
    expect(log).toMatch(/sites\.within failed: Error: disk I\/O error/)
    expect(log).not.toContain('/home/jane')
  })

  it('is refused as internal when its answer is not the contract’s', async () => {
    const { result } = await (await caller(await startTestHost()))('history.state', {})
    expect(result.error.code).toBe('internal')
  })

  it.each(['files.pickToOpen', 'files.save'])('of %s is refused where there is no dialog', async (method) => {
    const host = await startTestHost()
    const input = method === 'files.save' ? { grant: '00000000-0000-4000-8000-000000000000', name: 'a' } : {}
    const { result } = await (await caller(host))(method, input)
    expect(['forbidden', 'not_found']).toContain(result.error.code)
  })
})
