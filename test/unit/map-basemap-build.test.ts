import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Position } from 'geojson'
import { beforeAll, expect, test } from 'vitest'
import { buildBasemap } from '../../electron/tooling/basemap/build-basemap.ts'
import { labelPoint } from '../../electron/tooling/basemap/label-point.ts'
import { splitLine } from '../../electron/tooling/basemap/split-line.ts'
import { unwrapPolygon } from '../../electron/tooling/basemap/unwrap-polygon.ts'
import { type BasemapArchive, openBasemap } from '../../shared/map/basemap-archive.ts'
import { LABEL_KINDS, type LabelKind, type LabelSet, parseLabels } from '../../shared/map/label-set.ts'
import { mercatorX, mercatorY } from '../../shared/map/mercator.ts'
import { keptTempFolder } from '../support/kept-temp-folder.ts'

const folder = keptTempFolder()
let basemap: BasemapArchive
let labels: LabelSet

beforeAll(async () => {
  await buildBasemap(folder)
  basemap = openBasemap(new Uint8Array(readFileSync(path.join(folder, 'basemap.pmtiles'))).buffer)
  labels = parseLabels(readFileSync(path.join(folder, 'labels.json'), 'utf8'))
})

function tileAt(latitude: number, longitude: number, z: number) {
  return basemap.tile(z, Math.floor(mercatorX(longitude) * 2 ** z), Math.floor(mercatorY(latitude) * 2 ** z))
}

function labelOf(name: string, kind: LabelKind): number {
  return labels.names.findIndex((each, at) => each === name && labels.kinds[at] === LABEL_KINDS.indexOf(kind))
}

test('Texas has land, rivers, county and state lines at the deepest zoom; the open Atlantic and Pacific have nothing', async () => {
  const texas = await tileAt(33.9, -98.5, 7)
  expect(Object.keys(texas!)).toEqual(expect.arrayContaining(['land', 'us_land', 'counties', 'states']))
  expect(await tileAt(30, -45, 7)).toBeNull()
  expect(await tileAt(20, -150, 7)).toBeNull()
})

test('Lake Michigan lies under the finer shore of the Census, the Great Salt Lake on top of it', async () => {
  expect((await tileAt(43.5, -87, 7))!.shared_lakes).toBeDefined()
  expect((await tileAt(41.1, -112.4, 7))!.lakes).toBeDefined()
})

test('land that crosses the antimeridian leaves no band across the ocean at its latitude', async () => {
  // Latitudes of Chukotka, Wrangel Island and Fiji in mid ocean.
  expect(await tileAt(-17.8, -120, 7)).toBeNull()
  for (const latitude of [71, 65.5]) {
    const tile = await tileAt(latitude, -5, 5)
    const land = tile?.land
    const wholeTile =
      land && [...land.ringBounds].some((_, at, all) => at % 4 === 0 && all[at]! <= 0 && all[at + 2]! >= 4096)
    expect(wholeTile ?? false, `latitude ${latitude}`).toBe(false)
  }
})

test('place names hold cities by people, and leave out sections of cities and New York’s boroughs', () => {
  const [chicago, austin, rockdale] = ['Chicago', 'Austin', 'Rockdale'].map((name) => labelOf(name, 'city'))
  expect(labels.ranks[chicago!]).toBe(0)
  expect(labels.minZooms[chicago!]).toBeLessThanOrEqual(4)
  expect(labels.minZooms[austin!]).toBeLessThanOrEqual(6)
  expect(labels.minZooms[rockdale!]).toBeGreaterThan(6)
  const inNewYork = labels.names.filter(
    (_, at) =>
      labels.kinds[at] === LABEL_KINDS.indexOf('city') &&
      Math.abs(labels.longitudes[at]! + 739_500) < 1_500 &&
      Math.abs(labels.latitudes[at]! - 406_500) < 1_500,
  )
  expect(inNewYork).toEqual(expect.arrayContaining(['New York City', 'Jersey City']))
  for (const part of ['Brooklyn', 'Queens', 'Flatbush', 'East Harlem']) expect(inNewYork).not.toContain(part)
})

test('every state and 3,000 counties are named inside their bounds', () => {
  const named = (kind: LabelKind) => labels.kinds.filter((code) => code === LABEL_KINDS.indexOf(kind)).length
  expect(named('state')).toBeGreaterThanOrEqual(50 + 13)
  expect(named('county')).toBeGreaterThan(3_000)
  const texas = labelOf('Texas', 'state')
  expect(labels.longitudes[texas]! / 10_000).toBeGreaterThan(-103)
  expect(labels.longitudes[texas]! / 10_000).toBeLessThan(-95)
})

test('a second build of the same sources leaves the files alone', async () => {
  const before = statSync(path.join(folder, 'basemap.pmtiles')).mtimeMs
  await buildBasemap(folder)
  expect(statSync(path.join(folder, 'basemap.pmtiles')).mtimeMs).toBe(before)
})

test('a ring across the antimeridian runs on past 180 degrees instead of back across the map', () => {
  const fiji: Position[] = [
    [178, -17],
    [-179, -17],
    [-179, -18],
    [178, -18],
    [178, -17],
  ]
  expect(unwrapPolygon([fiji])[0]).toEqual([
    [178, -17],
    [181, -17],
    [181, -18],
    [178, -18],
    [178, -17],
  ])
})

test('a ring around the south pole is closed along it', () => {
  const antarctica: Position[] = [-120, 0, 120, -120].map((longitude) => [longitude, -70])
  const ring = unwrapPolygon([antarctica])[0]!
  expect(ring.some(([, latitude]) => latitude === -90)).toBe(true)
  expect(ring.every((point, at) => at === 0 || Math.abs(point[0]! - ring[at - 1]![0]!) <= 360)).toBe(true)
})

test('a border across the antimeridian is cut there', () => {
  const parts = splitLine([
    [179, 60],
    [179.9, 61],
    [-179.8, 61],
    [-179, 62],
  ])
  expect(parts.map((part) => part.length)).toEqual([2, 2])
})

test('a name in an L-shaped county sits in its wide arm', () => {
  const county: Position[] = [
    [0, 0],
    [10, 0],
    [10, 3],
    [2, 3],
    [2, 10],
    [0, 10],
    [0, 0],
  ]
  const { x, y, width } = labelPoint([county])
  expect(y).toBeLessThan(3)
  expect(x).toBeGreaterThan(2)
  expect(width).toBeGreaterThan(5)
})
