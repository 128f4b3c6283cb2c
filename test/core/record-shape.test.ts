import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packCells, unpackCells } from '../../electron/core/site/packed-cells.ts'
import { RecordShape } from '../../electron/core/site/record-shape.ts'
import { parseRecord, type RecordValues } from '../../electron/core/site/site-records.ts'

const cell = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '\u001f', '\u001e', '\u0000', '["a"]', '\ud800', '数据中心', '12', '1e3', ' 7 ', '-0', '1,200'),
)
const shape = new RecordShape({ name: 0, plannedMw: 1, landAcres: 2, latitude: 3, longitude: 4, kind: 5 })

test('packed cells come back as they were, and several rows can be told apart', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1 }), (rows) => {
      const packed = rows.map(packCells)
      expect(packed.join('\u001e').split('\u001e').map(unpackCells)).toEqual(rows)
      expect(packed.every((text) => text.isWellFormed())).toBe(true)
    }),
  )
})

/** The values that a record can have: JSON knows no negative zero and nothing that is no number. */
function plain(values: RecordValues): RecordValues {
  const { position, ...others } = JSON.parse(JSON.stringify(values)) as RecordValues
  const isPlace = Object.values((position ?? {}) as object).every(Number.isFinite)
  return Object.fromEntries(
    Object.entries({ ...others, ...(isPlace ? { position } : {}) }).filter(([, value]) => (value ?? null) !== null),
  )
}

test('a record comes back from its cells and what they do not say, whatever was read from them', () => {
  const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(12, 1000, 1200))
  fc.assert(
    fc.property(
      fc.array(cell, { maxLength: 7 }),
      fc.record(
        {
          name: fc.string({ minLength: 1 }),
          plannedMw: number,
          landAcres: number,
          position: fc.record({ latitude: number, longitude: number }),
          kind: fc.constantFrom('mining', 'hybrid'),
          queueMw: number,
          owner: fc.string({ minLength: 1 }),
        },
        { requiredKeys: [] },
      ),
      fc.boolean(),
      (cells, read, isAsItStands) => {
        const values = plain(isAsItStands ? { ...shape.values(cells, null), ...read } : read)
        const rest = shape.rest(values, cells)
        const back = parseRecord([rest === null ? '{}' : JSON.stringify(rest), null, shape.json, packCells(cells)])
        expect(plain(back.values)).toEqual(values)
      },
    ),
  )
})

test('a row whose values are its cells keeps nothing beside them', () => {
  const cells = ['Alpha', '1200', '', '31.50', '-97.25', 'mining', 'broker']
  const values = { name: 'Alpha', plannedMw: 1200, position: { latitude: 31.5, longitude: -97.25 }, kind: 'mining' }
  expect(shape.rest(values, cells)).toBeNull()
  expect(shape.values(cells, null)).toEqual(values)
  expect(RecordShape.parse(shape.json).values(cells, null)).toEqual(values)
})
