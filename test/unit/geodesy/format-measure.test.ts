import { expect, test } from 'vitest'
import { formatArea, formatBearing, formatLength } from '../../../shared/map/geodesy/format-measure.ts'

test('a length is told in the unit that reads best', () => {
  expect(formatLength(30.48, 'us')).toBe('100 ft')
  expect(formatLength(1609.344, 'us')).toBe('1 mi')
  expect(formatLength(402_336, 'us')).toBe('250 mi')
  expect(formatLength(12.345, 'metric')).toBe('12.35 m')
  expect(formatLength(2_500, 'metric')).toBe('2.5 km')
  expect(formatLength(0, 'us')).toBe('0 ft')
})

test('an area is told in acres or hectares, small and large ones otherwise', () => {
  expect(formatArea(640 * 4046.8564224, 'us')).toBe('640 ac')
  expect(formatArea(92.90304, 'us')).toBe('1,000 sq ft')
  expect(formatArea(1609.344 ** 2 * 250, 'us')).toBe('250 sq mi')
  expect(formatArea(500, 'metric')).toBe('500 m²')
  expect(formatArea(25_000, 'metric')).toBe('2.5 ha')
  expect(formatArea(2.5e8, 'metric')).toBe('250 km²')
})

test('a bearing has its wind, and full circle is north', () => {
  expect(formatBearing(0)).toBe('0.0° N')
  expect(formatBearing(48.23)).toBe('48.2° NE')
  expect(formatBearing(359.98)).toBe('0.0° N')
  expect(formatBearing(247.5)).toBe('247.5° WSW')
})

test('what is no number is a dash', () => {
  expect([formatLength(Number.NaN, 'us'), formatArea(Number.NaN, 'metric'), formatBearing(Number.NaN)]).toEqual([
    '–',
    '–',
    '–',
  ])
})
