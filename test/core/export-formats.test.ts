import { readFileSync } from 'node:fs'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { Database } from '../../electron/core/db/database.ts'
import { plainCell } from '../../electron/core/import/plain-cell.ts'
import { EXPORT_COLUMNS } from '../../shared/domain/export/export-columns.ts'
import type { ExportFormat } from '../../shared/domain/export/export-format.ts'
import { exportTo, NOTE_TEXT, SITES } from '../support/export-case.ts'
import { hasOgr, OGR_NOTE, ogrLayers } from '../support/ogr.ts'
import { tempFolder } from '../support/temp-folder.ts'

async function written(format: ExportFormat, name: string, more: Parameters<typeof exportTo>[2] = {}): Promise<string> {
  const file = path.join(tempFolder(), name)
  await exportTo(file, format, more)
  return file
}

/** What a file says of the site `alpha`, whatever the format called the columns. */
const ALPHA = { energized_mw: 120.5, power_price_usd_per_mwh: -3.25, grid_voltage_kv: 345 }

describe('Sites exported as a workbook', () => {
  test(`hold every value in cells of its type, with notes and sources on sheets of their own, read by us ${OGR_NOTE}`, async () => {
    const file = await written('xlsx', 'out.xlsx')
    const { sheets } = await readXlsx(readFileSync(file))
    expect(sheets.map((sheet) => sheet.name)).toEqual(['Sites', 'Notes', 'Sources'])
    const [head, ...rows] = sheets[0]?.rows ?? []
    expect(head).toEqual(EXPORT_COLUMNS.map((column) => column.name))
    const alpha = rows.find((row) => row[0] === 'alpha') ?? []
    const cellOf = (name: string) => alpha[head?.indexOf(name) ?? -1]
    expect(cellOf('energized_mw')).toBe(120.5)
    expect(plainCell(String(cellOf('operator')))).toBe(SITES['alpha']?.operator)
    expect(sheets[1]?.rows[1]).toContain(NOTE_TEXT)
    expect(sheets[2]?.rows).toContainEqual(['alpha', 'energized_mw', '120.5', 'MW', 'test', null, 'claimed', 'test'])
    if (hasOgr) expect(ogrLayers(file)[0]?.features[0]?.properties).toMatchObject(ALPHA)
  })

  test('hold no cell that begins like a formula', async () => {
    const { sheets } = await readXlsx(readFileSync(await written('xlsx', 'out.xlsx')))
    const texts = sheets.flatMap((sheet) => sheet.rows.flat()).filter((cell) => typeof cell === 'string')
    expect(texts.length).toBeGreaterThan(40)
    expect(texts.filter((text) => /^[=+\-@\t\r]/.test(text))).toEqual([])
  })
})

describe('Sites exported as KML and KMZ', () => {
  test(`are one document with a folder for each verdict, styles and all columns, read by us ${OGR_NOTE}`, async () => {
    const file = await written('kml', 'out.kml')
    const text = readFileSync(file, 'utf8')
    expect(text.match(/<Folder>/g)?.length).toBeGreaterThan(0)
    expect(text.match(/<Placemark>/g)).toHaveLength(2)
    expect(text).toContain('<coordinates>-97.5,31.25</coordinates>')
    expect(text).toContain('&lt;b&gt;Beta&lt;/b&gt;')
    expect(text).toContain(`<description>${NOTE_TEXT}</description>`)
    expect(text).not.toMatch(/<Icon>|<NetworkLink|<href>/)
    if (!hasOgr) return
    const features = ogrLayers(file).flatMap((layer) => layer.features)
    const alpha = features.find(({ properties }) => properties?.['site_id'] === 'alpha')
    expect(alpha?.properties).toMatchObject(ALPHA)
    expect(alpha?.geometry).toMatchObject({ coordinates: [-97.5, 31.25] })
  })

  test('are the same document when zipped', async () => {
    const parts = unzipSync(readFileSync(await written('kmz', 'out.kmz')))
    expect(Object.keys(parts)).toEqual(['doc.kml'])
    expect(Buffer.from(parts['doc.kml'] ?? []).toString()).toBe(readFileSync(await written('kml', 'out.kml'), 'utf8'))
  })
})

describe('Sites exported as a GeoPackage', () => {
  test(`are a layer with envelopes, index and style, and tables of notes and sources, read by us ${OGR_NOTE}`, async () => {
    const file = await written('gpkg', 'out.gpkg')
    const db = new Database(file, { readonly: true })
    try {
      expect(db.pragma('application_id', { simple: true })).toBe(0x47504b47)
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(db.prepare('SELECT table_name, data_type FROM gpkg_contents').raw().all()).toEqual([
        ['sites', 'features'],
        ['notes', 'attributes'],
        ['sources', 'attributes'],
        ['layer_styles', 'attributes'],
      ])
      const alpha = db.prepare("SELECT * FROM sites WHERE site_id = 'alpha'").get() as Record<string, unknown>
      expect(alpha).toMatchObject({ ...ALPHA, name: SITES['alpha']?.name, operator: SITES['alpha']?.operator })
      const geometry = alpha['geom'] as Buffer
      expect(geometry.subarray(0, 2).toString()).toBe('GP')
      expect([8, 16, 24, 32].map((at) => geometry.readDoubleLE(at))).toEqual([-97.5, -97.5, 31.25, 31.25])
      const inBox = 'SELECT count(*) FROM rtree_sites_geom WHERE minx > -98 AND maxx < -97 AND miny > 31 AND maxy < 32'
      expect(db.prepare(inBox).pluck().get()).toBe(1)
      expect(db.prepare('SELECT text FROM notes').pluck().all()).toEqual([NOTE_TEXT])
      expect(db.prepare('SELECT styleQML FROM layer_styles').pluck().get()).toContain('categorizedSymbol')
    } finally {
      db.close()
    }
    if (!hasOgr) return
    const layer = ogrLayers(file).find(({ name }) => name === 'sites')
    expect(layer?.featureCount).toBe(2)
    expect(layer?.geometry).toBe('Point')
    expect(layer?.extent).toEqual([-97.5, -0, 179.999, 31.25])
    expect(layer?.features.find(({ properties }) => properties?.['site_id'] === 'alpha')?.properties).toMatchObject(
      ALPHA,
    )
  })
})

describe('Sites exported as a shapefile', () => {
  test(`are zipped with projection, encoding and what the short names stand for, read by us ${OGR_NOTE}`, async () => {
    const file = await written('shp', 'out.zip')
    const parts = unzipSync(readFileSync(file))
    const mapping = Buffer.from(parts['switchyard-sites-fields.csv'] ?? []).toString()
    expect(mapping).toContain('USD_MWH,power_price_usd_per_mwh,')
    if (!hasOgr) return
    const [layer] = ogrLayers(`/vsizip/${file}`)
    expect(layer?.features.find(({ properties }) => properties?.['SITE_ID'] === 'alpha')?.properties).toMatchObject({
      ENERG_MW: 120.5,
      USD_MWH: -3.25,
      OPERATOR: SITES['alpha']?.operator,
    })
    for (const field of layer?.fields ?? []) expect(field.length).toBeLessThanOrEqual(10)
    expect(new Set(layer?.fields).size).toBe(EXPORT_COLUMNS.length)
  })
})

describe('Queue projects', () => {
  const queueRows = () => [{ iso: 'ERCOT', queue_id: '24INR0001', capacity_mw: 250.5, project_name: '=SUM(A1)' }]

  test('go out as a table of their own when they are asked for, and never in a teaser', async () => {
    const { sheets } = await readXlsx(readFileSync(await written('xlsx', 'out.xlsx', { queueRows })))
    expect(sheets.map((sheet) => sheet.name)).toEqual(['Sites', 'Notes', 'Sources', 'Queue projects'])
    expect(sheets[3]?.rows[1]?.slice(0, 4)).toEqual(['ERCOT', '24INR0001', null, "'=SUM(A1)"])
    const db = new Database(await written('gpkg', 'out.gpkg', { queueRows }), { readonly: true })
    expect(db.prepare('SELECT iso, queue_id, capacity_mw FROM queue').raw().all()).toEqual([
      ['ERCOT', '24INR0001', 250.5],
    ])
    db.close()
    const teaser = await readXlsx(readFileSync(await written('xlsx', 'out.xlsx', { queueRows, profile: 'teaser' })))
    expect(teaser.sheets.map((sheet) => sheet.name)).toEqual(['Sites'])
  })
})

describe('Columns and sites of an export', () => {
  test('are the chosen ones, in the order of the profile', async () => {
    const file = await written('csv', 'out.csv', { columnNames: ['rank', 'name'], siteIds: ['alpha', 'gone'] })
    const [head, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\r\n')
    expect(head).toBe('name,rank')
    expect(lines.join('\r\n')).toMatch(/^"Alpha ""North"", phase 1\r\nand 2",\d$/)
  })

  test('that the profile does not show are refused with those it does', async () => {
    await expect(written('csv', 'out.csv', { profile: 'teaser', columnNames: ['name'] })).rejects.toThrow(
      /^The profile "Teaser" has no column "name"; choose from code_name, kind, status/,
    )
  })
})
