import { fromGeojsonVt } from '@maplibre/vt-pbf'
import { vi } from 'vitest'
import { type TileBytes, writePmtiles } from '../../electron/tooling/basemap/pmtiles-writer.ts'
import { LABEL_KINDS, type LabelSet } from '../../shared/map/label-set.ts'
import { mercatorX, mercatorY } from '../../shared/map/mercator.ts'

/**
 * Answers the page's fetches of the basemap with a small real archive of land all over Texas and one place name,
 * or with status 404.
 */
export function serveBasemap({ missing = false }: { missing?: boolean } = {}): void {
  const archive = smallArchive()
  const labels: LabelSet = {
    names: ['Waco'],
    kinds: [LABEL_KINDS.indexOf('city')],
    ranks: [2],
    longitudes: [-971_500],
    latitudes: [315_500],
    minZooms: [4],
    maxZooms: [18],
  }
  const pageFetch = globalThis.fetch
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const url = String(input)
    if (!url.includes('/basemap/')) return pageFetch(input, init)
    if (missing) return new Response('', { status: 404 })
    return new Response(url.endsWith('.pmtiles') ? archive : JSON.stringify(labels))
  })
}

function smallArchive(): Uint8Array<ArrayBuffer> {
  const edge = [
    [-64, -64],
    [4160, -64],
    [4160, 4160],
    [-64, 4160],
    [-64, -64],
  ]
  const content = { land: { features: [{ type: 3, geometry: [edge], tags: {} }] } }
  const bytes = fromGeojsonVt(content as unknown as Parameters<typeof fromGeojsonVt>[0], { version: 2, extent: 4096 })
  const tiles: TileBytes[] = []
  for (let z = 0; z <= 7; z += 1) {
    const x = Math.floor(mercatorX(-97.15) * 2 ** z)
    const y = Math.floor(mercatorY(31.55) * 2 ** z)
    for (let column = Math.max(0, x - 3); column <= x + 3 && column < 2 ** z; column += 1)
      for (let row = Math.max(0, y - 3); row <= y + 3 && row < 2 ** z; row += 1)
        tiles.push({ z, x: column, y: row, bytes })
  }
  return writePmtiles({ tiles, tileCompression: 'none', metadata: {} })
}
