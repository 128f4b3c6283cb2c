import { expect, test } from 'vitest'
import { BASEMAP_COLORS, lineWidthPx } from '../../shared/map/basemap-style.ts'
import type { DecodedTile, RingSet } from '../../shared/map/decode-tile.ts'
import { drawTile } from '../../shared/map/draw-tile.ts'
import { mercatorX, mercatorY, worldSizePx } from '../../shared/map/mercator.ts'
import type { PathSink } from '../../shared/map/path-sink.ts'
import { coveringTiles } from '../../shared/map/tile-cover.ts'

function recorder(): PathSink & { calls: string[] } {
  const calls: string[] = []
  return {
    calls,
    beginPath: () => calls.push('begin'),
    moveTo: (x, y) => calls.push(`M${x},${y}`),
    lineTo: (x, y) => calls.push(`L${x},${y}`),
    closePath: () => calls.push('Z'),
    fill: (color) => calls.push(`fill ${color}`),
    stroke: (color, width, dash) => calls.push(`stroke ${color} ${width} [${dash}]`),
  }
}

function ring(points: readonly number[]): RingSet {
  const xs = points.filter((_, at) => at % 2 === 0)
  const ys = points.filter((_, at) => at % 2 === 1)
  return {
    coordinates: Int32Array.from(points),
    ringStarts: Uint32Array.from([0, points.length / 2]),
    ringBounds: Int32Array.from([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]),
  }
}

const everything = { minX: 0, minY: 0, maxX: 512, maxY: 512 }

test('land is filled before state borders are stroked, scaled and moved into place', () => {
  const tile: DecodedTile = { states: ring([0, 0, 400, 400]), land: ring([0, 0, 4096, 0, 4096, 4096]) }
  const sink = recorder()
  drawTile(sink, tile, { offsetX: 10, offsetY: 20, scale: 0.125, window: everything, zoom: 6, unitsPerPx: 2 }, 'light')
  expect(sink.calls).toEqual([
    'begin',
    'M10,20',
    'L522,20',
    'L522,532',
    'Z',
    `fill ${BASEMAP_COLORS.light.land}`,
    'begin',
    'M10,20',
    'L60,70',
    `stroke ${BASEMAP_COLORS.light.state} 2 [10,5]`,
  ])
})

test('what lies outside the window of a magnified tile is not traced', () => {
  const tile: DecodedTile = { land: ring([3000, 3000, 4096, 3000, 4096, 4096]) }
  const sink = recorder()
  drawTile(sink, tile, { offsetX: 0, offsetY: 0, scale: 1, window: everything, zoom: 9, unitsPerPx: 1 }, 'dark')
  expect(sink.calls).toEqual(['begin'])
})

test('counties show from zoom 6 only', () => {
  const tile: DecodedTile = { counties: ring([0, 0, 400, 400]) }
  const at = (zoom: number) => {
    const sink = recorder()
    drawTile(sink, tile, { offsetX: 0, offsetY: 0, scale: 1, window: everything, zoom, unitsPerPx: 1 }, 'light')
    return sink.calls.length
  }
  expect(at(5)).toBe(0)
  expect(at(6)).toBeGreaterThan(0)
})

test('line widths grow evenly between their stops and hold outside them', () => {
  const stops = [
    [4, 1],
    [8, 3],
  ] as const
  expect([2, 4, 6, 8, 14].map((zoom) => lineWidthPx(stops, zoom))).toEqual([1, 1, 2, 3, 3])
  expect(lineWidthPx([], 7)).toBe(0)
})

test('the tiles of a window cover it without gap, also at a fractional zoom', () => {
  const size = worldSizePx(6.4)
  const window = { zoom: 6.4, left: mercatorX(-97) * size, top: mercatorY(33) * size, width: 700, height: 420 }
  const tiles = coveringTiles(window)
  expect(Math.min(...tiles.map((tile) => tile.placement.window.minX))).toBeLessThanOrEqual(0)
  expect(Math.min(...tiles.map((tile) => tile.placement.window.minY))).toBeLessThanOrEqual(0)
  expect(Math.max(...tiles.map((tile) => tile.placement.window.maxX))).toBeGreaterThanOrEqual(700)
  expect(Math.max(...tiles.map((tile) => tile.placement.window.maxY))).toBeGreaterThanOrEqual(420)
  expect(new Set(tiles.map((tile) => `${tile.z}/${tile.x}/${tile.y}`)).size).toBe(tiles.length)
  expect(new Set(tiles.map((tile) => tile.z))).toEqual(new Set([6]))
})

test('past the deepest tiles a window is covered by one magnified tile, and across the antimeridian by both sides', () => {
  const size = worldSizePx(10)
  const near = coveringTiles({
    zoom: 10,
    left: mercatorX(-97) * size,
    top: mercatorY(33) * size,
    width: 256,
    height: 256,
  })
  expect(near.map(({ z, x, y }) => [z, x, y])).toEqual([[7, 29, 51]])
  expect(near[0]!.placement.scale).toBe((256 * 2 ** 3) / 4096)
  const wrapped = coveringTiles({ zoom: 3, left: -100, top: 650, width: 200, height: 100 })
  expect(wrapped.map((tile) => tile.x)).toEqual([7, 0])
})
