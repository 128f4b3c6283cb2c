import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packColumns } from '../../shared/columns/pack-columns.ts'
import { CATEGORY_COLUMNS, categoryAt, NUMBER_COLUMNS } from '../../shared/columns/site-columns.ts'
import { unpackColumns } from '../../shared/columns/unpack-columns.ts'
import { utf8Decode, utf8Encode } from '../../shared/columns/utf8.ts'
import { buildColumns } from './columns-builder.ts'
import { anySite } from './site-sketches.ts'

const anyName = fc.string({ unit: 'grapheme', maxLength: 30 })

describe('packed columns', () => {
  it('come back as they were, names in any script included', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anySite, anyName), { maxLength: 20 }), (sites) => {
        const columns = buildColumns(sites.map(([site, name]) => ({ ...site, name })))
        const back = unpackColumns(packColumns(columns))
        expect(back.ids).toEqual(columns.ids)
        expect(back.names).toEqual(columns.names)
        expect(back.revision).toBe(columns.revision)
        for (const column of NUMBER_COLUMNS) expect([...back.numbers[column]]).toEqual([...columns.numbers[column]])
        for (const column of CATEGORY_COLUMNS) {
          for (let row = 0; row < columns.count; row += 1) {
            expect(categoryAt(back, column, row)).toBe(categoryAt(columns, column, row))
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('carry no numbers that no site knows', () => {
    const sites = Array.from({ length: 100 }, (_, row) => ({ energizedMw: row, ...(row === 7 ? { feeds: 2 } : {}) }))
    const columns = buildColumns(sites)
    const one = packColumns(buildColumns(sites.map(({ energizedMw }) => ({ energizedMw }))))
    expect(packColumns(columns).length - one.length).toBeGreaterThanOrEqual(800)
    const back = unpackColumns(one)
    expect([...back.numbers.feeds].every(Number.isNaN)).toBe(true)
    expect(back.numbers.feeds).toBe(back.numbers.landAcres)
    expect(back.numbers.energizedMw[99]).toBe(99)
  })

  it('come back from any offset of a larger buffer', () => {
    const packed = packColumns(buildColumns([{ energizedMw: 12.5, state: 'TX', name: 'Ærø' }]))
    for (let offset = 0; offset < 9; offset += 1) {
      const larger = new Uint8Array(packed.length + 16)
      larger.set(packed, offset)
      const back = unpackColumns(larger.subarray(offset, offset + packed.length))
      expect(back.numbers.energizedMw[0]).toBe(12.5)
      expect(categoryAt(back, 'state', 0)).toBe('TX')
      expect(back.names).toEqual(['Ærø'])
    }
  })

  it('refuse a block that is cut short or is something else', () => {
    const packed = packColumns(buildColumns([{ energizedMw: 12.5 }]))
    expect(() => unpackColumns(packed.slice(0, packed.length - 1))).toThrow('cut short')
    expect(() => unpackColumns(new Uint8Array(3))).toThrow('not a block')
    expect(() => unpackColumns(utf8Encode('{"not":"columns"}'))).toThrow('not a block')
  })
})

describe('UTF-8', () => {
  it('brings every text back', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => utf8Decode(utf8Encode(text)) === text))
  })
})
