import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mercatorX, mercatorY, metersPerPixel, worldSizePx } from '../../shared/map/mercator.ts'
import type { PictureLegendItem } from '../../shared/map/picture/drawable-layer.ts'
import { furniture } from '../../shared/map/picture/furniture.ts'
import { withDensity } from '../../shared/map/picture/png-density.ts'
import { roundKilometers, roundMiles } from '../../shared/map/picture/scale-lengths.ts'
import { SvgPictureSink } from '../../shared/map/picture/svg-picture-sink.ts'

const measure = (text: string, look: { sizePx: number }) => text.length * look.sizePx * 0.55

function svg(draw: (sink: SvgPictureSink) => void, title = 'Texas') {
  const sink = new SvgPictureSink({ width: 200, height: 100, title, description: '', fontFamily: '"Inter", serif' })
  draw(sink)
  const text = sink.done()
  const document = new DOMParser().parseFromString(text, 'image/svg+xml')
  expect(document.querySelector('parsererror')).toBeNull()
  return { text, document }
}

test('an SVG holds any text whole, as text, and nothing of it becomes markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
      const halo = { color: '#ffffff', widthPx: 2, opacity: 0.8 }
      const { document } = svg(
        (sink) => sink.text(text, 10, 20, { sizePx: 12, weight: 500, color: '#112233', halo }),
        text,
      )
      const shown = document.getElementsByTagName('text')
      expect(shown.length).toBe(1)
      const plain = text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
      expect(shown[0]!.textContent!.replace(/\r\n?/g, '\n')).toBe(plain.replace(/\r\n?/g, '\n'))
      expect(document.getElementsByTagName('script').length).toBe(0)
    }),
  )
})

test('a name that is a script stays a name', () => {
  const { text, document } = svg(
    (sink) => sink.text('</text><script>alert(1)</script>', 0, 0, { sizePx: 9, weight: 400, color: '#000000' }),
    '"><script>',
  )
  expect(text).not.toContain('<script')
  expect(document.getElementsByTagName('text')[0]!.textContent).toBe('</text><script>alert(1)</script>')
})

test('paths are cut to the picture, and a colour’s opacity stands by itself', () => {
  const { document } = svg((sink) => {
    sink.beginPath()
    sink.moveTo(-1_000, -1_000)
    sink.lineTo(5_000, -1_000)
    sink.lineTo(5_000, 5_000)
    sink.lineTo(-1_000, 5_000)
    sink.closePath()
    sink.fill('#33669980')
    sink.beginPath()
    sink.moveTo(-500, 50)
    sink.lineTo(700, 50)
    sink.stroke('#000000', 2, [4, 2])
  })
  const [area, line] = [...document.getElementsByTagName('path')]
  expect(area!.getAttribute('fill')).toBe('#336699')
  expect(Number(area!.getAttribute('fill-opacity'))).toBeCloseTo(0.5, 2)
  const numbers = area!
    .getAttribute('d')!
    .match(/-?\d+(\.\d+)?/g)!
    .map(Number)
  expect(Math.min(...numbers)).toBe(0)
  expect(Math.max(...numbers)).toBe(200)
  expect(line!.getAttribute('d')).toBe('M-2 50L202 50')
  expect(line!.getAttribute('stroke-dasharray')).toBe('4 2')
})

test('between tiles paths of one look become one; untiled ones never do', () => {
  const square = (sink: SvgPictureSink, x: number) => {
    sink.beginPath()
    sink.moveTo(x, 0)
    sink.lineTo(x + 10, 0)
    sink.lineTo(x + 10, 10)
    sink.closePath()
    sink.fill('#123456')
  }
  const count = (isTiled: boolean) =>
    svg((sink) => {
      for (const x of [0, 50, 100]) {
        sink.within(isTiled ? { minX: x, minY: 0, maxX: x + 50, maxY: 50 } : null)
        square(sink, x)
      }
      sink.within(null)
    }).document.getElementsByTagName('path').length
  expect([count(true), count(false)]).toEqual([1, 3])
})

test('an embedded picture comes back byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), async (bytes) => {
      const sink = new SvgPictureSink({ width: 9, height: 9, title: '', description: '', fontFamily: 'serif' })
      await sink.image(bytes, 'image/png', { minX: 0, minY: 0, maxX: 9, maxY: 9 }, 0.5)
      const data = /base64,([^"]*)"/.exec(sink.done())![1]!
      expect([...bytesOf(data)]).toEqual([...bytes])
    }),
  )
})

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}

const TINY_PNG = bytesOf(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
)

test('a PNG says 300 dots an inch in a chunk with the right check sum, and its pixels stay', async () => {
  const png = withDensity(TINY_PNG, 300)
  expect(png.length).toBe(TINY_PNG.length + 21)
  const chunk = png.subarray(33, 54)
  // As every PNG of 300 dots an inch has it, check sum and all.
  const wanted = [0, 0, 0, 9, 0x70, 0x48, 0x59, 0x73, 0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1, 0x78, 0xa5, 0x3f, 0x76]
  expect([...chunk]).toEqual(wanted)
  const bitmap = await createImageBitmap(new Blob([png], { type: 'image/png' }))
  expect([bitmap.width, bitmap.height]).toEqual([1, 1])
  expect(() => withDensity(new Uint8Array(200), 300)).toThrow(TypeError)
})

test('bars of a scale are round, fit, and are longer than a fifth of their room', () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 5_000_000, noNaN: true }), (mostMeters) => {
      for (const length of [roundMiles(mostMeters), roundKilometers(mostMeters)]) {
        expect(length.meters).toBeLessThanOrEqual(mostMeters * 1.000_001)
        expect(length.meters).toBeGreaterThan(mostMeters / 5.3)
        expect(length.text).toMatch(/^([125](,?0)*|0\.[0-9]+) (mi|ft|km|m)$/)
      }
    }),
  )
})

const items: PictureLegendItem[] = Array.from({ length: 40 }, (_, index) => ({
  symbol: 'line',
  color: '#112233',
  widthPx: 2,
  text: `Line ${index}`,
}))

test('plates stay inside the picture and apart, however much is to be said', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 700, max: 1_400 }),
      fc.integer({ min: 500, max: 1_100 }),
      fc.string({ maxLength: 120 }),
      fc.integer({ min: 0, max: items.length }),
      (width, height, title, count) => {
        const size = worldSizePx(7)
        const window = { zoom: 7, left: mercatorX(-97) * size, top: mercatorY(31) * size, width, height }
        const credit = 'Natural Earth · U.S. Census Bureau · GeoNames (CC BY 4.0) '.repeat(4)
        const caption = { title, subtitle: 'Market', legend: items.slice(0, count), credit, hasScale: true }
        const plates = furniture({ window, scheme: 'light', measure }, caption)
        plates.forEach(({ rect }, index) => {
          expect(rect.minX).toBeGreaterThanOrEqual(0)
          expect(rect.minY).toBeGreaterThanOrEqual(0)
          expect(rect.maxX).toBeLessThanOrEqual(width)
          expect(rect.maxY).toBeLessThanOrEqual(height)
          for (const { rect: other } of plates.slice(index + 1))
            expect(
              rect.maxX <= other.minX || other.maxX <= rect.minX || rect.maxY <= other.minY || other.maxY <= rect.minY,
            ).toBe(true)
        })
      },
    ),
    { numRuns: 60 },
  )
})

test('the scale is true: its bar times the ground of a pixel is what it says', () => {
  const size = worldSizePx(9)
  const window = {
    zoom: 9,
    left: mercatorX(-97) * size - 400,
    top: mercatorY(31) * size - 300,
    width: 800,
    height: 600,
  }
  const document = (() => {
    const sink = new SvgPictureSink({ width: 800, height: 600, title: '', description: '', fontFamily: 'serif' })
    for (const plate of furniture(
      { window, scheme: 'light', measure },
      { title: '', subtitle: '', legend: [], credit: '', hasScale: true },
    ))
      plate.draw(sink)
    return new DOMParser().parseFromString(sink.done(), 'image/svg+xml')
  })()
  const texts = [...document.getElementsByTagName('text')].map((text) => text.textContent!)
  const miles = Number(texts.find((text) => text.endsWith(' mi'))!.replace(' mi', ''))
  const bars = [...document.getElementsByTagName('path')].map((path) => path.getAttribute('d')!)
  const widths = bars
    .filter((data) => data.split('L').length === 4)
    .map((data) => {
      const xs = data
        .split(/[ML]/)
        .slice(1)
        .map((corner) => Number(corner.split(' ')[0]))
      return Math.max(...xs) - Math.min(...xs)
    })
  const perPixel = metersPerPixel(31, 9)
  expect(widths.some((width) => Math.abs((width * perPixel) / 1_609.344 / miles - 1) < 0.01)).toBe(true)
})
