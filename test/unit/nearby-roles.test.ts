import { describe, expect, test } from 'vitest'
import { featureName } from '../../shared/domain/nearby/feature-name.ts'
import { readFloodZone } from '../../shared/domain/nearby/flood-zone.ts'
import { guessLayerRole } from '../../shared/domain/nearby/guess-layer-role.ts'
import { floodZoneColumn, voltageColumn } from '../../shared/domain/nearby/layer-columns.ts'
import { readVoltage } from '../../shared/domain/nearby/voltage.ts'

const guess = (type: string, name: string, attributes: Record<string, unknown> = {}) =>
  guessLayerRole({ name, part: name, geometryTypes: { [type]: 3 }, samples: [attributes] })

describe('What a layer is', () => {
  test.each([
    ['Point', 'a.geojson', { NAME: 'TAP1', MAX_VOLT: 161, NAICS_DESC: 'ELECTRIC BULK POWER' }, 'substations'],
    ['LineString', 'a.geojson', { VOLTAGE: 230, VOLT_CLASS: '220-287', SUB_1: 'A', SUB_2: 'B' }, 'transmission_lines'],
    ['LineString', 'export.geojson', { power: 'line', voltage: '138000' }, 'transmission_lines'],
    ['Polygon', 'export.geojson', { power: 'substation' }, 'substations'],
    ['Point', 'export.geojson', { power: 'plant' }, 'power_plants'],
    ['Polygon', 'export.geojson', { telecom: 'data_center' }, 'data_centers'],
    ['LineString', 'NaturalGas.shp', { TYPEPIPE: 'Interstate', Operator: 'Transco' }, 'gas_pipelines'],
    ['LineString', 'export.geojson', { man_made: 'pipeline', substance: 'gas' }, 'gas_pipelines'],
    ['MultiPolygon', 'S_FLD_HAZ_AR.shp', { FLD_ZONE: 'AE', SFHA_TF: 'T' }, 'flood_zones'],
    ['Polygon', 'TX.gdb', { ATTRIBUTE: 'PFO1A', WETLAND_TYPE: 'Freshwater' }, 'wetlands'],
    ['Polygon', 'pad.shp', { Unit_Nm: 'Big Bend', GAP_Sts: '1' }, 'protected_land'],
    ['LineString', 'tl_2024.shp', { FULLNAME: 'I-35', RTTYP: 'I', MTFCC: 'S1100' }, 'roads'],
    ['LineString', 'flow.shp', { gnis_name: 'Brazos', reachcode: '1' }, 'water'],
    ['Polygon', 'milam.geojson', { parcelnumb: 'R1', owner: 'X' }, 'parcels'],
  ])('is read off the columns of a published one: %s %s %o', (type, name, attributes, role) => {
    expect(guess(type, name, attributes)).toMatchObject({ role })
  })

  test.each([
    ['Point', 'Northeast_Subs_OSM.csv', 'substations'],
    ['LineString', '500kv_transmission_lines', 'transmission_lines'],
    ['LineString', 'zayo long-haul fiber.kmz', 'fiber'],
    ['Polygon', 'RI_Parcels', 'parcels'],
    ['Polygon', 'county lines', 'other'],
    ['Point', 'broker pins', 'other'],
    // A polygon is no line, whatever its name says.
    ['Polygon', 'gas pipelines', 'other'],
  ])('is read off its name: %s %s', (type, name, role) => {
    expect(guess(type, name)).toMatchObject({ role })
  })

  test('comes with its reason', () => {
    expect(guess('Point', 'x', { MAX_VOLT: 69 }).reason).toBe('it has the column MAX_VOLT')
    expect(guess('Point', 'x', { power: 'substation' }).reason).toBe('its features have power = substation')
    expect(guess('Point', 'Texas substations').reason).toBe('its name says “substation”')
  })
})

describe('A voltage', () => {
  test.each([
    [138, '100_to_199', '138 kV'],
    ['345', '300_to_449', '345 kV'],
    [138_000, '100_to_199', '138 kV'],
    ['138000;69000', '100_to_199', '138 kV'],
    ['765,000', '450_and_above', '765 kV'],
    ['220-287', '200_to_299', '220–287 kV'],
    ['735 AND ABOVE', '450_and_above', '735 kV and above'],
    ['UNDER 100', 'below_100', 'under 100 kV'],
    ['230 kV', '200_to_299', '230 kV'],
    [34.5, 'below_100', '34.5 kV'],
    [12_470, 'below_100', '12.5 kV'],
  ])('%o is of its class', (value, voltageClass, text) => {
    expect(readVoltage(value)).toEqual({ voltageClass, text })
  })

  test.each([[-999_999], ['-999999'], [null], [undefined], [''], ['DC'], ['NOT AVAILABLE'], [0], [true]])(
    '%o says none',
    (value) => expect(readVoltage(value)).toBeNull(),
  )

  test('stands in the column that says it most often', () => {
    expect(voltageColumn([{ VOLTAGE: -999_999, VOLT_CLASS: '345' }])).toBe('VOLT_CLASS')
    expect(voltageColumn([{ MAX_VOLT: 161, voltageKV: 161 }])).toBe('MAX_VOLT')
    expect(voltageColumn([{ NAME: 'A' }])).toBeNull()
    expect(voltageColumn([])).toBeNull()
  })
})

describe('A flood zone', () => {
  test.each([
    ['AE', true, 'AE'],
    ['A', true, 'A'],
    ['AH', true, 'A'],
    ['A99', true, 'A'],
    ['ve', true, 'VE'],
    ['X', false, 'X'],
    ['X PROTECTED BY LEVEE', false, 'X'],
    ['D', false, null],
    ['OPEN WATER', true, null],
  ])('%s', (code, isHazard, option) => expect(readFloodZone(code)).toEqual({ isHazard, option }))

  test('is not read from what says nothing', () => {
    expect(readFloodZone('AREA NOT INCLUDED')).toBeNull()
    expect(readFloodZone(7)).toBeNull()
    expect(floodZoneColumn([{ FLD_ZONE: 'A' }])).toBe('FLD_ZONE')
    expect(floodZoneColumn([{}])).toBeNull()
  })
})

describe('The name of a feature', () => {
  test.each([
    ['HOLCOMBE', { OWNER: 'NSP' }, 'HOLCOMBE'],
    ['303786', { SUB_1: 'TESLA', SUB_2: 'TRACY', OWNER: 'PG&E' }, 'TESLA – TRACY'],
    ['303786', { SUB_1: 'NOT AVAILABLE', SUB_2: 'TRACY', OWNER: 'PG&E' }, 'PG&E 303786'],
    [null, { Operator: 'Transco' }, 'Transco'],
    ['303786', { OWNER: 'NOT AVAILABLE' }, '303786'],
    [null, {}, null],
  ])('%o with %o is %o', (name, attributes, shown) => expect(featureName(name, attributes)).toBe(shown))
})
