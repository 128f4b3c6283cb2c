import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexLabels } from '../../shared/map/label-index.ts'
import { LABEL_KINDS, type LabelSet, parseLabels } from '../../shared/map/label-set.ts'
import type { LabelStyle } from '../../shared/map/label-style.ts'
import { mercatorX, mercatorY, worldSizePx } from '../../shared/map/mercator.ts'
import { type LabelBox, placeLabels } from '../../shared/map/place-labels.ts'

const measure = (text: string, style: LabelStyle) => text.length * (style.sizePx * 0.6 + style.letterSpacingPx)

const entry = fc.record({
  name: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
  kind: fc.integer({ min: 0, max: LABEL_KINDS.length - 1 }),
  rank: fc.integer({ min: 0, max: 4 }),
  longitude: fc.integer({ min: -1_020_000, max: -900_000 }),
  latitude: fc.integer({ min: 300_000, max: 420_000 }),
  minZoom: fc.integer({ min: 2, max: 8 }),
})

function labelSet(
  entries: readonly {
    name: string
    kind: number
    rank: number
    longitude: number
    latitude: number
    minZoom: number
  }[],
): LabelSet {
  return {
    names: entries.map((each) => each.name),
    kinds: entries.map((each) => each.kind),
    ranks: entries.map((each) => each.rank),
    longitudes: entries.map((each) => each.longitude),
    latitudes: entries.map((each) => each.latitude),
    minZooms: entries.map((each) => each.minZoom),
    maxZooms: entries.map(() => 18),
  }
}

function windowAt(zoom: number, longitude = -96, latitude = 36) {
  const size = worldSizePx(zoom)
  return {
    zoom,
    left: mercatorX(longitude) * size - 500,
    top: mercatorY(latitude) * size - 400,
    width: 1_000,
    height: 800,
  }
}

function overlap(a: LabelBox, b: LabelBox): boolean {
  return a.minX < b.maxX && b.minX < a.maxX && a.minY < b.maxY && b.minY < a.maxY
}

test('no two names overlap, nor any name and another one’s dot or an obstacle', () => {
  const obstacle = { minX: 300, minY: 200, maxX: 600, maxY: 420 }
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 250 }), fc.integer({ min: 3, max: 11 }), (entries, zoom) => {
      const placed = placeLabels(indexLabels(labelSet(entries)), windowAt(zoom), measure, [obstacle])
      placed.forEach((label, index) => {
        expect(overlap(label.box, obstacle)).toBe(false)
        for (const other of placed.slice(index + 1)) {
          expect(overlap(label.box, other.box)).toBe(false)
          if (other.style.dotPx > 0) {
            const dot = { minX: other.dotX, maxX: other.dotX, minY: other.dotY, maxY: other.dotY }
            expect(overlap(label.box, dot)).toBe(false)
          }
        }
      })
    }),
    { numRuns: 60 },
  )
})

test('a name in view is found exactly when the zoom lies between its first and last', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 200 }), fc.integer({ min: 2, max: 9 }), (entries, zoom) => {
      const index = indexLabels(labelSet(entries))
      const [minX, minY, maxX, maxY] = [mercatorX(-98), mercatorY(40), mercatorX(-93), mercatorY(33)]
      const expected = entries.flatMap((each, label) => {
        const x = mercatorX(each.longitude / 10_000)
        const y = mercatorY(each.latitude / 10_000)
        return each.minZoom <= zoom && x >= minX && x <= maxX && y >= minY && y <= maxY ? [label] : []
      })
      expect(index.candidates(zoom, minX, minY, maxX, maxY)).toEqual(expected)
    }),
  )
})

test('where two towns compete for one spot, the more important one is named', () => {
  const town = { kind: LABEL_KINDS.indexOf('city'), rank: 2, longitude: -960_000, latitude: 360_000, minZoom: 4 }
  const index = indexLabels(
    labelSet([
      { ...town, name: 'Tulsa' },
      { ...town, name: 'Turley' },
    ]),
  )
  expect(placeLabels(index, windowAt(6), measure).map((label) => label.text)).toEqual(['Tulsa'])
})

test('a town with another to its right is named on a free side', () => {
  const town = { kind: LABEL_KINDS.indexOf('city'), rank: 2, latitude: 360_000, minZoom: 4 }
  const size = worldSizePx(6)
  const pixels = (px: number) => Math.round((px / size) * 360 * 10_000)
  const index = indexLabels(
    labelSet([
      { ...town, name: 'Dallas', longitude: -960_000 },
      { ...town, name: 'Fort Worth', longitude: -960_000 - pixels(24) },
    ]),
  )
  const placed = placeLabels(index, windowAt(6), measure)
  expect(placed.map((label) => label.text)).toEqual(['Dallas', 'Fort Worth'])
  expect(placed[1]!.box.maxX).toBeLessThan(placed[1]!.dotX + 1)
})

test.each([
  ['an HTML page', '<!doctype html>'],
  ['a list without names', '{}'],
  ['columns of unequal length', JSON.stringify({ ...labelSet([]), names: ['Waco'] })],
  [
    'a coordinate that is no number',
    JSON.stringify({
      ...labelSet([]),
      names: ['Waco'],
      kinds: [2],
      ranks: [1],
      longitudes: ['x'],
      latitudes: [1],
      minZooms: [1],
      maxZooms: [1],
    }),
  ],
])('%s is refused as labels', (_, text) => {
  expect(() => parseLabels(text)).toThrow()
})
