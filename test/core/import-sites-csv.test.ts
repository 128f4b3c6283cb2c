import { describe, expect, test } from 'vitest'
import { siteFieldOfName } from '../../electron/core/import/layouts/map-site-columns.ts'
import { SITE_FIELD_KEYS, siteField } from '../../shared/domain/site/site-fields.ts'
import { readImport, writeTempFile } from '../support/read-import.ts'

const importText = (text: string | Uint8Array, name?: string) => readImport(writeTempFile(text, name))

describe('A list of sites', () => {
  test('is read by what its columns mean, in any order and wording', async () => {
    const { opened, records, rejected } = await importText(
      [
        'Project,Lng,Lat,MW,Power price ($/MWh),Voltage (kV),Acres,ISO,Broker phone',
        'Alpha,-97.5,31.25,"1,250",$38.50,345,640,ERCOT,555-0100',
      ].join('\r\n'),
    )
    expect(opened).toMatchObject({ format: 'sites-csv', kind: 'sites', dataSetName: 'sites.csv' })
    expect(rejected).toEqual([])
    expect(records[0]?.values).toEqual({
      name: 'Alpha',
      position: { latitude: 31.25, longitude: -97.5 },
      plannedMw: 1250,
      powerPriceUsdPerMwh: 38.5,
      gridVoltageKv: 345,
      landAcres: 640,
      gridOperator: 'ERCOT',
    })
    expect(records[0]?.cells[records[0].header.indexOf('Broker phone')]).toBe('555-0100')
  })

  test('may give the position in one column', async () => {
    const { records } = await importText('name,coordinates\nAlpha,"31.25, -97.5"\n')
    expect(records[0]?.values.position).toEqual({ latitude: 31.25, longitude: -97.5 })
  })

  test('with semicolons may write decimals with a comma', async () => {
    const { records } = await importText('name;lat;lon;mw\nAlpha;31,25;-97,5;12,5\n')
    expect(records[0]?.values).toMatchObject({ plannedMw: 12.5, position: { latitude: 31.25, longitude: -97.5 } })
  })

  test('may begin with a byte-order mark', async () => {
    const { records } = await importText('\ufeffname,lat,lon\nÀlpha,1,2\n')
    expect(records[0]?.values.name).toBe('Àlpha')
  })

  test('that is not UTF-8 is read as windows-1252', async () => {
    const { records } = await importText(Buffer.from('name,lat,lon\nSaguenay \x96 Qu\xe9bec,1,2\n', 'latin1'))
    expect(records[0]?.values.name).toBe('Saguenay – Québec')
  })

  test('keeps characters whose bytes a read cuts in two', async () => {
    const names = Array.from({ length: 3_000 }, (_, index) => `${'é数'.repeat(40)}${index}`)
    const { records } = await importText(`name,lat,lon\n${names.map((name) => `${name},1,2\n`).join('')}`)
    expect(records.map((record) => record.values.name)).toEqual(names)
  })

  test('keeps HTML and formulas as the plain texts they are', async () => {
    const { records } = await importText(
      'site_id,name,lat,lon,note\n1,<script>alert(1)</script>,1,2,"=HYPERLINK(""http://x"",""y"")"\n2,=1+1,1,2,@SUM(A1)\n',
    )
    expect(records.map(({ values }) => [values.name, values.note])).toEqual([
      ['<script>alert(1)</script>', '=HYPERLINK("http://x","y")'],
      ['=1+1', '@SUM(A1)'],
    ])
  })

  test('takes each row for itself: what is wrong stays out with its column and reason, the rest goes in', async () => {
    const { records, rejected, rowsRead } = await importText(
      [
        'site_id,name,lat,lon,mw,kind,energization_date',
        'a,Good,31,-97,100,mining,2027-07',
        'b,Broken number,31,-97,12x,mining,',
        'c,Too far north,95,-97,100,mining,',
        'd,Unknown kind,31,-97,100,casino,',
        'e,Negative,31,-97,-5,mining,',
        'a,Same id,32,-98,100,mining,',
        'f,No position,,-97,100,mining,',
        'g,No such day,31,-97,100,mining,2027-13',
        'h,Too many cells,31,-97,100,mining,,surplus',
        ',,31,-97,100,mining,',
        'i,Few cells,31,-97',
      ].join('\n'),
    )
    expect(records.map((record) => record.siteId)).toEqual(['a', 'i'])
    expect(rejected).toEqual([
      { row: 3, column: 'mw', reason: '"12x" is not a number' },
      { row: 4, column: 'lat', reason: 'latitude 95 is outside -90 to 90' },
      { row: 5, column: 'kind', reason: expect.stringContaining('"casino" is not one of mining, hpc_campus') },
      { row: 6, column: 'mw', reason: '-5 is outside 0 to 100000' },
      { row: 7, column: 'site_id', reason: '"a" already stands in row 2' },
      { row: 8, column: 'lat', reason: 'is empty, and a site needs a position' },
      { row: 9, column: 'energization_date', reason: '"2027-13" is not a date such as 2027-07' },
      { row: 10, column: null, reason: 'has 8 cells where the header has 7' },
      { row: 11, column: 'site_id', reason: 'is empty, and the row has no name either' },
    ])
    expect(rowsRead).toBe(11)
  })

  test('says how well its megawatts are evidenced by how far the interconnection has come', async () => {
    const { records } = await importText(
      [
        'name,lat,lon,energized_mw,planned_mw,queue_status',
        'a,1,2,50,100,ia_signed',
        'b,1,2,,100,study',
        'c,1,2,,100,applied',
        'd,1,2,,100,unknown',
        'e,1,2,,100,',
      ].join('\n'),
    )
    expect(records.map((record) => record.rungs)).toEqual([
      { energizedMw: 'energized', plannedMw: 'agreement' },
      { plannedMw: 'study' },
      { plannedMw: 'application' },
      {},
      {},
    ])
  })

  test('takes the source and its date from the row, else names the file', async () => {
    const { records } = await importText(
      'name,lat,lon,source,as of\na,1,2,https://example.com/a,July 2026\nb,1,2,,\n',
      'broker.csv',
    )
    expect(records.map(({ source, asOf }) => [source, asOf])).toEqual([
      ['https://example.com/a', '2026-07'],
      ['broker.csv', null],
    ])
  })
})

describe('Sites without an id', () => {
  const ids = async (text: string, name?: string) => (await importText(text, name)).records.map(({ siteId }) => siteId)

  test('get the same one on every machine and in the next edition', async () => {
    const [first] = await ids('name,lat,lon\nAlpha,1,2\n')
    expect(first).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    expect(await ids('lat,lon,name,mw\n9,9,Beta,1\n1.5,2.5,Alpha,80\n')).toContain(first)
  })

  test('of one name are told apart by position, and the same row twice is rejected', async () => {
    const { records, rejected } = await importText('name,lat,lon\nAlpha,1,2\nAlpha,3,4\nAlpha,3,4\n')
    expect(new Set(records.map(({ siteId }) => siteId)).size).toBe(2)
    expect(rejected).toHaveLength(1)
    expect(rejected[0]?.row).toBe(4)
  })

  test('of one name in two lists are two sites', async () => {
    const text = 'name,lat,lon\nAlpha,1,2\n'
    expect(await ids(text, 'one.csv')).not.toEqual(await ids(text, 'two.csv'))
  })
})

describe('A column name', () => {
  test.each(SITE_FIELD_KEYS)('finds the field %s by its key, its snake case and its label', (key) => {
    const snake = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    expect([key, snake, siteField(key).label].map(siteFieldOfName)).toEqual([key, key, key])
  })

  test.each([
    ['power_price_usd_mwh', 'powerPriceUsdPerMwh'],
    ['voltage_kv', 'gridVoltageKv'],
    ['iso', 'gridOperator'],
    ['power_mw_energized', 'energizedMw'],
    ['site_id', null],
    ['frobnication', null],
  ])('%s means %s', (name, key) => {
    expect(siteFieldOfName(name)).toBe(key)
  })
})
