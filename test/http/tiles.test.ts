import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { TileSource, TileTestReport } from '../../shared/contract/tiles.ts'
import { openSession, post, send, startTestHost, type TestHost, withBearer } from '../support/http-host.ts'
import { colorTiles, pngTile, writeMbtiles, writePmtilesFile } from '../support/tile-fixtures.ts'
import { townTiles } from '../support/town-tiles.ts'

interface Opened {
  readonly host: TestHost
  readonly bearer: Record<string, string>
  call<Value>(method: string, input: unknown): Promise<Value>
  get(urlPath: string, headers?: Record<string, string | undefined>): ReturnType<typeof send>
}

async function open(): Promise<Opened> {
  const host = await startTestHost()
  const bearer = withBearer(await openSession(host))
  return {
    host,
    bearer,
    async call<Value>(method: string, input: unknown) {
      const { text } = await post(host, '/api/call', { method, input }, bearer)
      const answer = JSON.parse(text) as { ok: true; value: Value } | { ok: false; error: { message: string } }
      if (!answer.ok) throw new Error(answer.error.message)
      return answer.value
    },
    get: (urlPath, headers = {}) => send(host, 'GET', urlPath, { ...bearer, ...headers }),
  }
}

/** A raster archive in the test's folder, added as if chosen in a dialog. */
async function addRaster({ host, call }: Opened, name = 'imagery.mbtiles'): Promise<TileSource> {
  const file = path.join(host.folder, name)
  writeMbtiles(file, colorTiles(0, 3), { metadata: { attribution: '<b>Jane</b>' } })
  return call<TileSource>('tiles.add', { grant: (await host.grants.grantChosen(file)).grant })
}

describe('tiles over the loopback host', () => {
  it('come with the session alone, from no other page, and are not kept', async () => {
    const opened = await open()
    const { tileSourceId: id } = await addRaster(opened)
    const tile = await opened.get(`/tiles/${id}/3/1/2`)
    expect([tile.status, tile.headers['content-type'], tile.headers['cache-control']]).toEqual([
      200,
      'image/png',
      'no-store',
    ])
    expect(tile.headers['access-control-allow-origin']).toBeUndefined()
    expect(tile.headers['content-security-policy']).toContain("default-src 'none'")
    expect(tile.body.equals(Buffer.from(pngTile(8, 16, 60, { edge: 8 })))).toBe(true)
    expect((await send(opened.host, 'GET', `/tiles/${id}/3/1/2`)).status).toBe(401)
    expect((await opened.get(`/tiles/${id}/3/1/2`, { authorization: 'Bearer wrong' })).status).toBe(401)
    expect((await opened.get(`/tiles/${id}/3/1/2`, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await opened.get(`/tiles/${id}/3/1/2`, { host: 'evil.test' })).status).toBe(421)
  })

  it.each([
    ['3/1/2', 200],
    ['3/1/2?v=7', 200],
    ['9/1/2', 204],
    ['3/8/0', 400],
    ['3/0/8', 400],
    ['27/0/0', 400],
    ['-1/0/0', 400],
    ['3/1.5/2', 400],
    ['3/01/2', 400],
    ['3/1e0/2', 400],
    ['3/1', 400],
    ['3/1/2/4', 400],
    ['', 400],
    ['info', 200],
    ['99999999999999999999/0/0', 400],
  ])('answer %s with %i', async (end, status) => {
    const opened = await open()
    const { tileSourceId: id } = await addRaster(opened)
    expect((await opened.get(`/tiles/${id}/${end}`)).status).toBe(status)
  })

  it.each([
    '/tiles/',
    '/tiles/x/0/0/0',
    '/tiles/../../etc/passwd',
    '/tiles/..%2f..%2fetc%2fpasswd/0/0/0',
    '/tiles/%2e%2e/%2e%2e/secret.txt',
    '/tiles/secret.txt',
    '/tiles/__proto__/info',
    '/tiles/11111111-1111-4111-8111-111111111111/0/0/0',
  ])('find nothing at %s', async (urlPath) => {
    const { get } = await open()
    const answer = await get(urlPath)
    expect(answer.status).toBe(404)
    expect(answer.text).not.toContain('SECRET')
  })

  it.each(['POST', 'PUT', 'HEAD', 'DELETE'])('take no %s', async (method) => {
    const opened = await open()
    const { tileSourceId: id } = await addRaster(opened)
    expect((await send(opened.host, method, `/tiles/${id}/3/1/2`, opened.bearer)).status).toBe(405)
  })

  it('tell their name, kind, size, credit and zooms, and never where they lie', async () => {
    const opened = await open()
    const added = await addRaster(opened)
    expect(added).toMatchObject({
      ...{ name: 'imagery', from: 'imagery.mbtiles', origin: 'mbtiles', kind: 'raster', schema: null },
      ...{ minZoom: 0, maxZoom: 3, attribution: 'Jane', state: 'ready', visible: true, opacity: 1 },
    })
    expect(added.sizeBytes).toBeGreaterThan(1_000)
    const answers = [
      (await opened.get(`/tiles/${added.tileSourceId}/info`)).text,
      JSON.stringify(await opened.call('tiles.list', {})),
      JSON.stringify(await opened.call('settings.read', {})),
      JSON.stringify(await opened.call('tiles.selfTest', {})),
    ]
    for (const answer of answers) expect(answer).not.toContain(opened.host.folder)
  })

  it('say with a status and one sentence what is broken or gone', async () => {
    const opened = await open()
    const file = path.join(opened.host.folder, 'half.mbtiles')
    const [first, second] = colorTiles(1, 1)
    writeMbtiles(file, [first!, { ...second!, bytes: Buffer.from('<html>') }])
    const { grant } = await opened.host.grants.grantChosen(file)
    const { tileSourceId: id } = await opened.call<TileSource>('tiles.add', { grant })
    const broken = await opened.get(`/tiles/${id}/1/0/1`)
    expect([broken.status, broken.text]).toEqual([
      422,
      'The tile 1/0/1 of "half.mbtiles" is neither PNG, JPEG or WebP nor a vector tile.\n',
    ])
    rmSync(file)
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect((await opened.get(`/tiles/${id}/1/0/0`)).status).toBe(410)
    const [listed] = await opened.call<TileSource[]>('tiles.list', {})
    expect(listed).toMatchObject({ state: 'missing', sizeBytes: null })
    expect(listed!.problem).toContain('no longer where it was')
  })

  it('are remembered with their look and order, and forgotten when removed, the file left alone', async () => {
    const opened = await open()
    const one = await addRaster(opened, 'one.mbtiles')
    const two = await addRaster(opened, 'two.mbtiles')
    await opened.call('tiles.set', { tileSourceId: one.tileSourceId, opacity: 0.4, visible: false, flipped: true })
    await opened.call('tiles.order', { tileSourceIds: [two.tileSourceId, one.tileSourceId] })
    const list = await opened.call<TileSource[]>('tiles.list', {})
    expect(list.map(({ from }) => from)).toEqual(['two.mbtiles', 'one.mbtiles'])
    expect(list[1]).toMatchObject({ opacity: 0.4, visible: false, flipped: true })
    expect(list[1]!.version).not.toBe(one.version)
    const flipped = await opened.get(`/tiles/${one.tileSourceId}/3/1/2`)
    expect(flipped.body.equals(Buffer.from(pngTile(8, 40, 60, { edge: 8 })))).toBe(true)
    await opened.call('tiles.remove', { tileSourceId: one.tileSourceId })
    expect(existsSync(path.join(opened.host.folder, 'one.mbtiles'))).toBe(true)
    expect((await opened.get(`/tiles/${one.tileSourceId}/3/1/2`)).status).toBe(404)
    await expect(opened.call('tiles.set', { tileSourceId: one.tileSourceId })).rejects.toThrow('were removed')
  })

  it('keep a copy of what a page handed over, and delete that copy with them', async () => {
    const opened = await open()
    const file = path.join(opened.host.folder, 'x')
    const archive = writePmtilesFile(file, townTiles('openmaptiles', 4, 6), {
      metadata: { vector_layers: [{ id: 'transportation' }, { id: 'waterway' }], name: 'Waco' },
    })
    const upload = await post(opened.host, '/api/uploads', Buffer.from(archive), {
      ...opened.bearer,
      'content-type': 'application/octet-stream',
      'x-file-name': 'waco.pmtiles',
    })
    const { grant } = JSON.parse(upload.text) as { grant: string }
    const added = await opened.call<TileSource>('tiles.add', { grant })
    expect(added).toMatchObject({ name: 'Waco', from: 'waco.pmtiles', kind: 'vector', schema: 'openmaptiles' })
    const copies = path.join(opened.host.folder, 'tiles')
    expect(readdirSync(copies)).toHaveLength(1)
    await opened.call('tiles.remove', { tileSourceId: added.tileSourceId })
    expect(readdirSync(copies)).toEqual([])
  })

  it('refuse a file without tiles and remember nothing of it', async () => {
    const opened = await open()
    const file = path.join(opened.host.folder, 'notes.mbtiles')
    writeFileSync(file, 'no tiles')
    const { grant } = await opened.host.grants.grantChosen(file)
    await expect(opened.call('tiles.add', { grant })).rejects.toThrow('"notes.mbtiles" holds no map tiles')
    expect(await opened.call('tiles.list', {})).toEqual([])
  })

  it('are tested whole, missing and replaced without a network', async () => {
    const opened = await open()
    await addRaster(opened, 'whole.mbtiles')
    await addRaster(opened, 'gone.mbtiles')
    await addRaster(opened, 'newer.mbtiles')
    await opened.call('tiles.addOnline', { template: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png' })
    rmSync(path.join(opened.host.folder, 'gone.mbtiles'))
    rmSync(path.join(opened.host.folder, 'newer.mbtiles'))
    writeMbtiles(path.join(opened.host.folder, 'newer.mbtiles'), colorTiles(0, 2))
    const states = async () =>
      Object.fromEntries((await opened.call<TileSource[]>('tiles.list', {})).map(({ from, state }) => [from, state]))
    expect(await states()).toMatchObject({ 'whole.mbtiles': 'ready', 'newer.mbtiles': 'replaced' })
    const report = await opened.call<TileTestReport>('tiles.selfTest', {})
    expect(report.isReady).toBe(false)
    expect(report.results.map(({ name, outcome, broken }) => [name, outcome, broken])).toEqual([
      ['whole.mbtiles', 'ok', 0],
      ['gone.mbtiles', 'missing', 0],
      ['newer.mbtiles', 'ok', 0],
      ['tile.openstreetmap.org', 'warning', 0],
    ])
    expect(report.results[3]!.findings[0]).toContain('forbids downloading its tiles in bulk')
    expect(await states()).toMatchObject({ 'newer.mbtiles': 'ready' })
  })
})
