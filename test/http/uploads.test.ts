import { readdirSync, readFileSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { openSession, post, startTestHost, type TestHost, withBearer } from '../support/http-host.ts'

const OCTETS = { 'content-type': 'application/octet-stream' }

function filesOf(host: TestHost): string[] {
  return readdirSync(path.join(host.folder, 'temporary'), { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(host.folder, 'temporary', name))
    .filter((file) => statSync(file).isFile())
}

async function uploader(host: TestHost) {
  const headers = { ...withBearer(await openSession(host)), ...OCTETS }
  return async (name: string | undefined, body: Buffer, more: Record<string, string | undefined> = {}) => {
    const reply = await post(host, '/api/uploads', body, { ...headers, 'x-file-name': name, ...more })
    return { ...reply, value: JSON.parse(reply.text) }
  }
}

describe('H13 an upload', () => {
  it('becomes a grant that an import reads, byte for byte', async () => {
    const host = await startTestHost()
    const upload = await uploader(host)
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 31) % 256))
    const { status, value } = await upload(encodeURIComponent('Größe 100%.csv'), bytes)
    expect([status, value.name, value.size]).toEqual([200, 'Größe 100%.csv', 300_000])
    const headers = withBearer(await openSession(host))
    await post(host, '/api/call', { method: 'imports.start', input: { grant: value.grant } }, headers)
    expect(host.core.lastImport?.equals(bytes)).toBe(true)
  })

  it('lies under a random name in folders that only the user can enter', async () => {
    const host = await startTestHost()
    const { value } = await (await uploader(host))('sites.csv', Buffer.from('a'))
    const files = filesOf(host)
    expect(files).toHaveLength(1)
    const file = files[0] as string
    expect(path.basename(file)).toMatch(/^[0-9a-f-]{36}$/)
    expect(file).not.toContain(value.grant)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    for (let folder = path.dirname(file); folder !== host.folder; folder = path.dirname(folder))
      expect(statSync(folder).mode & 0o777, folder).toBe(0o700)
  })

  it.each([
    '../../evil.csv',
    '..%2F..%2Fevil.csv',
    '%2Fetc%2Fpasswd',
    'C%3A%5CWindows%5Cevil.csv',
    'a%00b.csv',
    '%2e%2e',
    'con.csv',
    '.',
  ])('named %s keeps no path in its name and writes nowhere else', async (name) => {
    const host = await startTestHost()
    const { status, value } = await (await uploader(host))(name, Buffer.from('a'))
    expect(status).toBe(200)
    expect(value.name).not.toMatch(/[/\\\0]|^\.|^con\./)
    expect(filesOf(host).every((file) => /[\\/]received[\\/][0-9a-f-]{36}$/.test(file))).toBe(true)
  })

  it.each([undefined, '%zz', 'a'.repeat(3_000)])('is refused without a usable name: %s', async (name) => {
    const host = await startTestHost()
    expect((await (await uploader(host))(name, Buffer.from('a'))).status).toBe(400)
  })

  it('past the limit is refused at once by its length, and on the way without one, and leaves nothing', async () => {
    const host = await startTestHost({ uploadLimitBytes: 100_000 })
    const upload = await uploader(host)
    expect((await upload('a.csv', Buffer.alloc(100_000))).status).toBe(200)
    expect((await upload('b.csv', Buffer.alloc(100_001))).status).toBe(413)
    const chunked = await upload('c.csv', Buffer.alloc(200_000), {
      'content-length': undefined,
      'transfer-encoding': 'chunked',
    })
    expect(chunked.status).toBe(413)
    expect(chunked.value.error.message).toMatch(/^"c\.csv" is larger than .*\.$/)
    await vi.waitFor(() => expect(filesOf(host)).toHaveLength(1))
  })

  it('that breaks off leaves nothing', async () => {
    const host = await startTestHost()
    const bearer = await openSession(host)
    const socket = connect(host.port, '127.0.0.1')
    socket.write(
      `POST /api/uploads HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nOrigin: ${host.url}\r\nContent-Type: application/octet-stream\r\nX-File-Name: a.csv\r\nAuthorization: Bearer ${bearer}\r\nContent-Length: 1000\r\n\r\n${'a'.repeat(500)}`,
    )
    await vi.waitFor(() => expect(filesOf(host)).toHaveLength(1))
    socket.destroy()
    await vi.waitFor(() => expect(filesOf(host)).toEqual([]))
  })

  it('that stands still is given up and leaves nothing', async () => {
    const host = await startTestHost({ limits: { uploadIdleMs: 50 } })
    const bearer = await openSession(host)
    const socket = connect(host.port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.write(
      `POST /api/uploads HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nOrigin: ${host.url}\r\nContent-Type: application/octet-stream\r\nX-File-Name: a.csv\r\nAuthorization: Bearer ${bearer}\r\nContent-Length: 1000\r\n\r\na`,
    )
    await new Promise((resolve) => socket.on('close', resolve))
    await vi.waitFor(() => expect(filesOf(host)).toEqual([]))
  })

  it('is deleted when the host ends', async () => {
    const host = await startTestHost()
    await (await uploader(host))('a.csv', Buffer.from('a'))
    const [file = ''] = filesOf(host)
    expect(readFileSync(file, 'utf8')).toBe('a')
    await host.grants.close()
    expect(readdirSync(path.join(host.folder, 'temporary'))).toEqual([])
  })

  it('is never handed back out as a download', async () => {
    const host = await startTestHost()
    const { value } = await (await uploader(host))('a.csv', Buffer.from('a'))
    const headers = withBearer(await openSession(host))
    expect((await post(host, '/api/files', { grant: value.grant }, headers)).status).toBe(404)
  })
})

describe('a download', () => {
  it('is the document that a job has made, as an attachment under its name', async () => {
    const host = await startTestHost({ siteName: 'Rockdale' })
    const headers = withBearer(await openSession(host))
    const finished = new Promise<string>((resolve) => {
      host.core.onEvent((event) => {
        if (event.type === 'job' && event.job.result?.type === 'file') resolve(event.job.result.grant)
      })
    })
    const input = { format: 'csv', scenario: { preset: '2026-07', changes: {} } }
    await post(host, '/api/call', { method: 'exports.start', input }, headers)
    const reply = await post(host, '/api/files', { grant: await finished }, headers)
    expect(reply.status).toBe(200)
    expect(reply.text).toBe('site_id,name\nsite-1,Rockdale\n')
    expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(reply.headers['content-disposition']).toBe(
      `attachment; filename="Sites Gr__e 2026.csv"; filename*=UTF-8''Sites%20Gr%C3%B6%C3%9Fe%202026.csv`,
    )
  })

  it.each([
    [{ grant: '00000000-0000-4000-8000-000000000000' }, 404],
    [{ grant: '../../secret.txt' }, 400],
    [{ grant: '00000000-0000-4000-8000-000000000000', path: '/etc/passwd' }, 400],
    [{}, 400],
    [[], 400],
    [null, 400],
  ])('of %j is refused', async (input, status) => {
    const host = await startTestHost()
    const reply = await post(host, '/api/files', input, withBearer(await openSession(host)))
    expect(reply.status).toBe(status)
    expect(reply.text).not.toContain('SECRET')
  })
})
