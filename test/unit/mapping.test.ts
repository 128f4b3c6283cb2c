import fc from 'fast-check'
import proj4 from 'proj4'
import { describe, expect, test } from 'vitest'
import { guessColumns } from '../../electron/core/import/mapping/guess-columns.ts'
import { unprojectOf } from '../../electron/core/import/mapping/to-degrees.ts'
import { COLUMN_ROLES, roleLabel } from '../../shared/domain/mapping/column-role.ts'
import { COORDINATE_SYSTEMS, coordinateSystem } from '../../shared/domain/mapping/coordinate-systems.ts'
import { guessDecimalMark } from '../../shared/domain/mapping/decimal-mark.ts'
import { readDegrees, splitPair } from '../../shared/domain/mapping/read-degrees.ts'
import { readMeasure } from '../../shared/domain/mapping/read-measure.ts'
import { toFieldUnit, unitOfText, unitsOf } from '../../shared/domain/mapping/units.ts'

/** Austin, Texas (30.2672, -97.7431), projected by PROJ 9: State Plane Texas Central in US feet, and UTM zone 14. */
const AUSTIN = { x: 3_114_226.214, y: 10_070_436.131, utmX: 620_903.83, utmY: 3_349_062.364 }

describe('Units', () => {
  test('are converted by their definitions', () => {
    expect(toFieldUnit('plannedMw', 1_500, 'kW')).toBe(1.5)
    expect(toFieldUnit('plannedMw', 1.2, 'GW')).toBe(1_200)
    expect(toFieldUnit('landAcres', 1, 'hectares')).toBeCloseTo(2.4710538, 7)
    expect(toFieldUnit('landAcres', 43_560, 'sq ft')).toBe(1)
    expect(toFieldUnit('substationDistanceMi', 5_280, 'ft')).toBe(1)
    expect(toFieldUnit('substationDistanceMi', 1.609344, 'km')).toBe(1)
    expect(toFieldUnit('gridVoltageKv', 345_000, 'V')).toBe(345)
    expect(toFieldUnit('powerPriceUsdPerMwh', 4.2, '¢/kWh')).toBe(42)
    expect(toFieldUnit('powerPriceUsdPerMwh', 0.042, '$/kWh')).toBe(42)
    expect(toFieldUnit('feeds', 2, null)).toBe(2)
  })

  test('of a value come back whatever the unit', () => {
    const cases = COLUMN_ROLES.flatMap((role) => unitsOf(role).map((unit) => ({ role, unit })))
    expect(cases.length).toBeGreaterThan(30)
    fc.assert(
      fc.property(fc.constantFrom(...cases), fc.integer({ min: 1, max: 999_999 }), ({ role, unit }, thousandths) => {
        const value = thousandths / 1_000
        const written = value / toFieldUnit(role, 1, unit)
        expect(Math.abs(toFieldUnit(role, written, unit) / value - 1)).toBeLessThan(1e-10)
      }),
    )
  })

  test('are known by what people write', () => {
    expect(unitOfText('powerPriceUsdPerMwh', 'cents / kWh')).toBe('¢/kWh')
    expect(unitOfText('landAcres', 'Ha.')).toBe('hectares')
    expect(unitOfText('plannedMw', 'acres')).toBeNull()
  })

  test('are offered for fields with a choice alone, each field with its own first', () => {
    expect(unitsOf('plannedMw')).toEqual(['MW', 'kW', 'GW'])
    expect(unitsOf('name')).toEqual([])
    for (const role of COLUMN_ROLES) expect(roleLabel(role)).not.toBe('')
  })
})

describe('A number', () => {
  test.each([
    ['1,234.5', 'point', 1_234.5, ''],
    ['1.234,5', 'comma', 1_234.5, ''],
    ['1 234,5 kW', 'comma', 1_234.5, 'kW'],
    ['$38.50/MWh', 'point', 38.5, '$/MWh'],
    ['4.2 ¢/kWh', 'point', 4.2, '¢/kWh'],
    ['-7', 'point', -7, ''],
    ["1'234", 'point', 1_234, ''],
    ['1e3', 'point', 1_000, ''],
  ] as const)('"%s" with a decimal %s is %d', (text, mark, value, unit) => {
    expect(readMeasure(text, mark)).toEqual({ value, unit })
  })

  test.each(['', 'lots', '1,23,4', '12-15', '1.2.3', '3 or 4', 'abc 5', '1,5,5'])('"%s" is none', (text) => {
    expect(readMeasure(text, 'point')).toBeNull()
  })

  test('comes back as it was written under either mark', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom('point', 'comma'), (thousandths, mark) => {
        const value = thousandths / 1_000
        const text = value.toLocaleString(mark === 'comma' ? 'de-DE' : 'en-US', { maximumFractionDigits: 3 })
        expect(readMeasure(text, mark)?.value).toBe(value === 0 ? readMeasure(text, mark)?.value : value)
      }),
    )
  })

  test('never throws and is never NaN, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('point', 'comma'), (text, mark) => {
        const measure = readMeasure(text, mark)
        expect(measure === null || Number.isFinite(measure.value)).toBe(true)
      }),
    )
  })

  test('shows its decimal mark where it can only be read one way', () => {
    expect(guessDecimalMark(['1,5', '2,75', '1.000'])).toBe('comma')
    expect(guessDecimalMark(['1,234', '5,678'])).toBe('point')
    expect(guessDecimalMark(['31.42', '1,234.5'])).toBe('point')
  })
})

describe('Degrees', () => {
  test.each([
    ['31.42', 31.42],
    ['31° 25\' 12" N', 31.42],
    ['31°25′12″S', -31.42],
    ['N31 25 12', 31.42],
    ['31:25:12', 31.42],
    ['31d 25m 12s N', 31.42],
    ["31°25.2'N", 31.42],
    ['-31°', -31],
  ] as const)('"%s" are %d', (text, degrees) => {
    expect(readDegrees(text, 'latitude', 'point')).toBeCloseTo(degrees, 9)
  })

  test.each(['', 'north', '91', "31° 60' N", '31 25 12 E', "31.5° 20'", '31 25 12 9', 'N31S'])(
    '"%s" are no latitude',
    (text) => {
      expect(readDegrees(text, 'latitude', 'point')).toBeNull()
    },
  )

  test('may have a decimal comma', () => {
    expect(readDegrees('31,42', 'latitude', 'comma')).toBe(31.42)
  })

  test('written as degrees, minutes and seconds come back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -180 * 36_000, max: 180 * 36_000 }), (tenths) => {
        const seconds = Math.abs(tenths) / 10
        const text = `${Math.floor(seconds / 3_600)}° ${Math.floor((seconds % 3_600) / 60)}' ${(seconds % 60).toFixed(1)}" ${tenths < 0 ? 'W' : 'E'}`
        expect(readDegrees(text, 'longitude', 'point')).toBeCloseTo(tenths / 36_000, 8)
      }),
    )
  })

  test.each([
    ['31.42, -103.49', 'point', '31.42', '-103.49'],
    ['(31.42 -103.49)', 'point', '31.42', '-103.49'],
    ['31,42; -103,49', 'comma', '31,42', '-103,49'],
    ['31,42, -103,49', 'comma', '31,42', '-103,49'],
    ["31°25'N 103°29'W", 'point', "31°25'N", "103°29'W"],
  ] as const)('"%s" are two', (text, mark, latitude, longitude) => {
    expect(splitPair(text, mark)).toEqual([latitude, longitude])
  })
})

describe('Coordinate systems', () => {
  test('are each known by one code, and turn the middle of their area into a place', () => {
    expect(new Set(COORDINATE_SYSTEMS.map(({ code }) => code)).size).toBe(COORDINATE_SYSTEMS.length)
    for (const { code, projection } of COORDINATE_SYSTEMS) {
      const unproject = unprojectOf(code)
      expect(unproject === null).toBe(projection === null)
      const place = unproject?.(600_000, 600_000)
      if (place) expect(Number.isFinite(place.latitude + place.longitude)).toBe(true)
    }
  })

  test('agree with values published for them', () => {
    const texas = unprojectOf('epsg 2277')?.(AUSTIN.x, AUSTIN.y)
    expect(texas?.latitude).toBeCloseTo(30.2672, 6)
    expect(texas?.longitude).toBeCloseTo(-97.7431, 6)
    const utm = unprojectOf('32614')?.(AUSTIN.utmX, AUSTIN.utmY)
    expect(utm?.latitude).toBeCloseTo(30.2672, 6)
    expect(utm?.longitude).toBeCloseTo(-97.7431, 6)
  })

  test('give back the coordinates of a place', () => {
    const projected = COORDINATE_SYSTEMS.filter(({ code }) => /^EPSG:(269|326)1[0-9]$/.test(code))
    fc.assert(
      fc.property(
        fc.constantFrom(...projected),
        fc.double({ min: 25, max: 49, noNaN: true }),
        fc.double({ min: -2.9, max: 2.9, noNaN: true }),
        ({ code, projection }, latitude, offset) => {
          const longitude = -183 + 6 * Number(code.slice(-2)) + offset
          const [x = 0, y = 0] = proj4('WGS84', projection ?? '').forward([longitude, latitude])
          const place = unprojectOf(code)?.(x, y)
          expect(place?.latitude).toBeCloseTo(latitude, 7)
          expect(place?.longitude).toBeCloseTo(longitude, 7)
        },
      ),
    )
  })

  test('that nobody knows are refused in a sentence', () => {
    expect(coordinateSystem('EPSG:99999')).toBeUndefined()
    expect(() => unprojectOf('EPSG:99999')).toThrow(
      /^"EPSG:99999" is no coordinate system that Switchyard knows; .*\.$/,
    )
  })
})

describe('Guesses', () => {
  const rolesOf = (header: string[], ...rows: string[][]) =>
    guessColumns(header, rows).mapping.columns.map(({ role, unit }) => (unit ? `${role} ${unit}` : role))

  test('follow the words and units of headings', () => {
    expect(rolesOf(['Site Name', 'Lat.', 'Long.', 'siteLoad_kW', 'Area (ha)', 'Price $/kWh', 'Line kV'])).toEqual([
      'name',
      'latitude',
      'longitude',
      'plannedMw kW',
      'landAcres hectares',
      'powerPriceUsdPerMwh $/kWh',
      'gridVoltageKv kV',
    ])
    expect(rolesOf(['APN', 'OWN_NAME', 'LL_GISACRE', 'lat', 'lon'])).toEqual([
      'siteId',
      'owner',
      'landAcres acres',
      'latitude',
      'longitude',
    ])
  })

  test('follow the values where headings say nothing', () => {
    expect(rolesOf(['A', 'B'], ['Alpha', '31.42, -103.49'], ['Beta', '32.5, -101'])).toEqual(['ignore', 'position'])
    expect(rolesOf(['P', 'Q'], ["31° 25' N", "103° 29' W"])).toEqual(['latitude', 'longitude'])
    expect(rolesOf(['Voltage'], ['138000'])).toEqual(['gridVoltageKv V'])
    expect(rolesOf(['Power price'], ['0.045'])).toEqual(['powerPriceUsdPerMwh $/kWh'])
    expect(rolesOf(['Power price'], ['45'])).toEqual(['powerPriceUsdPerMwh $/MWh'])
  })

  test('leave a column alone whose words are not those of the field', () => {
    expect(rolesOf(['Status'], ['Active'], ['Dead'])).toEqual(['ignore'])
    expect(rolesOf(['Status'], ['Operating'], ['Dead'])).toEqual(['status'])
  })

  test('name a role once and a column once, whatever stands there', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.oneof(
            fc.string({ maxLength: 20 }),
            fc.constantFrom('Lat', 'MW', 'kW', 'Name', 'County', 'Acres', 'x', 'y'),
          ),
          {
            maxLength: 12,
          },
        ),
        fc.array(fc.array(fc.string({ maxLength: 12 }), { maxLength: 12 }), { maxLength: 4 }),
        (header, rows) => {
          const { mapping, confidence } = guessColumns(header, rows)
          expect(mapping.columns.map(({ heading }) => heading)).toEqual(header)
          expect(confidence).toHaveLength(header.length)
          const roles = mapping.columns.map(({ role }) => role).filter((role) => role !== 'ignore')
          expect(new Set(roles).size).toBe(roles.length)
        },
      ),
    )
  })
})
