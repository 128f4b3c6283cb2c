import { expect, it } from 'vitest'
import { CanvasPictureSink } from '../../renderer/src/snapshot/canvas-picture-sink.ts'
import { UserTileLayer } from '../../renderer/src/tiles/user-tile-layer.ts'
import type { TileSource } from '../../shared/contract/tiles.ts'
import { mercatorX, mercatorY, worldSizePx } from '../../shared/map/mercator.ts'
import { isDrawableLayer } from '../../shared/map/picture/drawable-layer.ts'
import { TILE_COLORS } from '../../shared/map/tiles/tile-paint.ts'
import { TOWN, townTiles } from '../support/town-tiles.ts'

const SOURCE: TileSource = {
  tileSourceId: '11111111-1111-4111-8111-111111111111',
  ...{ name: 'Waco', from: 'waco.pmtiles', origin: 'pmtiles', kind: 'vector', schema: 'shortbread' },
  ...{ minZoom: 5, maxZoom: 10, box: null, sizeBytes: 1, attribution: '© Waco', license: '', flipped: false },
  ...{ state: 'ready', problem: null, offlineRefusal: null, opacity: 1, visible: true, version: '1' },
}

/** A picture of 400 by 300 pixels about the town, as PNG and clipboard take it. */
async function picture(source: TileSource, answer: (key: string) => Promise<Response>): Promise<Uint8ClampedArray> {
  const layer = new UserTileLayer({
    ...{ source, scheme: 'light' },
    fetchTile: (path) => answer(path.split('/').slice(3).join('/')),
    onMark: () => {},
  })
  expect(isDrawableLayer(layer)).toBe(true)
  expect(layer.pictureCredit()).toBe('© Waco')
  const context = new OffscreenCanvas(400, 300).getContext('2d')! as unknown as CanvasRenderingContext2D
  const size = worldSizePx(12)
  await layer.drawTo(new CanvasPictureSink(context, 'sans-serif'), {
    window: {
      ...{ zoom: 12, width: 400, height: 300 },
      left: mercatorX(TOWN.longitude) * size - 200,
      top: mercatorY(TOWN.latitude) * size - 150,
    },
    ...{ scheme: 'light', obstacles: [], measure: () => 10 },
  })
  return context.getImageData(0, 0, 400, 300).data
}

function colorsOf(pixels: Uint8ClampedArray): Set<string> {
  const colors = new Set<string>()
  for (let at = 0; at < pixels.length; at += 4) colors.add([...pixels.subarray(at, at + 4)].join(','))
  return colors
}

it('vector tiles are part of a picture of the map, in its colours', async () => {
  const tiles = new Map(townTiles('shortbread', 5, 10).map(({ z, x, y, bytes }) => [`${z}/${x}/${y}`, bytes]))
  const colors = colorsOf(
    await picture(SOURCE, async (key) => {
      const bytes = tiles.get(key) as Uint8Array<ArrayBuffer> | undefined
      const headers = { 'content-type': 'application/vnd.mapbox-vector-tile' }
      return bytes ? new Response(bytes, { headers }) : new Response(null, { status: 204 })
    }),
  )
  expect(colors).toContain(`${rgb(TILE_COLORS.light.land)},255`)
  expect(colors).toContain(`${rgb(TILE_COLORS.light.motorway)},255`)
})

it('pictures are too, as see-through as on the screen; a broken tile is left out', async () => {
  const raster: TileSource = { ...SOURCE, kind: 'raster', schema: null, opacity: 0.5 }
  const tile = new OffscreenCanvas(256, 256)
  const context = tile.getContext('2d')!
  context.fillStyle = '#ff0000'
  context.fillRect(0, 0, 256, 256)
  const png = await tile.convertToBlob({ type: 'image/png' })
  const whole = colorsOf(
    await picture(raster, async () => new Response(png, { headers: { 'content-type': 'image/png' } })),
  )
  expect([...whole].some((color) => /^25[45],0,0,12[78]$/.test(color))).toBe(true)
  const broken = colorsOf(await picture(raster, async () => new Response('broken', { status: 422 })))
  expect([...broken]).toEqual(['0,0,0,0'])
})

function rgb(hex: string): string {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(',')
}
