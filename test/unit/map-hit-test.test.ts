import { expect, test } from 'vitest'
import { hitTest } from '../../renderer/src/map/hit-test.ts'
import type { MarkerScene } from '../../renderer/src/map/marker-scene.ts'
import { sitePaint } from '../../renderer/src/map/site-paint.ts'
import { sitePoints } from '../../renderer/src/map/site-points.ts'
import { mercatorX, mercatorY, worldSizePx } from '../../shared/map/mercator.ts'
import { type MapSite, rankedColumns } from '../support/ranked-columns.ts'

const ZOOM = 7
const waco = { latitude: 31.55, longitude: -97.15 }

function sceneOf(sites: readonly MapSite[], visible: Uint8Array | null = null): MarkerScene {
  const { columns, ranking } = rankedColumns(sites)
  const paint = sitePaint('verdict', { columns, ranking, certainty: null, valuationYear: 2026 })
  return { points: sitePoints(columns), ranking, visible, paint, sizeBy: 'mw' }
}

/** The row that a pointer means this many pixels east of Waco. */
function hitEastOfWaco(scene: MarkerScene, px: number): number | null {
  const size = worldSizePx(ZOOM)
  return hitTest(scene, mercatorX(waco.longitude) * size + px, mercatorY(waco.latitude) * size, ZOOM)
}

test('a pointer on a marker or close to its edge means that site, one farther off means none', () => {
  const scene = sceneOf([{ name: 'Waco', ...waco, mw: 900 }])
  expect(hitEastOfWaco(scene, 0)).toBe(0)
  expect(hitEastOfWaco(scene, 9)).toBe(0)
  expect(hitEastOfWaco(scene, 13)).toBe(0)
  expect(hitEastOfWaco(scene, 16)).toBeNull()
})

test('a larger site is easier to hit than a small one', () => {
  const small = sceneOf([{ name: 'Waco', ...waco, mw: 20 }])
  expect(hitEastOfWaco(small, 5)).toBe(0)
  expect(hitEastOfWaco(small, 9)).toBeNull()
})

test('of sites on one spot the best ranked is meant, whatever their size', () => {
  const scene = sceneOf([
    { name: 'Large', ...waco, mw: 1_500, rank: 2 },
    { name: 'Best', ...waco, mw: 10, rank: 1 },
  ])
  expect(hitEastOfWaco(scene, 0)).toBe(1)
  expect(hitEastOfWaco(scene, 10)).toBe(0)
})

test('a site that is filtered out or has no position cannot be hit', () => {
  const sites = [
    { name: 'Hidden', ...waco, mw: 900 },
    { name: 'Nowhere', latitude: Number.NaN, longitude: Number.NaN },
  ]
  expect(hitEastOfWaco(sceneOf(sites, Uint8Array.from([0, 1])), 0)).toBeNull()
})

test('the index finds what a look at every site finds', () => {
  const sites = Array.from({ length: 400 }, (_, at) => ({
    name: `Site ${at}`,
    latitude: 31 + ((at * 7919) % 1000) / 800,
    longitude: -98 + ((at * 104_729) % 1000) / 600,
    mw: (at * 37) % 900,
  }))
  const { points } = sceneOf(sites)
  const [x, y, distance] = [mercatorX(waco.longitude), mercatorY(waco.latitude), 0.0006]
  const expected = sites.flatMap((_, row) =>
    Math.hypot(points.x[row]! - x, points.y[row]! - y) <= distance ? [row] : [],
  )
  expect(expected.length).toBeGreaterThan(5)
  expect(points.within(x, y, distance).sort((a, b) => a - b)).toEqual(expected)
})
