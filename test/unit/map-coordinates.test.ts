import fc from 'fast-check'
import proj4 from 'proj4'
import { describe, expect, it, test } from 'vitest'
import { COORDINATE_FORMATS, formatCoordinates } from '../../shared/map/coordinates/format-coordinates.ts'
import { readCoordinates } from '../../shared/map/coordinates/read-coordinates.ts'
import { fromUtm, toUtm } from '../../shared/map/coordinates/utm.ts'

const onGrid = fc.record({
  latitude: fc.double({ min: -79.9, max: 83.9, noNaN: true }),
  longitude: fc.double({ min: -179.99, max: 179.99, noNaN: true }),
})
const northAmerica = fc.record({
  latitude: fc.double({ min: 15, max: 72, noNaN: true }),
  longitude: fc.double({ min: -168, max: -53, noNaN: true }),
})

const METER_DEGREES = 1 / 111_000

function expectNear(
  reading: { latitude: number; longitude: number } | undefined,
  place: { latitude: number; longitude: number },
  meters: number,
) {
  expect(reading).toBeDefined()
  const north = (reading!.latitude - place.latitude) / METER_DEGREES
  const east = ((reading!.longitude - place.longitude) / METER_DEGREES) * Math.cos((place.latitude * Math.PI) / 180)
  expect(Math.hypot(north, east)).toBeLessThan(meters)
}

test('UTM agrees with PROJ to a millimetre and comes back to the same place', () => {
  fc.assert(
    fc.property(onGrid, (place) => {
      const utm = toUtm(place)!
      const projection = `+proj=utm +zone=${utm.zone} ${utm.hemisphere === 'S' ? '+south ' : ''}+datum=WGS84 +units=m +no_defs`
      const [easting, northing] = proj4('EPSG:4326', projection, [place.longitude, place.latitude])
      expect(utm.easting).toBeCloseTo(easting!, 3)
      expect(utm.northing).toBeCloseTo(northing!, 3)
      const back = fromUtm(utm)!
      expect(back.latitude).toBeCloseTo(place.latitude, 9)
      expect(back.longitude).toBeCloseTo(place.longitude, 8)
    }),
  )
})

test('zones follow the wide ones of Norway and Svalbard; the poles have none', () => {
  const zone = (latitude: number, longitude: number) => toUtm({ latitude, longitude })?.zone
  expect([zone(60, 5), zone(78, 8), zone(78, 15), zone(78, 25), zone(78, 41)]).toEqual([32, 31, 33, 35, 37])
  expect([zone(31.5, -97.1), zone(0, 180), zone(0, -180)]).toEqual([14, 60, 1])
  expect(toUtm({ latitude: 85, longitude: 0 })).toBeNull()
  expect(fromUtm({ zone: 14, hemisphere: 'N', easting: 10, northing: 3e6 })).toBeNull()
})

test.each(COORDINATE_FORMATS)(
  'a place in North America written as %s is read back first, to a few metres',
  (format) => {
    fc.assert(
      fc.property(northAmerica, (place) => {
        const { readings } = readCoordinates(formatCoordinates(place, format))
        expectNear(readings[0], place, 3.5)
        expect(readings[0]!.format).toBe(format)
      }),
    )
  },
)

test.each(['dms', 'utm', 'mgrs'] as const)(
  'a place anywhere on the grid written as %s is among its readings',
  (format) => {
    fc.assert(
      fc.property(onGrid, (place) => {
        const { readings, problem } = readCoordinates(formatCoordinates(place, format))
        expect(problem).toBeNull()
        expect(readings.length).toBeGreaterThan(0)
        const nearest = readings.map((each) => Math.abs(each.latitude - place.latitude)).sort((a, b) => a - b)[0]!
        expect(nearest).toBeLessThan(4 * METER_DEGREES)
      }),
    )
  },
)

test('no text makes the reader throw, and every reading is on Earth', () => {
  const marks = fc.string({
    unit: fc.constantFrom(...'0123456789.,;:-+°\'" NSEWnsewmdUTMzone/|()[]@geo:'),
    maxLength: 40,
  })
  fc.assert(
    fc.property(fc.oneof(fc.string(), marks), (text) => {
      for (const { latitude, longitude } of readCoordinates(text).readings) {
        expect(Math.abs(latitude)).toBeLessThanOrEqual(90)
        expect(Math.abs(longitude)).toBeLessThanOrEqual(180)
      }
    }),
    { numRuns: 2_000 },
  )
})

describe('one place written in many ways', () => {
  const waco = { latitude: 31.55, longitude: -97.15 }
  it.each([
    '31.55, -97.15',
    '31.55 -97.15',
    '31.55,-97.15',
    '(31.55; -97.15)',
    '31,55; -97,15',
    '31.55N 97.15W',
    '97.15W, 31.55N',
    'N31.55 W97.15',
    'N31 33.0 W97 09.0',
    '31° 33\' 0" N, 97° 9\' 0" W',
    '31°33′00″N 97°09′00″W',
    '31 33 00 N 97 09 00 W',
    '31:33:00, -97:09:00',
    "31° 33.0' N 97° 9.0' W",
    'lat 31.55 lon -97.15',
    'lon: -97.15, lat: 31.55',
    '-97.15, 31.55',
    'geo:31.55,-97.15',
    'https://maps.example/@31.55,-97.15,12z',
    '−97.15 31.55',
  ])('%s', (text) => {
    expectNear(readCoordinates(text).readings[0], waco, 1)
  })

  it.each([
    '14N 675604E 3492042N',
    '14R 675604 3492042',
    'UTM zone 14 675604 3492042',
    '14 N 3492042N 675604E',
    '14RPV7560492042',
    '14R PV 75604 92042',
    'mgrs: 14rpv 75604 92042',
  ])('%s', (text) => {
    const utm = toUtm(waco)!
    expect([Math.round(utm.easting), Math.round(utm.northing)]).toEqual([675604, 3492042])
    expectNear(readCoordinates(text).readings[0], waco, 2)
  })
})

describe('what can be meant in two ways', () => {
  it('takes the order that lies in North America first and offers the other', () => {
    const { readings } = readCoordinates('-80.2, 25.8')
    expect(readings.map(({ latitude, longitude, note }) => [latitude, longitude, note])).toEqual([
      [25.8, -80.2, 'read as longitude, latitude'],
      [-80.2, 25.8, null],
    ])
  })

  it('keeps latitude first where both orders are elsewhere, and offers the west of a missing minus', () => {
    const { readings } = readCoordinates('31.55, 97.15')
    expect(readings[0]).toMatchObject({ latitude: 31.55, longitude: 97.15 })
    expect(readings.at(-1)).toMatchObject({ longitude: -97.15, note: 'west, as if the minus were left out' })
  })

  it('reads S of a zone as the band of the southern United States where the northing says so', () => {
    const [band, south] = readCoordinates('14S 500000 3700000').readings
    expect(band!.latitude).toBeGreaterThan(32)
    expect(south!.latitude).toBeLessThan(0)
  })

  it('a coarse MGRS square is its middle, and says how large it is', () => {
    expect(readCoordinates('14RPV').readings[0]!.note).toBe('middle of a square of 100,000 m')
  })
})

describe('what is no place', () => {
  it.each([
    ['95, -200', /is no place on Earth/],
    ["31°75'N 97°09'W", /is no place on Earth/],
    ['61N 675604 3492042', /off the UTM grid/],
    ['14RPV 7560 92042', /9 digits/],
    ['14RAV 75604 92042', /names no square/],
  ])('%s', (text, problem) => {
    const read = readCoordinates(text)
    expect(read.readings).toEqual([])
    expect(read.problem).toMatch(problem)
  })

  it.each(['Waco', 'Route 66', '', 'Site 14', '98%'])('%s is not taken for coordinates', (text) => {
    expect(readCoordinates(text)).toEqual({ readings: [], problem: null })
  })
})
