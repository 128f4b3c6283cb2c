import { expect, test } from 'vitest'
import { MarkerRaster, type Sprite, spriteOf } from '../../renderer/src/map/marker-raster.ts'

/** A square of one colour, RGBA. */
function square(size: number, color: readonly [number, number, number, number]): Sprite {
  const pixels = new Uint8ClampedArray(size * size * 4)
  for (let at = 0; at < pixels.length; at += 4) pixels.set(color, at)
  return spriteOf(pixels, size, (size - 1) / 2)
}

function pixelAt(raster: MarkerRaster, x: number, y: number): number[] {
  const at = (y * raster.width + x) * 4
  return [...raster.pixels.subarray(at, at + 4)]
}

const blue = square(9, [0, 0, 255, 255])
const red = square(9, [255, 0, 0, 255])

test('what is stamped first stays on top', () => {
  const raster = new MarkerRaster(40, 40)
  raster.stampUnder(blue, 10, 10)
  raster.stampUnder(red, 13, 10)
  expect(pixelAt(raster, 12, 10)).toEqual([0, 0, 255, 255])
  expect(pixelAt(raster, 16, 10)).toEqual([255, 0, 0, 255])
  expect(pixelAt(raster, 25, 25)).toEqual([0, 0, 0, 0])
})

test('a see-through marker lets the one below show', () => {
  const raster = new MarkerRaster(40, 40)
  raster.stampUnder(square(9, [0, 0, 255, 128]), 10, 10)
  raster.stampUnder(red, 10, 10)
  const [r, g, b, a] = pixelAt(raster, 10, 10)
  expect(a).toBe(255)
  expect(g).toBe(0)
  expect(r! + b!).toBeCloseTo(255, -1)
  expect(b).toBeCloseTo(128, -1)
})

test('a marker that better ones hide wholly is skipped, one that shows at an edge is not', () => {
  const raster = new MarkerRaster(80, 80)
  raster.stampUnder(square(41, [0, 0, 255, 255]), 40, 40)
  expect(raster.stampUnder(red, 40, 40)).toBe(false)
  expect(raster.stampUnder(red, 60, 40)).toBe(true)
})

test('markers at the edge are cut, and none reaches around to the other side', () => {
  const raster = new MarkerRaster(40, 40)
  raster.stampUnder(blue, 0, 20)
  raster.stampUnder(blue, 39, 0)
  raster.stampUnder(blue, -30, 20)
  expect(pixelAt(raster, 4, 20)).toEqual([0, 0, 255, 255])
  expect(pixelAt(raster, 39, 19)).toEqual([0, 0, 0, 0])
  expect(pixelAt(raster, 0, 1)).toEqual([0, 0, 0, 0])
})

test('a cleared raster takes markers anew', () => {
  const raster = new MarkerRaster(80, 80)
  raster.stampUnder(square(41, [0, 0, 255, 255]), 40, 40)
  raster.clear()
  expect(pixelAt(raster, 40, 40)).toEqual([0, 0, 0, 0])
  expect(raster.stampUnder(red, 40, 40)).toBe(true)
})

test('band by band the picture is the same as whole', () => {
  const stamps = [
    { sprite: blue, x: 10, y: 19 },
    { sprite: square(9, [0, 255, 0, 128]), x: 14, y: 22 },
    { sprite: red, x: 16, y: 17 },
    { sprite: red, x: 30, y: 3 },
  ]
  const whole = new MarkerRaster(40, 40)
  for (const { sprite, x, y } of stamps) whole.stampUnder(sprite, x, y)
  const banded = new MarkerRaster(40, 40)
  for (const top of [20, 0, 30]) {
    banded.setBand(top, top === 0 ? 20 : top + 10)
    for (const { sprite, x, y } of stamps) banded.stampUnder(sprite, x, y)
  }
  expect(whole.pixels.some((each) => each !== 0)).toBe(true)
  expect(banded.pixels).toEqual(whole.pixels)
})
