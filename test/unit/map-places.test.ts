import { expect, test } from 'vitest'
import { areaShapes } from '../../electron/tooling/basemap/area-shapes.ts'
import { cityLabels } from '../../electron/tooling/basemap/city-labels.ts'
import { labelColumns } from '../../electron/tooling/basemap/label-columns.ts'
import { indexAreas } from '../../shared/map/areas/area-index.ts'
import { countyOperators, operatorName } from '../../shared/map/areas/area-operators.ts'
import { parseAreas } from '../../shared/map/areas/area-set.ts'
import { areaTitle } from '../../shared/map/areas/area-title.ts'
import { placeFinder } from '../../shared/map/places/find-places.ts'

const areas = indexAreas(parseAreas(JSON.stringify(areaShapes())))
const find = placeFinder(labelColumns(cityLabels()), areas)
const titles = (text: string) => find(text, 5).map(({ title, hint }) => (hint === '' ? title : `${title} · ${hint}`))

test.each([
  ['waco', 'Waco · McLennan County, TX'],
  ['springfield, il', 'Springfield · Sangamon County, IL'],
  ['Springfield, Missouri', 'Springfield · Greene County, MO'],
  ['st louis', 'St. Louis · St. Louis city, MO'],
  ['ft worth', 'Fort Worth · Tarrant County, TX'],
  ['texas', 'Texas · State'],
  ['milam county', 'Milam County, TX'],
  ['caddo parish', 'Caddo Parish, LA'],
  ['new braun', 'New Braunfels · Comal County, TX'],
])('%s is found first as %s', (text, first) => {
  expect(titles(text)[0]).toBe(first)
})

test('accents need not be typed, a later word is enough, and one letter or no place finds nothing', () => {
  expect(titles('montreal')[0]).toContain('Montréal')
  expect(titles('rouge')[0]).toContain('Baton Rouge')
  expect(find('a', 5)).toEqual([])
  expect(find('xyzzyx', 5)).toEqual([])
})

test('a county brings its extent, a town its point', () => {
  const [county] = find('Milam County, TX', 1)
  expect(county!.box![0]).toBeGreaterThan(-97.4)
  expect(county!.box![2]).toBeLessThan(-96.5)
  expect(find('Rockdale, TX', 1)[0]).toMatchObject({ box: null, kind: 'city' })
})

test('titles say what an equivalent of a county is called', () => {
  const title = (fips: string) => areaTitle(areas.county(fips)!)
  expect([title('51540'), title('32510'), title('09110'), title('02020'), title('11001'), title('24005')]).toEqual([
    'Charlottesville city, VA',
    'Carson City, NV',
    'Capitol Planning Region, CT',
    'Anchorage, AK',
    'District of Columbia, DC',
    'Baltimore County, MD',
  ])
})

test('a county has the operator that most in it name; one without has its state’s where nine in ten agree', () => {
  const operators = countyOperators(areas, [
    { fips: '48331', operator: 'ERCOT', count: 5 },
    { fips: '48331', operator: 'SPP', count: 1 },
    { fips: '48309', operator: 'ERCOT', count: 20 },
    { fips: '22017', operator: 'SPP', count: 2 },
    { fips: '22071', operator: 'MISO', count: 4 },
  ])
  expect(operators.get('48331')).toEqual({ operator: 'ERCOT', basis: 'county', count: 5, others: ['SPP'] })
  expect(operators.get('48001')).toMatchObject({ operator: 'ERCOT', basis: 'state' })
  expect(operators.get('22017')).toMatchObject({ operator: 'SPP', basis: 'county' })
  expect(operators.get('22001')).toBeUndefined()
  expect(operators.get('06001')).toBeUndefined()
})

test('an operator has one name however it is written', () => {
  expect(['PJM/Dominion', 'pjm', 'ISO New England', 'ISONE', 'SERC/non-ISO', 'AESO', ' '].map(operatorName)).toEqual([
    'PJM',
    'PJM',
    'ISO-NE',
    'ISO-NE',
    'SERC',
    'AESO',
    '',
  ])
})
