import { readdirSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { constants, deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { JobSnapshot } from '../../shared/contract/jobs.ts'
import { buildWorkbook, workbookParts } from '../support/build-workbook.ts'
import { THREE_SITES } from '../support/builders.ts'
import { contentOf, peek, type TempCatalog, tempCatalog } from '../support/temp-catalog.ts'

const QUEUE_HEADER = ['Project ID', 'Name', 'State', 'County', 'Status', 'MFO', 'Submitted Date', 'Fuel'] as const
const PRICE_HEADER = 'Delivery Date,Hour Ending,Repeated Hour Flag,Settlement Point,Settlement Point Price'
const FEATURE = '{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}'
const KML = '<kml><Placemark><Point><coordinates>1,2</coordinates></Point></Placemark></kml>'

/** Imports a file, whose end is a hole where it is to be larger than its content. */
async function imported(
  catalog: TempCatalog,
  name: string,
  content: Uint8Array | string,
  byteLength?: number,
): Promise<JobSnapshot> {
  const formerly = new Set(readdirSync(catalog.folder))
  const grant = catalog.grantFile(name, content)
  const added = readdirSync(catalog.folder).find((each) => !formerly.has(each)) ?? ''
  if (byteLength !== undefined) truncateSync(path.join(catalog.folder, added), byteLength)
  const { jobId } = await catalog.call['imports.start']({ grant, dryRun: false })
  return catalog.jobDone(jobId)
}

/** The sentence of a refusal that left the catalog as it was. */
async function sentence(name: string, content: Uint8Array | string): Promise<string | undefined> {
  const catalog = tempCatalog()
  await catalog.report(THREE_SITES)
  const before = contentOf(catalog)
  const job = await imported(catalog, name, content)
  expect(job.state).toBe('failed')
  expect(job.error?.code).toBe('bad_input')
  expect(job.error?.message).toMatch(/^"[^\n]{10,500}\.$/)
  expect(contentOf(catalog)).toEqual(before)
  return job.error?.message
}

/** An archive of one part that grows to 201 MB and by less than a hundred times. */
function largePart(name: string): Uint8Array {
  const random = new Uint8Array(16_384)
  for (let index = 0; index < random.length; index += 1) random[index] = (index * index * 31 + (index >> 3)) & 0xff
  const megabyte = new Uint8Array(2 ** 20)
  for (let at = 0; at < megabyte.length; at += 2 * random.length) megabyte.set(random, at)
  const block = deflateRawSync(megabyte, { finishFlush: constants.Z_FULL_FLUSH, level: 1 })
  const data = Buffer.concat([...Array.from({ length: 201 }, () => block), deflateRawSync(new Uint8Array(0))])
  expect(data.length * 100).toBeGreaterThan(201 * 2 ** 20)
  const bytes = Buffer.from(zipSync({ [name]: new Uint8Array(0) }, { level: 0 }))
  const dataAt = 30 + name.length
  const [local, rest] = [bytes.subarray(0, dataAt), bytes.subarray(dataAt)]
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(data.length, 18)
  rest.writeUInt16LE(8, 10)
  rest.writeUInt32LE(data.length, 20)
  rest.writeUInt32LE(dataAt + data.length, rest.length - 22 + 16)
  return Buffer.concat([local, data, rest])
}

describe('A file that is broken or out to harm is refused in one sentence, and the catalog is as before', () => {
  test.each<[string, string, Uint8Array | string, RegExp]>([
    ['a queue whose JSON breaks off', 'a.json', '[{"projectNumber":"J1","applicationStatus":"Act', /breaks off/],
    [
      'a map whose JSON breaks off',
      'a.geojson',
      `{"features":[${FEATURE},{"type":"Fea`,
      /is not correct GeoJSON after/,
    ],
    ['a map that unpacks to 100 times its size', 'a.kmz', zipSync({ 'doc.kml': new Uint8Array(50e6) }), /100 times/],
    ['a map that unpacks to 201 MB', 'a.kmz', largePart('doc.kml'), /unpacks to more than 200 MB/],
    ['shapes that unpack to 201 MB', 'a.zip', largePart('a.shp'), /unpacks to more than 200 MB/],
    [
      'a map with a part outside itself',
      'a.kmz',
      zipSync({ 'doc.kml': strToU8(KML), '../x': strToU8('x') }),
      /outside/,
    ],
    [
      'shapes with a part outside',
      'a.zip',
      zipSync({ 'a.shp': strToU8('x'), 'b\\..\\..\\x': strToU8('x') }),
      /outside/,
    ],
    ['a map with entities', 'a.kml', `<!DOCTYPE k [<!ENTITY a "aa">]>${KML.replace('1,2', '&a;')}`, /entities/],
    [
      'a track with entities',
      'a.gpx',
      '<!DOCTYPE g [<!ENTITY a SYSTEM "file:///etc/passwd">]><gpx>&a;</gpx>',
      /entities/,
    ],
    ['a map nested without end', 'a.kml', `<kml>${'<Folder>'.repeat(100_000)}</kml>`, /not correct XML/],
    ['JSON nested without end', 'a.json', '['.repeat(200_000), /holds a header and no rows/],
    ['an empty file of any name', 'a.gpkg', '', /is empty/],
    ['text named a workbook', 'a.xlsx', 'hello\nworld\n', /has no column "name"/],
    ['a workbook named a map', 'a.kml', buildWorkbook([{ name: 'S', rows: [['a'], ['b']] }]), /nothing that it knows/],
    ['a list whose header repeats a name', 'a.csv', 'name,Latitude,latitude,longitude\na,1,2,3\n', /twice/],
  ])('%s', async (_, name, content, expected) => {
    expect(await sentence(name, content)).toMatch(expected)
  })

  test('an archive of more than 2 GB, of which not one part is read', async () => {
    const catalog = tempCatalog()
    await catalog.report(THREE_SITES)
    const before = contentOf(catalog)
    const job = await imported(catalog, 'large.xlsx', 'PK\x03\x04', 2 * 1024 ** 3 + 1)
    expect(job.error?.message).toMatch(/is larger than 2 GB; split it/)
    expect(contentOf(catalog)).toEqual(before)
  })
})

describe('What is odd and not wrong is read', () => {
  const queue = (...rows: (readonly (string | number | Date | null | { formula: string; value: number })[])[]) =>
    buildWorkbook([{ name: 'Planning', rows: [QUEUE_HEADER, ...rows] }])
  const project = (catalog: TempCatalog) =>
    peek<{ capacity_mw: number | null; queue_date: string | null; county: string | null }>(
      catalog,
      'SELECT capacity_mw, queue_date, county FROM queue_project ORDER BY position',
    )

  test('a formula counts by the value that was saved with it, and one without a value as a blank', async () => {
    const catalog = tempCatalog()
    const parts = workbookParts([
      {
        name: 'Planning',
        rows: [
          QUEUE_HEADER,
          [
            'AB1-001',
            'Wind',
            'OH',
            'Franklin',
            'Active',
            { formula: 'SUM(1,WEBSERVICE("http://x"))', value: 120 },
            new Date('2015-04-01T00:00:00Z'),
            'Wind',
          ],
          ['AB1-002', 'Wind', 'OH', 'Franklin', 'Active', { formula: '1/0', value: 0 }, null, 'Wind'],
        ],
      },
    ])
    const sheet = 'xl/worksheets/sheet1.xml'
    const xml = new TextDecoder().decode(parts[sheet]).replace('<f>1/0</f><v>0</v>', '<f>1/0</f>')
    const job = await imported(catalog, 'queue.xlsx', zipSync({ ...parts, [sheet]: strToU8(xml) }))
    expect(job.error).toBeNull()
    expect(project(catalog).map(({ capacity_mw }) => capacity_mw)).toEqual([120, null])
  })

  test('dates before 1950 are no dates, and capacities written as text are numbers or none', async () => {
    const catalog = tempCatalog()
    const row = (id: string, mw: string | number, date: string | number | Date) =>
      [id, 'Wind', 'OH', 'Franklin', 'Active', mw, date, 'Wind'] as const
    const job = await imported(
      catalog,
      'queue.xlsx',
      queue(
        row('AB1-001', '1,200.5', new Date('1900-01-01T00:00:00Z')),
        row('AB1-002', ' 80 ', '1/1/1949'),
        row('AB1-003', '95 MW', '1949-12-31'),
        row('AB1-004', 'TBD', 2),
        row('AB1-005', 40, '1/1/1950'),
      ),
    )
    expect(job.error).toBeNull()
    expect(project(catalog)).toMatchObject([
      { capacity_mw: 1_200.5, queue_date: null },
      { capacity_mw: 80, queue_date: null },
      { queue_date: null },
      { capacity_mw: null, queue_date: null },
      { capacity_mw: 40, queue_date: '1950-01-01' },
    ])
  })

  test('a mark of the encoding, line ends of every kind and bytes of an older encoding', async () => {
    const rows = ['AB1-001,Wind,OH,Doña Ana,Active,1,4/1/2015,Wind', 'AB1-002,Sun,NM,Doña Ana,Active,2,4/1/2015,Solar']
    const text = `${QUEUE_HEADER.join(',')}\r\n${rows[0]}\n${rows[1]}\r`
    for (const bytes of [
      Buffer.from(`\ufeff${text}`),
      Buffer.from(text, 'latin1'),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
    ]) {
      const catalog = tempCatalog()
      const job = await imported(catalog, 'queue.csv', bytes)
      expect(job.result).toMatchObject({ records: 2, rejectedCount: 0 })
      expect(project(catalog).map(({ county }) => county)).toEqual(['Doña Ana', 'Doña Ana'])
      await catalog.close()
    }
    const prices = tempCatalog()
    const hours = `\ufeff${PRICE_HEADER}\r01/01/2022,01:00,N,HB_WEST,1\r\n01/01/2022,02:00,N,HB_WEST,"2,000.5"\n`
    expect((await imported(prices, 'p.txt', hours)).result).toMatchObject({ kind: 'prices', records: 2 })
  })

  test('a map under the name of another', async () => {
    for (const name of ['a.csv', 'a.xlsx', 'a.zip', 'a']) {
      const job = await imported(tempCatalog(), name, KML)
      expect(job.result).toMatchObject({ format: 'layer.kml', records: 1 })
    }
  })
})

describe('A file of two million characters of one kind takes no more than its length, or the test would not end', () => {
  const MOST = 2_000_000
  const many = (text: string) => text.repeat(MOST / text.length)
  const sheets = workbookParts([{ name: 'S', rows: [['a'], ['b']] }])
  const withPart = (name: string, change: (xml: string) => string) =>
    zipSync({ ...sheets, [name]: strToU8(change(new TextDecoder().decode(sheets[name]))) }, { level: 0 })

  test.each<[string, Uint8Array | string]>([
    ['an attribute without end', `<gpx><wpt ${many('a')}/></gpx>`],
    ['blanks before anything else', `${many(' ')}POINT (1 2)`],
    ['blanks within a geometry', `POINT${many(' ')}Z(1 2)`],
    ['blanks within coordinates', KML.replace('1,2', `1${many(' ')}2`)],
    ['sheets without end', withPart('xl/workbook.xml', (xml) => xml + many('<sheet '))],
    ['formats without end', withPart('xl/styles.xml', (xml) => many('<cellXfs>') + xml + many('<numFmt '))],
    ['texts without end', withPart('xl/sharedStrings.xml', (xml) => xml.replace('<t', `${many('<rPh >')}<t`))],
    ['a row without end', withPart('xl/worksheets/sheet1.xml', (xml) => xml.replace('</row>', many('<c r="A1">')))],
  ])('%s', async (_, content) => {
    const job = await imported(tempCatalog(), 'a.bin', content)
    expect(job.error?.code).not.toBe('internal')
  })
})
