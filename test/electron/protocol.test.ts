import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../../electron/host/security-headers.ts'
import { createFakeElectron, type FakeElectron } from '../support/fake-electron.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { pngTile, writeMbtiles } from '../support/tile-fixtures.ts'
import { tileHost } from '../support/tile-host.ts'

describe('the app:// scheme', () => {
  let fake: FakeElectron
  let tiles: ReturnType<typeof tileHost>
  let folder: string

  beforeEach(async () => {
    fake = createFakeElectron()
    vi.resetModules()
    vi.doMock('electron', () => fake.main)
    const { registerAppScheme, serveAppScheme } = await import('../../electron/main/protocol.ts')
    folder = tempFolder()
    const page = path.join(folder, 'page')
    const basemap = path.join(folder, 'basemap')
    mkdirSync(path.join(page, 'assets'), { recursive: true })
    mkdirSync(basemap)
    writeFileSync(path.join(folder, 'secret.txt'), 'secret')
    writeFileSync(path.join(page, 'index.html'), '<!doctype html><title>Switchyard</title>')
    writeFileSync(path.join(page, 'assets', 'index-abcdef12.js'), 'export {}')
    writeFileSync(path.join(basemap, 'basemap.pmtiles'), 'PMTiles0123456789')
    symlinkSync(path.join(folder, 'secret.txt'), path.join(page, 'link.txt'))
    registerAppScheme()
    tiles = tileHost(folder)
    onTestFinished(() => tiles.host.close())
    serveAppScheme(page, { '/basemap': basemap }, tiles.host)
  })

  it('is a standard secure scheme without the privileges that weaken it', () => {
    expect(fake.protocol.schemes).toEqual([
      [{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }],
    ])
  })

  it.each(['app://bundle/', 'app://bundle/index.html', 'app://bundle/index.html?a=/../b', 'app://bundle/#/../x'])(
    'serves the page at %s',
    async (address) => {
      const answer = await fake.protocol.fetch(address)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(await answer.text()).toContain('Switchyard')
    },
  )

  it('serves pieces of the basemap, which may lie in another folder', async () => {
    const answer = await fake.protocol.fetch('app://bundle/basemap/basemap.pmtiles', {
      headers: { range: 'bytes=7-9' },
    })
    expect(answer.status).toBe(206)
    expect(await answer.text()).toBe('012')
  })

  it.each([
    'app://bundle/../secret.txt',
    'app://bundle/%2e%2e/secret.txt',
    'app://bundle/..%2fsecret.txt',
    'app://bundle/%252e%252e/secret.txt',
    'app://bundle/..\\secret.txt',
    'app://bundle/assets/../../secret.txt',
    'app://bundle/basemap/../../secret.txt',
    'app://bundle/index.html%00.txt',
    'app://bundle/link.txt',
    'app://bundle//etc/passwd',
    'app://bundle/%E0%A4%A',
    'app://bundle/assets',
    'app://bundle/missing.js',
    'app://other/index.html',
    'app://bundle.evil.test/index.html',
    'app://user@bundle/index.html',
  ])('finds nothing at %s', async (address) => {
    const answer = await fake.protocol.fetch(address)
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('secret')
  })

  it.each(['app://bundle/', 'app://bundle/missing.js', 'app://other/', 'app://bundle/assets/index-abcdef12.js'])(
    'sends the content policy with %s',
    async (address) => {
      const { headers } = await fake.protocol.fetch(address)
      expect(headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    },
  )

  it.each(['POST', 'PUT', 'DELETE'])('answers no %s', async (method) => {
    expect((await fake.protocol.fetch('app://bundle/', { method })).status).toBe(405)
  })

  it('serves the tiles of a file that the user added, and says when the file has gone', async () => {
    const file = path.join(folder, 'imagery.mbtiles')
    const png = pngTile(9, 8, 7, { edge: 2 })
    writeMbtiles(file, [{ z: 3, x: 1, y: 2, bytes: png }])
    const { tileSourceId: id } = await tiles.add(file)
    const tile = await fake.protocol.fetch(`app://bundle/tiles/${id}/3/1/2`)
    expect([tile.status, tile.headers.get('content-type'), tile.headers.get('cache-control')]).toEqual([
      200,
      'image/png',
      'no-store',
    ])
    expect(tile.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY)
    expect(Buffer.from(await tile.arrayBuffer()).equals(Buffer.from(png))).toBe(true)
    const status = async (end: string) => (await fake.protocol.fetch(`app://bundle/tiles/${end}`)).status
    expect(await status(`${id}/3/1/3`)).toBe(204)
    expect(await status(`${id}/3/8/0`)).toBe(400)
    expect(await status(`${id}/../../secret.txt`)).toBe(404)
    expect(await status('11111111-1111-4111-8111-111111111111/3/1/2')).toBe(404)
    rmSync(file)
    await new Promise((resolve) => setTimeout(resolve, 400))
    const gone = await fake.protocol.fetch(`app://bundle/tiles/${id}/3/1/2`)
    expect([gone.status, await gone.text()]).toEqual([
      410,
      '"imagery.mbtiles" is no longer where it was; put it back, or remove it and add it.\n',
    ])
  })
})
