import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hitTest } from '../../renderer/src/map/hit-test.ts'
import type { MarkerScene } from '../../renderer/src/map/marker-scene.ts'
import { bestInWindow, type Direction, siteInDirection } from '../../renderer/src/map/site-in-direction.ts'
import { sitePaint } from '../../renderer/src/map/site-paint.ts'
import { sitePoints } from '../../renderer/src/map/site-points.ts'
import { latitudeOf, longitudeOf, mercatorX, mercatorY, worldSizePx } from '../../shared/map/mercator.ts'
import type { MapWindow } from '../../shared/map/tile-cover.ts'
import { rankedColumns } from '../support/ranked-columns.ts'

const zoom = 7
const size = worldSizePx(zoom)
const window: MapWindow = {
  zoom,
  left: Math.round(mercatorX(-98) * size) - 400,
  top: Math.round(mercatorY(32) * size) - 300,
  width: 800,
  height: 600,
}

/** Sites at places of the window in pixels, the best first. */
function sceneAt(places: readonly (readonly [x: number, y: number])[], mw = 100): MarkerScene {
  const { columns, ranking } = rankedColumns(
    places.map(([x, y], at) => ({
      name: `Site ${at}`,
      longitude: longitudeOf((window.left + x) / size),
      latitude: latitudeOf((window.top + y) / size),
      mw,
    })),
  )
  const paint = sitePaint('verdict', { columns, ranking, certainty: null, valuationYear: 2026 })
  return { points: sitePoints(columns), ranking, visible: null, paint, sizeBy: 'mw' }
}

const go = (scene: MarkerScene, from: number, direction: Direction) => siteInDirection(scene, from, direction, window)

test('an arrow goes to the nearest site that way; what lies aside counts double', () => {
  const scene = sceneAt([
    [400, 300],
    [500, 300],
    [480, 340],
    [400, 100],
    [300, 310],
  ])
  expect(go(scene, 0, 'right')).toBe(1)
  expect(go(scene, 0, 'up')).toBe(3)
  expect(go(scene, 0, 'left')).toBe(4)
  expect(go(scene, 0, 'down')).toBeNull()
  expect(go(scene, 1, 'left')).toBe(0)
  expect(go(scene, 2, 'left')).toBe(0)
  expect(go(scene, 2, 'up')).toBe(1)
})

test('a site that a better one hides, that a filter hides or that lies outside the view is passed over', () => {
  const scene = sceneAt([
    [460, 300],
    [400, 300],
    [462, 301],
    [560, 300],
    [900, 300],
  ])
  expect(go(scene, 1, 'right')).toBe(0)
  expect(go(scene, 0, 'right')).toBe(3)
  expect(go(scene, 3, 'right')).toBeNull()
  expect(go({ ...scene, visible: Uint8Array.of(0, 1, 0, 1, 1) }, 1, 'right')).toBe(3)
})

test('the first site in view is the best ranked one there', () => {
  const scene = sceneAt([
    [-50, 300],
    [700, 500],
    [10, 10],
  ])
  expect(bestInWindow(scene, window)).toBe(1)
  expect(bestInWindow(sceneAt([[-50, 300]]), window)).toBeNull()
})

const place = fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 600 }))

test('wherever an arrow goes, the site lies that way and can be seen there', () => {
  fc.assert(
    fc.property(
      fc.array(place, { minLength: 2, maxLength: 60 }),
      fc.constantFrom<Direction>('left', 'right', 'up', 'down'),
      (places, direction) => {
        const scene = sceneAt(places)
        const next = go(scene, 0, direction)
        if (next === null) return
        const [x, y] = [scene.points.x[next]! * size, scene.points.y[next]! * size]
        const [right, down] = [x - scene.points.x[0]! * size, y - scene.points.y[0]! * size]
        const ahead = { left: -right, right, up: -down, down }[direction]
        expect(ahead).toBeGreaterThan(0)
        expect(hitTest(scene, x, y, zoom)).toBe(next)
      },
    ),
  )
})

test('a finger means a small site from 22 pixels away, the best one under it before a nearer one beside it', () => {
  const scene = sceneAt(
    [
      [400, 300],
      [440, 300],
    ],
    10,
  )
  const at = (x: number, reach: number) => hitTest(scene, window.left + x, window.top + 300, zoom, reach)
  expect(at(379, 0)).toBeNull()
  expect(at(379, 22)).toBe(0)
  expect(at(377, 22)).toBeNull()
  expect(at(425, 22)).toBe(1)
})
