import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalNumber } from '../../electron/core/import/decimal-number.ts'
import { nameUuid } from '../../electron/core/import/name-uuid.ts'
import { partialDate } from '../../electron/core/import/partial-date.ts'
import { slug } from '../../electron/core/import/slug.ts'
import { partialDate as partialDateOfContract } from '../../shared/contract/values.ts'

describe('A date in a file', () => {
  test.each([
    ['2026', '2026'],
    ['2026-7', '2026-07'],
    ['2026/07/01', '2026-07-01'],
    ['7/1/2026', '2026-07-01'],
    ['July 2026', '2026-07'],
    ['Jul 1, 2026', '2026-07-01'],
    ['2026-07-01T12:00:00Z', '2026-07-01'],
    ['2024-02-29', '2024-02-29'],
    ['2100-02-29', null],
    ['2026-02-30', null],
    ['2026-13', null],
    ['2026-00', null],
    ['summer 2026', null],
    ['', null],
  ])('%j is read as %j', (text, date) => {
    expect(partialDate(text)).toBe(date)
  })

  test('is one that the contract takes, or none', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('1', '2', '0', '-', '/', 'T', ' ', 'May') }))
    fc.assert(
      fc.property(text, (given) => {
        const date = partialDate(given)
        expect(date === null || partialDateOfContract.safeParse(date).success).toBe(true)
      }),
    )
  })
})

describe('A number in a file', () => {
  test.each<[string, number | null]>([
    ['12', 12],
    [' -3.5 ', -3.5],
    ['.5', 0.5],
    ['1e3', 1000],
    ['1,234,567.5', 1_234_567.5],
    ['$45.10', 45.1],
    ['-$3', -3],
    ['12,5', null],
    ['1,23', null],
    ['0x10', null],
    ['Infinity', null],
    ['1e999', null],
    ['12 MW', null],
    ['--5', null],
    ['', null],
  ])('%j is %j', (text, number) => {
    expect(decimalNumber(text, false)).toBe(number)
  })

  test('may have a decimal comma in files of countries that write it so', () => {
    expect(decimalNumber('12,5', true)).toBe(12.5)
    expect(decimalNumber('12.5', true)).toBe(12.5)
  })

  test('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(decimalNumber(String(number), false)).toBe(Number(String(number)))
      }),
    )
  })
})

describe('Derived ids', () => {
  test('differ where any of their texts does, also where the texts run together the same', () => {
    expect(new Set([nameUuid('a', 'b'), nameUuid('ab'), nameUuid('a', 'b', ''), nameUuid('b', 'a')]).size).toBe(4)
  })

  test('of plants are words joined by hyphens', () => {
    expect(slug("R M Schahfer's Werk – Süd (No. 2)")).toBe('r-m-schahfers-werk-sud-no-2')
  })
})
