import { linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { resolveInside } from '../../electron/host/resolve-inside.ts'
import { serveStatic } from '../../electron/host/static-files.ts'
import { rawExchange, send, startTestHost, statusOf } from '../support/http-host.ts'
import { tempFolder } from '../support/temp-folder.ts'

const ESCAPES = [
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e%2fsecret.txt',
  '/%252e%252e/secret.txt',
  '/..\\secret.txt',
  '/..%5csecret.txt',
  '/assets/..%5c..%5csecret.txt',
  '/index.html%00/../../secret.txt',
  '/%00',
  '//../secret.txt',
  '/./../secret.txt',
  '/.../secret.txt',
  '/%c0%ae%c0%ae/secret.txt',
  '/%zz/secret.txt',
  '/assets/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '//etc/passwd',
  '/C:/Windows/win.ini',
  '/index.html::$DATA',
  '/file:///etc/passwd',
]

describe('E16 and H8 only files of the page are served', () => {
  it.each(ESCAPES)('%s stays inside', async (target) => {
    const host = await startTestHost()
    const raw = await rawExchange(
      host.port,
      `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nConnection: close\r\n\r\n`,
    )
    expect([400, 404]).toContain(statusOf(raw))
    expect(raw).not.toContain('SECRET')
    expect(raw).not.toContain('root:')
  })

  it('refuses a symbolic link that leads out, to a file or through a folder', async () => {
    const host = await startTestHost()
    symlinkSync(path.join(host.folder, 'secret.txt'), path.join(host.pageFolder, 'link.txt'))
    symlinkSync(host.folder, path.join(host.pageFolder, 'folder'))
    for (const target of ['/link.txt', '/folder/secret.txt', '/folder/page/../secret.txt']) {
      const reply = await send(host, 'GET', target)
      expect(reply.status, target).toBe(404)
      expect(reply.text).not.toContain('SECRET')
    }
  })

  it('refuses a path that another system or a second decoding would read differently, even where it stays inside', async () => {
    const folder = tempFolder()
    mkdirSync(path.join(folder, 'assets'))
    for (const name of ['A.txt', 'index.html', 'a\\b.txt', 'a:b.txt']) writeFileSync(path.join(folder, name), 'x')
    for (const target of [
      '/assets/../index.html',
      '/assets/%2e%2e/index.html',
      '/a%5cb.txt',
      '/a\\b.txt',
      '/a:b.txt',
      '/%2541.txt',
    ])
      expect(await resolveInside(folder, target), target).toBeNull()
    for (const target of ['/index.html', '/%41.txt', '/./A.txt'])
      expect(await resolveInside(folder, target), target).not.toBeNull()
  })

  it('refuses a sibling folder whose name only begins the same', async () => {
    const folder = tempFolder()
    mkdirSync(path.join(folder, 'page'))
    mkdirSync(path.join(folder, 'page-private'))
    writeFileSync(path.join(folder, 'page-private', 'a.txt'), 'SECRET')
    symlinkSync(path.join(folder, 'page-private'), path.join(folder, 'page', 'x'))
    expect(await resolveInside(path.join(folder, 'page'), '/x/a.txt')).toBeNull()
  })

  it('serves a link that stays inside, and a page folder that is itself reached by a link', async () => {
    const folder = tempFolder()
    mkdirSync(path.join(folder, 'page'))
    writeFileSync(path.join(folder, 'page', 'a b.txt'), 'here')
    symlinkSync(path.join(folder, 'page'), path.join(folder, 'way'))
    linkSync(path.join(folder, 'page', 'a b.txt'), path.join(folder, 'page', 'hard.txt'))
    const { status } = await serveStatic(path.join(folder, 'way'), { method: 'GET', urlPath: '/a%20b.txt' })
    expect(status).toBe(200)
  })

  it('serves no folder and no data', async () => {
    const host = await startTestHost()
    for (const target of ['/assets', '/assets/', '/catalog.sqlite', '/settings.json', '/switchyard.log'])
      expect((await send(host, 'GET', target)).status, target).toBe(404)
  })

  it('answers GET and HEAD alone', async () => {
    const host = await startTestHost()
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND']) {
      const reply = await send(host, method, '/index.html')
      expect(reply.status, method).toBe(405)
      expect(reply.headers['allow']).toBe('GET, HEAD')
    }
    const head = await send(host, 'HEAD', '/index.html')
    expect([head.status, head.body.length]).toEqual([200, 0])
    expect(Number(head.headers['content-length'])).toBeGreaterThan(0)
  })
})

describe('what a browser may keep', () => {
  it('is a hashed asset for ever and anything else only after asking', async () => {
    const host = await startTestHost()
    expect((await send(host, 'GET', '/assets/main-a1b2c3d4.js')).headers['cache-control']).toContain('immutable')
    const page = await send(host, 'GET', '/')
    expect(page.headers['cache-control']).toBe('no-cache')
    const again = await send(host, 'GET', '/', { 'if-none-match': page.headers.etag })
    expect([again.status, again.body.length]).toEqual([304, 0])
    expect((await send(host, 'GET', '/missing')).headers['cache-control']).toBe('no-store')
  })
})

describe('content types', () => {
  it.each([
    ['index.html', 'text/html; charset=utf-8'],
    ['a.js', 'text/javascript; charset=utf-8'],
    ['a.css', 'text/css; charset=utf-8'],
    ['a.wasm', 'application/wasm'],
    ['a.woff2', 'font/woff2'],
    ['a.ttf', 'font/ttf'],
    ['a.svg', 'image/svg+xml'],
    ['basemap.pmtiles', 'application/octet-stream'],
    ['labels.json', 'application/json'],
    ['a.unheard-of', 'application/octet-stream'],
  ])('%s is %s', async (name, type) => {
    const folder = tempFolder()
    writeFileSync(path.join(folder, name), 'x')
    const { headers } = await serveStatic(folder, { method: 'GET', urlPath: `/${name}` })
    expect(headers['content-type']).toBe(type)
  })
})

describe('the basemap is read in pieces', () => {
  const serve = async (range: string) => {
    const folder = tempFolder()
    writeFileSync(path.join(folder, 'basemap.pmtiles'), '0123456789')
    const { status, headers, body } = await serveStatic(folder, { method: 'GET', urlPath: '/basemap.pmtiles', range })
    return [status, headers['content-range'], body && Buffer.from(body).toString()]
  }
  it.each([
    ['bytes=0-3', [206, 'bytes 0-3/10', '0123']],
    ['bytes=4-', [206, 'bytes 4-9/10', '456789']],
    ['bytes=-2', [206, 'bytes 8-9/10', '89']],
    ['bytes=8-100', [206, 'bytes 8-9/10', '89']],
    ['bytes=-100', [206, 'bytes 0-9/10', '0123456789']],
    ['bytes=10-', [416, 'bytes */10', 'The file ends before that range.\n']],
    ['bytes=-0', [416, 'bytes */10', 'The file ends before that range.\n']],
    ['bytes=5-2', [200, undefined, '0123456789']],
    ['bytes=0-1,4-5', [200, undefined, '0123456789']],
    ['lines=0-1', [200, undefined, '0123456789']],
    ['bytes=-', [200, undefined, '0123456789']],
    ['bytes=0-99999999999999999999', [200, undefined, '0123456789']],
  ])('%s', async (range, expected) => {
    expect(await serve(range)).toEqual(expected)
  })

  it('from a folder of its own once packaged, and from nowhere else', async () => {
    const folder = tempFolder()
    mkdirSync(path.join(folder, 'page'))
    mkdirSync(path.join(folder, 'resources'))
    writeFileSync(path.join(folder, 'resources', 'basemap.pmtiles'), 'tiles')
    writeFileSync(path.join(folder, 'secret.txt'), 'SECRET')
    const get = (urlPath: string) =>
      serveStatic(path.join(folder, 'page'), { method: 'GET', urlPath }, { '/basemap': path.join(folder, 'resources') })
    expect((await get('/basemap/basemap.pmtiles')).status).toBe(200)
    for (const urlPath of [
      '/basemap/../secret.txt',
      '/basemap/%2e%2e/secret.txt',
      '/basemap/',
      '/basemap',
      '/basemapx/basemap.pmtiles',
    ])
      expect((await get(urlPath)).status, urlPath).toBe(404)
  })
})
