import { readFileSync } from 'node:fs'
import path from 'node:path'
import { geoContains } from 'd3-geo'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areaShapes } from '../../electron/tooling/basemap/area-shapes.ts'
import { projectRoot } from '../../electron/tooling/project-root.ts'
import { indexAreas, isInside } from '../../shared/map/areas/area-index.ts'
import { parseAreas } from '../../shared/map/areas/area-set.ts'

const index = indexAreas(parseAreas(JSON.stringify(areaShapes())))

test.each([
  ['Waco', 31.55, -97.15, 'McLennan', 'TX', '48309'],
  ['Ashburn', 39.04, -77.49, 'Loudoun', 'VA', '51107'],
  ['Hartford', 41.76, -72.68, 'Capitol', 'CT', '09110'],
  ['Anchorage', 61.2, -149.9, 'Anchorage', 'AK', '02020'],
  ['Attu', 52.9, 172.9, 'Aleutians West', 'AK', '02016'],
])('%s lies in its county', (_, latitude, longitude, name, state, fips) => {
  const county = index.countyAt({ latitude, longitude })
  expect([county?.name, county?.state, county?.fips]).toEqual([name, state, fips])
  expect(index.stateAt({ latitude, longitude })?.fips).toBe(fips.slice(0, 2))
})

test('a place abroad or at sea lies in none, also one turn of the world away', () => {
  expect(index.countyAt({ latitude: 25.7, longitude: -100.3 })).toBeNull()
  expect(index.countyAt({ latitude: 30, longitude: -60 })).toBeNull()
  expect(index.countyAt({ latitude: 31.55, longitude: -97.15 + 360 })?.fips).toBe('48309')
})

test('the middles of all counties that lie within them are found there', () => {
  const lines = readFileSync(path.join(projectRoot, 'data/reference/us_counties.csv'), 'utf8').trimEnd().split('\n')
  const middles = lines.slice(1).map((line) => {
    const [fips, , , latitude, longitude] = line.split(',')
    return { fips: fips!, latitude: Number(latitude), longitude: Number(longitude) }
  })
  const found = middles.filter((each) => index.countyAt(each)?.fips === each.fips)
  // Islands and crescents have their middle outside.
  expect(found.length / middles.length).toBeGreaterThan(0.98)
})

test('what the index finds is what a look at every outline finds', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 24, max: 50, noNaN: true }),
      fc.double({ min: -125, max: -66, noNaN: true }),
      (latitude, longitude) => {
        const all = index.counties.filter((county) => isInside(county, longitude, latitude))
        expect(all.length).toBeLessThanOrEqual(1)
        expect(index.countyAt({ latitude, longitude })?.fips).toBe(all[0]?.fips)
      },
    ),
    { numRuns: 300 },
  )
})

test('holes are not of the area: an independent city in Virginia is no part of the county around it', () => {
  const charlottesville = index.countyAt({ latitude: 38.03, longitude: -78.48 })
  expect(charlottesville?.fips).toBe('51540')
  const county = index.county('51003')!
  const geometry = {
    type: 'MultiPolygon' as const,
    coordinates: county.polygons.map((rings) =>
      rings.map((ring) => Array.from({ length: ring.length / 2 }, (_, at) => [ring[at * 2]!, ring[at * 2 + 1]!])),
    ),
  }
  expect(geoContains(geometry, [-78.48, 38.03])).toBe(false)
})

test('areas are those of the ellipsoid: the Census counts 268,596 square miles in Texas with its waters', () => {
  const texas = index.state('48')!
  expect(texas.km2 / 2.589988).toBeGreaterThan(261_000)
  expect(texas.km2 / 2.589988).toBeLessThan(268_600)
  const counties = index.counties.filter((county) => county.state === 'TX').reduce((sum, each) => sum + each.km2, 0)
  expect(Math.abs(counties / texas.km2 - 1)).toBeLessThan(0.0005)
})

test('a page in place of the areas is refused', () => {
  expect(() => parseAreas('{}')).toThrow()
  expect(() => parseAreas('<!doctype html>')).toThrow()
})
