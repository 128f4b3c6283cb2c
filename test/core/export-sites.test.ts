import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import type { FeatureCollection, Point } from 'geojson'
import { describe, expect, test } from 'vitest'
import { csvLine } from '../../electron/core/documents/csv-cell.ts'
import { writeInPlace } from '../../electron/core/documents/write-in-place.ts'
import { CsvParser } from '../../electron/core/import/csv-parser.ts'
import { plainCell } from '../../electron/core/import/plain-cell.ts'
import { EXPORT_NAMES } from '../../shared/domain/export/export-columns.ts'
import { BUILT_IN_RULERS } from '../../shared/domain/ranking/built-in-rulers.ts'
import { DEFAULT_PRESET } from '../../shared/domain/scenario/presets.ts'
import { exportTo, SITES } from '../support/export-case.ts'
import { readImport } from '../support/read-import.ts'
import { tempFolder } from '../support/temp-folder.ts'

describe('Sites exported as CSV', () => {
  test('come back with every value when they are imported', async () => {
    const file = path.join(tempFolder(), 'out.csv')
    await exportTo(file, 'csv')
    const { opened, records, rejected } = await readImport({ path: file, name: 'out.csv' })
    expect(opened.format).toBe('sites-csv')
    expect(rejected).toEqual([])
    expect(Object.fromEntries(records.map(({ siteId, values }) => [siteId, values]))).toEqual(SITES)
  })

  test('end their lines in CR LF and carry rank, score, verdict and the value under each strategy', async () => {
    const file = path.join(tempFolder(), 'out.csv')
    await exportTo(file, 'csv')
    const text = readFileSync(file, 'utf8')
    const [header, ...rows] = new CsvParser('out.csv', ',').push(text, true)
    expect(header?.cells).toEqual(EXPORT_NAMES)
    expect(header?.cells.slice(-8)).toEqual([
      'rank',
      'score',
      'verdict',
      ...['mine', 'lease', 'cloud', 'colo', 'hybrid'].map((strategy) => `npv_usd_per_mw_${strategy}`),
    ])
    expect(rows.map((row) => row.cells[EXPORT_NAMES.indexOf('rank')])).toEqual(['1', '2'])
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text).not.toMatch(/NaN|Infinity|undefined/)
  })

  test('carry the scores of the ruler that was chosen', async () => {
    const file = path.join(tempFolder(), 'out.csv')
    const scores = async (more = {}) => {
      await exportTo(file, 'csv', more)
      const [, ...rows] = new CsvParser('out.csv', ',').push(readFileSync(file, 'utf8'), true)
      return rows.map((row) => row.cells[EXPORT_NAMES.indexOf('score')])
    }
    expect(await scores({ ruler: BUILT_IN_RULERS.ai })).not.toEqual(await scores())
    expect(await scores({ ruler: BUILT_IN_RULERS.combined })).toEqual(await scores())
  })

  test('hold no cell that a spreadsheet would run, and negative numbers stay numbers', async () => {
    const file = path.join(tempFolder(), 'out.csv')
    await exportTo(file, 'csv')
    const [, ...rows] = new CsvParser('out.csv', ',').push(readFileSync(file, 'utf8'), true)
    const cells = rows.flatMap((row) => row.cells)
    for (const cell of cells) if (/^[=+\-@\t\r]/.test(cell)) expect(Number(cell)).not.toBeNaN()
    expect(cells).toContain('-3.25')
  })

  test('any text is read back as it was', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '"', ',', 'a') }),
    )
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
        const [row] = new CsvParser('out.csv', ',').push(csvLine(['first', ...texts]), true)
        expect(row?.cells.slice(1).map(plainCell)).toEqual(texts)
      }),
    )
  })
})

describe('Sites exported as GeoJSON', () => {
  test('are one collection of points, longitude first, with units in the names of the properties', async () => {
    const file = path.join(tempFolder(), 'out.geojson')
    await exportTo(file, 'geojson')
    const collection = JSON.parse(readFileSync(file, 'utf8')) as FeatureCollection<Point>
    expect(collection.type).toBe('FeatureCollection')
    expect(collection).not.toHaveProperty('crs')
    const alpha = collection.features.find(({ id }) => id === 'alpha')
    expect(alpha?.geometry).toEqual({ type: 'Point', coordinates: [-97.5, 31.25] })
    expect(alpha?.properties).toMatchObject({
      name: 'Alpha "North", phase 1\r\nand 2',
      energized_mw: 120.5,
      power_price_usd_per_mwh: -3.25,
      grid_voltage_kv: 345,
      land_acres: null,
    })
    expect(alpha?.properties).toHaveProperty('npv_usd_per_mw_mine')
  })
})

describe('An export that does not end well', () => {
  test('leaves the file that was there, and nothing beside it, when it is cancelled', async () => {
    const folder = tempFolder()
    const file = path.join(folder, 'out.csv')
    writeFileSync(file, 'as before')
    await expect(exportTo(file, 'csv', { isCancelled: () => true })).rejects.toThrow(
      'The export was cancelled; no file was written.',
    )
    expect(readdirSync(folder)).toEqual(['out.csv'])
    expect(readFileSync(file, 'utf8')).toBe('as before')
  })

  test('names the assumption that is wrong before it writes anything', async () => {
    const file = path.join(tempFolder(), 'out.csv')
    const scenario = { preset: DEFAULT_PRESET, changes: { btcPriceUsd: -1 } }
    await expect(exportTo(file, 'csv', { scenario })).rejects.toThrow(/btcPriceUsd/)
    expect(existsSync(file)).toBe(false)
  })

  test('says that the folder is not there', async () => {
    const file = path.join(tempFolder(), 'no', 'out.csv')
    await expect(exportTo(file, 'csv')).rejects.toThrow('The folder does not exist; create it or choose another.')
  })

  test('says that the disk is full and leaves nothing behind', async () => {
    const folder = tempFolder()
    const full = writeInPlace(path.join(folder, 'out.csv'), () =>
      Promise.reject(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })),
    )
    await expect(full).rejects.toThrow('The disk is full; free some space and try again.')
    expect(readdirSync(folder)).toEqual([])
  })
})
