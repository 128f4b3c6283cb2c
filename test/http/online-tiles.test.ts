import { existsSync } from 'node:fs'
import { createServer, request as httpRequest, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { OnlineTiles, publicLookup, type SendRequest } from '../../electron/host/tiles/online-tiles.ts'
import { isPrivateAddress, isPrivateName } from '../../electron/host/tiles/private-address.ts'
import { readTemplate, tileUrl } from '../../electron/host/tiles/tile-template.ts'
import { countTiles, tilesOfBox } from '../../shared/map/tiles/tiles-of-box.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { pngTile } from '../support/tile-fixtures.ts'
import { tileHost } from '../support/tile-host.ts'

interface Asked {
  readonly url: string
  readonly headers: Record<string, unknown>
}

/** A server that stands in for the internet: requests to any https address end there. */
async function internet(answer: (response: ServerResponse, asked: Asked) => void) {
  const asked: Asked[] = []
  const server: Server = createServer((request, response) => {
    const one = { url: request.url ?? '', headers: request.headers }
    asked.push(one)
    answer(response, one)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const send: SendRequest = (url, { lookup: _, ...options }, onAnswer) =>
    httpRequest({ ...options, host: '127.0.0.1', port, path: url.pathname }, onAnswer)
  return { send, asked }
}

const PNG = pngTile(1, 2, 3, { edge: 4 })

function tiles(send: SendRequest, timeoutMs = 5_000): OnlineTiles {
  return new OnlineTiles({ userAgent: 'Switchyard/1.2.3', send, timeoutMs })
}

describe('online tiles', () => {
  it('come through the host, under its own name and without anything of the page', async () => {
    const { send, asked } = await internet((response) => response.end(PNG))
    const answer = await tiles(send).tile('https://tiles.example.org/3/1/2.png')
    expect(answer).toMatchObject({ type: 'tile', contentType: 'image/png' })
    expect(asked).toHaveLength(1)
    expect(asked[0]!.url).toBe('/3/1/2.png')
    expect(asked[0]!.headers['user-agent']).toBe('Switchyard/1.2.3')
    for (const header of ['cookie', 'authorization', 'referer', 'origin'])
      expect(asked[0]!.headers[header]).toBeUndefined()
  })

  it.each([
    ['nothing', 204, '', { type: 'absent' }],
    ['not found', 404, 'no', { type: 'absent' }],
    ['a redirect', 302, '', { type: 'gone' }],
    ['a refusal', 403, 'no', { type: 'gone' }],
    ['a page', 200, '<html>log in</html>', { type: 'broken' }],
  ])('that answer %s are an answer', async (_, status, body, expected) => {
    const { send, asked } = await internet((response) => {
      response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1/secret' } : {})
      response.end(body)
    })
    expect(await tiles(send).tile('https://tiles.example.org/0/0/0')).toMatchObject(expected)
    expect(asked).toHaveLength(1)
  })

  it('that never end are cut off at their size, and at the time', async () => {
    const endless = await internet((response) => {
      const more = () => {
        if (!response.destroyed) response.write(Buffer.alloc(1 << 20), more)
      }
      more()
    })
    expect(await tiles(endless.send).tile('https://tiles.example.org/0/0/0')).toEqual({
      type: 'broken',
      message: 'A tile of tiles.example.org is larger than 8 MB.',
    })
    const silent = await internet(() => {})
    expect(await tiles(silent.send, 150).tile('https://tiles.example.org/0/0/0')).toMatchObject({
      type: 'gone',
      message: 'tiles.example.org could not be reached; hide the layer, or try again with a network.',
    })
  })

  it('are asked for six at a time', async () => {
    let open = 0
    let most = 0
    const { send } = await internet((response) => {
      open += 1
      most = Math.max(most, open)
      setTimeout(() => {
        open -= 1
        response.end(PNG)
      }, 20)
    })
    const online = tiles(send)
    const answers = await Promise.all(
      Array.from({ length: 25 }, (_, x) => online.tile(`https://t.example.org/9/${x}/0`)),
    )
    expect(answers.every(({ type }) => type === 'tile')).toBe(true)
    expect(most).toBeLessThanOrEqual(6)
  })

  it('are off until the user shows them, and nothing is asked for before', async () => {
    const { send, asked } = await internet((response) => response.end(PNG))
    const { host } = tileHost(tempFolder(), { sendOnline: send })
    onTestFinished(() => host.close())
    const template = 'https://tiles.example.org/{z}/{x}/{y}.png'
    const added = await host.addOnline({ template, name: '', attribution: '© Example', maxZoom: 18 })
    expect(added).toMatchObject({ origin: 'online', visible: false, kind: 'raster', sizeBytes: null })
    expect(added.problem).toContain('Needs the network')
    await host.selfTest()
    expect(asked).toEqual([])
    expect(await host.tile(added.tileSourceId, { z: 2, x: 1, y: 3 })).toMatchObject({ type: 'tile' })
    expect(asked[0]!.url).toBe('/2/1/3.png')
  })
})

describe('an offline pack', () => {
  const box = { west: -97.2, south: 31.5, east: -97.1, north: 31.6 }

  async function online(template: string, answer: (response: ServerResponse, asked: Asked) => void) {
    const { send, asked } = await internet(answer)
    const folder = tempFolder()
    const { host } = tileHost(folder, { sendOnline: send })
    onTestFinished(() => host.close())
    const { tileSourceId } = await host.addOnline({ template, name: 'County', attribution: '© County', maxZoom: 18 })
    return { host, asked, tileSourceId, folder }
  }

  it('of a provider that forbids it is refused with the reason, and nothing is asked for', async () => {
    const { host, asked, tileSourceId } = await online('https://tile.openstreetmap.org/{z}/{x}/{y}.png', (response) =>
      response.end(PNG),
    )
    await expect(host.pack(tileSourceId, box, 4)).rejects.toThrow(
      'No offline pack of County was made, as the OpenStreetMap Foundation forbids downloading its tiles in bulk and offering them for offline use.',
    )
    expect(asked).toEqual([])
    expect((await host.list())[0]!.offlineRefusal).toContain('OpenStreetMap Foundation')
  })

  it('keeps every tile of the box, and works without the network', async () => {
    const { host, asked, tileSourceId } = await online('https://tiles.example.org/{z}/{x}/{y}.png', (response) =>
      response.end(PNG),
    )
    const packed = await host.pack(tileSourceId, box, 12)
    expect(packed).toMatchObject({
      origin: 'mbtiles',
      name: 'County (offline)',
      minZoom: 0,
      maxZoom: 12,
      state: 'ready',
    })
    expect(packed.attribution).toBe('© County')
    const asks = asked.length
    expect(asks).toBe(countTiles(box, 12))
    for (const address of tilesOfBox(box, 12))
      expect(await host.tile(packed.tileSourceId, address)).toMatchObject({ type: 'tile', contentType: 'image/png' })
    expect(asked).toHaveLength(asks)
    expect((await host.selfTest()).results).toMatchObject([{ what: 'online' }, { what: 'tiles', outcome: 'ok' }])
  })

  it('that would be too large, or loses its network half way, leaves nothing behind', async () => {
    const { host, tileSourceId, folder } = await online(
      'https://tiles.example.org/{z}/{x}/{y}.png',
      (response, { url }) => {
        response.statusCode = url.startsWith('/9/') ? 503 : 200
        response.end(PNG)
      },
    )
    await expect(host.pack(tileSourceId, { west: -125, south: 25, east: -67, north: 49 }, 14)).rejects.toThrow(
      /it would take [\d,]+ tiles, and 1,500 are the most; zoom in and try again\.$/,
    )
    await expect(host.pack(tileSourceId, box, 12)).rejects.toThrow('answered with status 503')
    expect(await host.list()).toHaveLength(1)
    expect(existsSync(path.join(folder, 'tiles'))).toBe(false)
  })
})

describe('an address of online tiles', () => {
  it.each([
    'https://tiles.example.org/{z}/{x}/{y}.png',
    'https://{s}.tiles.example.org/{z}/{y}/{x}{r}.webp?key=abc',
    '  https://example.org/wmts/{z}/{x}/{y}.pbf ',
  ])('is taken: %s', (template) => {
    expect(readTemplate(template).template).toBe(template.trim())
  })

  it.each([
    ['http://tiles.example.org/{z}/{x}/{y}.png', 'must begin with https://'],
    ['https://tiles.example.org/{z}/{x}.png', 'must hold {z}, {x} and {y}, each once'],
    ['https://tiles.example.org/{z}/{x}/{y}/{y}', 'each once'],
    ['https://jane:secret@example.org/{z}/{x}/{y}', 'user name or password'],
    ['https://example.org:8443/{z}/{x}/{y}', 'names a port'],
    ['https://localhost/{z}/{x}/{y}', 'this computer or its own network'],
    ['https://nas/{z}/{x}/{y}', 'this computer or its own network'],
    ['https://nas.local/{z}/{x}/{y}', 'this computer or its own network'],
    ['https://127.0.0.1/{z}/{x}/{y}', 'this computer or its own network'],
    ['https://0x7f.1/{z}/{x}/{y}', 'this computer or its own network'],
    ['https://2130706433/{z}/{x}/{y}', 'this computer or its own network'],
    ['https://10.1.2.3/{z}/{x}/{y}', 'this computer or its own network'],
    ['https://[::1]/{z}/{x}/{y}', 'this computer or its own network'],
    ['https://[::ffff:192.168.0.1]/{z}/{x}/{y}', 'this computer or its own network'],
    ['https://{x}.example.org/{z}/{y}', 'host must not depend on the tile'],
    ['https://example.org/{z}/{x}/{y}/{token}', 'no braces'],
    ['javascript:alert({z}{x}{y})', 'must begin with https://'],
    ['{z}{x}{y}', 'is not a web address'],
  ])('is refused: %s', (template, why) => {
    expect(() => readTemplate(template)).toThrow(why)
  })

  it('fills in a tile', () => {
    expect(tileUrl('https://{s}.e.org/{z}/{x}/{y}{r}.png', { z: 4, x: 5, y: 6 })).toBe('https://a.e.org/4/5/6.png')
  })

  it('that any text makes is refused with one sentence or leads to the internet over https', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['https', 'http', 'ftp'] }), fc.string(), (url, end) => {
        try {
          const { host } = readTemplate(`${url}/{z}/{x}/{y}${end}`)
          expect(isPrivateName(host)).toBe(false)
        } catch (error) {
          expect((error as Error).message).toMatch(/^The address was not added: [^.]+.*\.$/)
        }
      }),
    )
  })
})

describe('a private network', () => {
  it.each([
    '10.0.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '127.8.8.8',
    '0.0.0.0',
    '::1',
    'fe80::1%eth0',
    'fd00::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    'nonsense',
  ])('holds %s', (address) => {
    expect(isPrivateAddress(address)).toBe(true)
  })

  it.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111', '193.168.1.1'])('does not hold %s', (address) => {
    expect(isPrivateAddress(address)).toBe(false)
  })

  it('is not reached by a name that leads there', async () => {
    const error = await new Promise<Error | null>((resolve) => publicLookup('localhost', {}, resolve))
    expect(error?.message).toBe('leads into a private network')
  })
})
