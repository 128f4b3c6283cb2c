import 'leaflet/dist/leaflet.css'
import '../../renderer/src/map/map-view.css'
import { map as createMap, type Map as LeafletMap } from 'leaflet'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { addLabelObstacles, labelObstacles } from '../../renderer/src/map/label-obstacles.ts'
import { withoutTiles } from '../../renderer/src/tiles/tile-files.ts'
import { UserTiles } from '../../renderer/src/tiles/user-tiles.ts'
import type { TileSource } from '../../shared/contract/tiles.ts'
import { TILE_COLORS } from '../../shared/map/tiles/tile-paint.ts'
import { TOWN, townTiles } from '../support/town-tiles.ts'

const MVT = 'application/vnd.mapbox-vector-tile'

interface Shown {
  readonly map: LeafletMap
  readonly tiles: UserTiles
  readonly asked: string[]
  readonly marks: Map<string, string | null>
}

type Answer = (key: string) => Response | Promise<Response>

const VECTOR = new Map(townTiles('openmaptiles', 5, 11).map(({ z, x, y, bytes }) => [`${z}/${x}/${y}`, bytes]))

const vectorAnswer: Answer = (key) => {
  const bytes = VECTOR.get(key)
  return bytes
    ? new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { 'content-type': MVT } })
    : new Response(null, { status: 204 })
}

/** A picture of one colour; the east half of the world has none. */
const rasterAnswer: Answer = async (key) => {
  const [z = 0, x = 0] = key.split('/').map(Number)
  if (x >= 2 ** z / 2) return new Response(null, { status: 204 })
  return new Response(await picture('#c04020'), { headers: { 'content-type': 'image/png' } })
}

function source(change: Partial<TileSource> = {}): TileSource {
  return {
    tileSourceId: '11111111-1111-4111-8111-111111111111',
    ...{ name: 'Waco', from: 'waco.pmtiles', origin: 'pmtiles', kind: 'vector', schema: 'openmaptiles' },
    ...{ minZoom: 5, maxZoom: 11, box: null, sizeBytes: 1, attribution: '', license: '' },
    ...{ state: 'ready', problem: null, offlineRefusal: null, opacity: 1, visible: true, flipped: false, version: '1' },
    ...change,
  }
}

const RASTER = source({ kind: 'raster', schema: null, minZoom: 0, maxZoom: 6 })

function show(sources: readonly TileSource[], answer: Answer, zoom = 11): Shown {
  const container = document.createElement('div')
  container.style.width = '512px'
  container.style.height = '512px'
  document.body.append(container)
  const map = createMap(container, { zoomControl: false, attributionControl: false, fadeAnimation: false, maxZoom: 16 })
  map.setView([TOWN.latitude, TOWN.longitude], zoom, { animate: false })
  const asked: string[] = []
  const marks = new Map<string, string | null>()
  const fetchTile = async (path: string) => {
    const key = path.split('/').slice(3).join('/')
    asked.push(key)
    return answer(key)
  }
  const tiles = new UserTiles(map, fetchTile, (id, mark) => marks.set(id, mark))
  tiles.show(sources, 'light')
  onTestFinished(() => {
    tiles.close()
    map.remove()
    container.remove()
  })
  return { map, tiles, asked, marks }
}

/** The colour, as #rrggbbaa, at the middle of the map of what its tiles draw there. */
function middleColor(map: LeafletMap): string | null {
  const view = map.getContainer().getBoundingClientRect()
  const [x, y] = [view.left + 256.5, view.top + 250]
  for (const canvas of map.getContainer().querySelectorAll<HTMLCanvasElement>('.map-user-tiles canvas')) {
    const box = canvas.getBoundingClientRect()
    if (x < box.left || x >= box.right || y < box.top || y >= box.bottom) continue
    const ratio = canvas.width / box.width
    const pixel = canvas.getContext('2d')!.getImageData((x - box.left) * ratio, (y - box.top) * ratio, 1, 1).data
    return `#${[...pixel].map((value) => value.toString(16).padStart(2, '0')).join('')}`
  }
  return null
}

/** How many different colours the tiles of the map draw. */
function colorsDrawn(map: LeafletMap): Set<string> {
  const colors = new Set<string>()
  for (const canvas of map.getContainer().querySelectorAll<HTMLCanvasElement>('.map-user-tiles canvas')) {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    for (let at = 0; at < data.length; at += 4 * 7)
      colors.add(`${data[at]},${data[at + 1]},${data[at + 2]},${data[at + 3]}`)
  }
  return colors
}

function inkOf(selector: string): number {
  const canvas = document.querySelector<HTMLCanvasElement>(selector)
  if (!canvas) return -1
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
  let ink = 0
  for (let at = 3; at < data.length; at += 4) if (data[at]! > 0) ink += 1
  return ink
}

const NAMES = '.leaflet-tile-names-pane canvas'

async function picture(color: string): Promise<Blob> {
  const canvas = new OffscreenCanvas(256, 256)
  const context = canvas.getContext('2d')!
  context.fillStyle = color
  context.fillRect(0, 0, 256, 256)
  return canvas.convertToBlob({ type: 'image/png' })
}

describe("the user's tiles on a map", () => {
  it('draw pictures, magnify them past their deepest zoom, and leave open where there is none', async () => {
    const { map, asked } = show([RASTER], rasterAnswer, 9)
    await vi.waitFor(() => expect(middleColor(map)).toBe('#c04020ff'))
    expect(asked.every((key) => key.startsWith('6/'))).toBe(true)
    expect(new Set(asked).size).toBe(asked.length)
    map.setView([TOWN.latitude, 30], 9, { animate: false })
    await vi.waitFor(() => expect(middleColor(map)).toBe('#00000000'))
  })

  it('draw vector tiles in the colours of the scheme and follow when it changes', async () => {
    const { map, tiles } = show([source()], vectorAnswer)
    await vi.waitFor(() => expect(colorsDrawn(map).size).toBeGreaterThan(20))
    const light = colorsDrawn(map)
    expect([...light]).toContain(rgba(TILE_COLORS.light.land))
    tiles.show([source()], 'dark')
    await vi.waitFor(() => expect([...colorsDrawn(map)]).toContain(rgba(TILE_COLORS.dark.land)))
    expect([...colorsDrawn(map)]).not.toContain(rgba(TILE_COLORS.light.land))
  })

  it('are taken off and put back without a change to the rest', async () => {
    const { map, tiles } = show([source()], vectorAnswer)
    await vi.waitFor(() => expect(inkOf(NAMES)).toBeGreaterThan(50))
    tiles.show([source({ visible: false })], 'light')
    expect(map.getContainer().querySelectorAll('.map-user-tiles')).toHaveLength(0)
    expect(document.querySelector(NAMES)).toBeNull()
    tiles.show([source()], 'light')
    await vi.waitFor(() => expect(inkOf(NAMES)).toBeGreaterThan(50))
  })

  it('keep the built-in names off where they bring their own, and nowhere else', async () => {
    const { map, tiles } = show([source()], vectorAnswer)
    const window = { zoom: 11, ...worldCorner(map), width: 512, height: 512 }
    await vi.waitFor(() => expect(labelObstacles(map, window).length).toBeGreaterThan(3))
    tiles.show([source({ opacity: 0.5 })], 'light')
    expect(labelObstacles(map, window)).toEqual([])
    const end = addLabelObstacles(map, () => [{ minX: 0, minY: 0, maxX: 9, maxY: 9 }])
    expect(labelObstacles(map, window)).toHaveLength(1)
    end()
    expect(labelObstacles(map, window)).toEqual([])
  })

  it('change their opacity and order without asking for a tile again', async () => {
    const { map, tiles, asked } = show([source()], vectorAnswer)
    await vi.waitFor(() => expect(inkOf(NAMES)).toBeGreaterThan(50))
    const before = asked.length
    tiles.show([source({ opacity: 0.3 })], 'light')
    const layer = map.getContainer().querySelector<HTMLElement>('.map-user-tiles')!
    expect(layer.style.opacity).toBe('0.3')
    expect(asked.length).toBe(before)
  })

  it('say what is wrong and draw what is whole', async () => {
    const broken: Answer = (key) =>
      Number(key.split('/')[1]) % 2 === 0
        ? new Response('The tile is damaged.\n', { status: 422 })
        : Number(key.split('/')[2]) % 2 === 0
          ? new Response(new Uint8Array([0x1a, 0xff, 0xff]), { headers: { 'content-type': MVT } })
          : vectorAnswer(key)
    const { map, marks } = show([source()], broken)
    await vi.waitFor(() => expect([...marks.values()][0]).toMatch(/damaged.* \d+ more tiles in view are damaged\.$/))
    await vi.waitFor(() => expect(colorsDrawn(map).size).toBeGreaterThan(3))
  })

  it('say that a file or the network is gone', async () => {
    const { marks } = show([source()], () => new Response('"waco.pmtiles" is no longer there.\n', { status: 410 }))
    await vi.waitFor(() => expect([...marks.values()]).toEqual(['"waco.pmtiles" is no longer there.']))
  })

  it('let the map go deeper where they go deeper, up to zoom 19', () => {
    const { map, tiles } = show([source({ maxZoom: 18 })], vectorAnswer)
    expect(map.getMaxZoom()).toBe(19)
    tiles.show([source({ maxZoom: 24 })], 'light')
    expect(map.getMaxZoom()).toBe(19)
    tiles.show([source({ maxZoom: 24, visible: false })], 'light')
    expect(map.getMaxZoom()).toBe(16)
  })
})

describe('dropped files', () => {
  it('are known as tiles by their content', async () => {
    const file = (name: string, content: string) => new File([latin1Bytes(content)], name)
    const sqlite = (sql: string) => `SQLite format 3\0${'\0'.repeat(84)}${sql}`
    const { tiles, files } = await withoutTiles([
      file('a.bin', 'PMTiles\u0003'),
      file('b.db', sqlite('CREATE TABLE tiles (zoom_level integer)')),
      file('c.db', sqlite('CREATE VIEW "tiles" AS SELECT 1')),
      file('d.gpkg', sqlite('CREATE TABLE gpkg_contents (x) CREATE TABLE tiles (zoom_level)')),
      file('e.mbtiles', sqlite('CREATE TABLE sites (x)')),
      file('f.mbtiles', 'name,mw'),
      file('g.csv', 'tiles'),
      file('old.pmtiles', 'PM\u0002\0'),
    ])
    expect(tiles.map(({ name }) => name)).toEqual(['a.bin', 'b.db', 'c.db', 'e.mbtiles', 'old.pmtiles'])
    expect(files.map(({ name }) => name)).toEqual(['d.gpkg', 'f.mbtiles', 'g.csv'])
  })
})

function rgba(hex: string): string {
  return `${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(',')},255`
}

function worldCorner(map: LeafletMap): { left: number; top: number } {
  const corner = map.getPixelBounds().min!
  return { left: corner.x, top: corner.y }
}

function latin1Bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
