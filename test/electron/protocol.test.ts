import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../../electron/host/security-headers.ts'
import { createFakeElectron, type FakeElectron } from '../support/fake-electron.ts'
import { tempFolder } from '../support/temp-folder.ts'

describe('the app:// scheme', () => {
  let fake: FakeElectron

  beforeEach(async () => {
    fake = createFakeElectron()
    vi.resetModules()
    vi.doMock('electron', () => fake.main)
    const { registerAppScheme, serveAppScheme } = await import('../../electron/main/protocol.ts')
    const folder = tempFolder()
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
    serveAppScheme(page, { '/basemap': basemap })
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
})
