import type { Map as LeafletMap } from 'leaflet'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { paintPicture, takePng, takeSvg } from '../../renderer/src/snapshot/take-picture.ts'
import type { MapScheme } from '../../shared/map/map-scheme.ts'
import { serveBasemap } from '../support/serve-basemap.ts'
import { mountMap, waco } from './map-harness.tsx'

const consoleError = vi.spyOn(console, 'error')

beforeEach(() => consoleError.mockClear())

afterEach(() => {
  vi.unstubAllGlobals()
  expect(consoleError.mock.calls).toEqual([])
})

async function mapOnScreen(colorScheme: 'light' | 'dark' = 'light'): Promise<LeafletMap> {
  serveBasemap()
  let map: LeafletMap | null = null
  await mountMap({
    colorScheme,
    selectedRow: 0,
    children: (shown) => {
      map = shown
      return null
    },
  })
  await vi.waitFor(() => expect(document.querySelectorAll('.leaflet-labels-pane canvas').length).toBe(1))
  await document.fonts.ready
  await vi.waitFor(() => {
    const labels = document.querySelector<HTMLCanvasElement>('.leaflet-labels-pane canvas')!
    const { data } = labels.getContext('2d')!.getImageData(0, 0, labels.width, labels.height)
    expect(data.some((value) => value !== 0)).toBe(true)
  })
  return map!
}

const order = (map: LeafletMap, scheme: MapScheme = 'light') => ({
  map,
  scheme,
  size: 'screen' as const,
  caption: { title: '', subtitle: '', hasLegend: false, hasScale: false },
})

/** What the map's canvases show together, as the browser lays them over each other. */
function screenPixels(map: LeafletMap): ImageData {
  const { x: width, y: height } = map.getSize()
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')!
  const frame = map.getContainer().getBoundingClientRect()
  const height_ = (element: Element) => Number(getComputedStyle(element.closest('.leaflet-pane')!).zIndex) || 0
  const canvases = [...map.getContainer().querySelectorAll('canvas')]
  for (const each of canvases.sort((a, b) => height_(a) - height_(b))) {
    const box = each.getBoundingClientRect()
    context.drawImage(each, box.left - frame.left, box.top - frame.top, box.width, box.height)
  }
  return context.getImageData(0, 0, width, height)
}

test.each(['light', 'dark'] as const)(
  'a picture of the screen’s size is what the screen shows, in the %s',
  async (scheme) => {
    const map = await mapOnScreen(scheme)
    const screen = screenPixels(map)
    const canvas = await paintPicture(order(map, scheme), 1)
    const picture = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    expect([picture.width, picture.height]).toEqual([screen.width, screen.height])
    let apart = 0
    let sum = 0
    // The strip of credits at the foot lies over the picture alone.
    const compared = screen.width * (screen.height - 40)
    for (let pixel = 0; pixel < compared; pixel += 1) {
      let most = 0
      for (const channel of [0, 1, 2])
        most = Math.max(most, Math.abs(screen.data[pixel * 4 + channel]! - picture.data[pixel * 4 + channel]!))
      sum += most
      if (most > 60) apart += 1
    }
    expect(sum / compared).toBeLessThan(1.5)
    expect(apart / compared).toBeLessThan(0.005)
    // Not because both are empty: the sites stand out from the ground.
    const ground = [...screen.data.subarray(0, 3)].join()
    let marked = 0
    for (let pixel = 0; pixel < compared; pixel += 1)
      if ([...screen.data.subarray(pixel * 4, pixel * 4 + 3)].join() !== ground) marked += 1
    expect(marked).toBeGreaterThan(500)
  },
)

test('a PNG has the pixels of 300 dots an inch, title and legend', async () => {
  const map = await mapOnScreen()
  const plain = await takePng(order(map))
  const { width, height } = await createImageBitmap(new Blob([plain], { type: 'image/png' }))
  const screen = map.getSize()
  expect([width, height]).toEqual([Math.round(screen.x * 3.125), Math.round(screen.y * 3.125)])
  const caption = { title: 'Waco', subtitle: 'Market', hasLegend: true, hasScale: true }
  const titled = await takePng({ ...order(map), caption })
  expect(titled.length).not.toBe(plain.length)
})

test('an SVG is well formed, its names are text, and it holds no script and nothing to fetch', async () => {
  const map = await mapOnScreen()
  const title = `${waco.name} & "more"`
  const text = await takeSvg({
    ...order(map, 'print'),
    size: 'slide',
    caption: { title, subtitle: 'Market of July 2026', hasLegend: true, hasScale: true },
  })
  const document = new DOMParser().parseFromString(text, 'image/svg+xml')
  expect(document.querySelector('parsererror')).toBeNull()
  expect(document.documentElement.getAttribute('viewBox')).toBe('0 0 1280 720')
  expect(document.querySelector('title')!.textContent).toBe(title)
  const names = [...document.querySelectorAll('text')].map((each) => each.textContent!)
  expect(names).toEqual(expect.arrayContaining(['Waco', 'Market of July 2026', 'N', 'Lease to AI tenant']))
  expect(names.some((name) => name.endsWith(' mi'))).toBe(true)
  expect(names.some((name) => name.includes('GeoNames (CC BY 4.0)'))).toBe(true)
  expect(document.querySelectorAll('script, style, foreignObject, a').length).toBe(0)
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on/)
      if (name === 'href') expect(value).toMatch(/^#/)
    }
  }
})
