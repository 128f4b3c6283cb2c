import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MarkerBands } from '../../renderer/src/map/marker-bands.ts'
import { OUTSIDE } from '../../renderer/src/map/screen-places.ts'

const [width, height] = [1_800, 500]

function bandsOf(markers: readonly { y: number | null; reach: number }[]): MarkerBands {
  const places = Int32Array.from(markers, ({ y }) => (y === null ? OUTSIDE : (y << 16) | 10))
  return new MarkerBands(
    places,
    Uint16Array.from(markers, ({ reach }) => reach),
    width,
    height,
  )
}

const marker = fc.record({
  y: fc.option(fc.integer({ min: -150, max: height + 150 }), { freq: 10 }),
  reach: fc.integer({ min: 2, max: 140 }),
  isShown: fc.boolean(),
})

test('each band gets, best first, the shown markers that reach into it and no others', () => {
  fc.assert(
    fc.property(fc.array(marker, { maxLength: 60 }), fc.infiniteStream(fc.nat()), (markers, random) => {
      const bands = bandsOf(markers)
      const order = markers.map((_, row) => row).sort(() => (random.next().value! % 2 === 0 ? 1 : -1))
      const visible = Uint8Array.from(markers, ({ isShown }) => (isShown ? 1 : 0))
      bands.deal(order, visible)
      for (let band = 0; band < bands.count; band += 1) {
        const top = band * bands.heightPx
        const end = Math.min(height, top + bands.heightPx)
        const reaching = order.filter((row) => {
          const { y, reach, isShown } = markers[row]!
          return isShown && y !== null && y + reach >= top && y - reach < end
        })
        expect([...bands.rowsOf(band)]).toEqual(reaching)
      }
    }),
  )
})

test('a second deal forgets the first', () => {
  const bands = bandsOf([
    { y: 5, reach: 2 },
    { y: 6, reach: 2 },
  ])
  bands.deal([0, 1], null)
  bands.deal([1, 0], null)
  expect([...bands.rowsOf(0)]).toEqual([1, 0])
  bands.deal([1, 0], Uint8Array.of(1, 0))
  expect([...bands.rowsOf(0)]).toEqual([0])
})

test('a row without a place or without a size is in no band', () => {
  const bands = new MarkerBands(Int32Array.of(10), Uint16Array.of(2, 2), width, height)
  bands.deal([0, 1, 2], null)
  expect([...bands.rowsOf(0)]).toEqual([0])
})
