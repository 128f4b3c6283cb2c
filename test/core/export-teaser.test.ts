import { readFileSync } from 'node:fs'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Core, startCore } from '../../electron/core/client.ts'
import { codeName } from '../../electron/core/documents/export/code-name.ts'
import { CountyTable } from '../../electron/core/documents/export/county-table.ts'
import { jobDone } from '../../electron/core/job-done.ts'
import { loadReference } from '../../electron/core/load-reference.ts'
import { unpackColumns } from '../../shared/columns/unpack-columns.ts'
import type { SiteDetail } from '../../shared/contract/sites.ts'
import { EXPORT_FORMATS, type ExportFormat } from '../../shared/domain/export/export-format.ts'
import type { ExportProfile } from '../../shared/domain/export/export-profile.ts'
import type { Position } from '../../shared/domain/site/site-value.ts'
import { exportTo, SITES } from '../support/export-case.ts'
import { tempFolder } from '../support/temp-folder.ts'

const REFERENCE = 'data/reference'
const SECRET_FIELDS = ['name', 'operator', 'owner', 'aiDeal', 'note', 'utility', 'eiaPlantId', 'city'] as const
const NOTE = 'Seller is Jane Roe, wants 1.2m'

/** The bytes of a file, and of each part where it is a zip. */
function partsOf(file: string): Buffer {
  const bytes = readFileSync(file)
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return bytes
  return Buffer.concat([bytes, ...Object.values(unzipSync(bytes))])
}

describe('A teaser', () => {
  test('of the reference sites gives none of them away, in any format', async () => {
    const folder = tempFolder()
    const core = await startCore({
      catalogFile: path.join(folder, 'catalog.db'),
      outputFolder: path.join(folder, 'output'),
      resources: { reference: REFERENCE, basemap: '', fonts: '' },
      author: 'Ada',
    })
    onTestFinished(() => core.close())
    await loadReference(core, { reference: REFERENCE, basemap: '', fonts: '' })
    const { ids } = unpackColumns((await core.call('sites.columns', {})) as Uint8Array)
    await core.call('notes.write', { siteId: ids[0], text: NOTE })
    const secrets = await secretsOf(core, ids)
    expect(secrets.texts.length).toBeGreaterThan(1_500)
    expect(secrets.degrees.length).toBeGreaterThan(900)
    for (const format of EXPORT_FORMATS) {
      const bytes = partsOf(await exported(core, path.join(folder, 'output'), format, 'teaser'))
      const text = bytes.toString('utf8')
      expect(text.length).toBeGreaterThan(10_000)
      expect(secrets.texts.filter((secret) => text.includes(secret))).toEqual([])
      expect(secrets.degrees.filter((degrees) => bytes.includes(doubleBytes(degrees)))).toEqual([])
    }
    // The same search finds what an internal file holds, so that finding nothing means something.
    const internal = partsOf(await exported(core, path.join(folder, 'output'), 'csv', 'internal')).toString('utf8')
    expect(secrets.texts.filter((secret) => internal.includes(secret)).length).toBeGreaterThan(1_000)
  })

  test('is in the order of its code names, since the rank says something too', async () => {
    const file = path.join(tempFolder(), 'teaser.csv')
    await exportTo(file, 'csv', { profile: 'teaser' })
    const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\r\n')
    const names = lines.map((line) => line.split(',')[0])
    expect(names).toEqual(
      Object.keys(SITES)
        .map((id) => codeName('catalog', id))
        .sort(),
    )
  })

  test('leaves a text out that speaks of the site by its name', async () => {
    const file = path.join(tempFolder(), 'teaser.csv')
    await exportTo(file, 'csv', { profile: 'teaser', detailOf: () => telling() })
    const text = readFileSync(file, 'utf8')
    expect(text).not.toContain('Corsicana')
    expect(text).toContain('Navarro')
  })
})

describe('A file under NDA', () => {
  test('holds the facts, and neither notes nor what the team thinks of a site', async () => {
    const file = path.join(tempFolder(), 'nda.csv')
    await exportTo(file, 'csv', { profile: 'nda' })
    const text = readFileSync(file, 'utf8')
    expect(text).toContain('Alpha')
    expect(text.split('\r\n')[0]).not.toMatch(/rank|score|verdict|npv|notes/)
    expect(text).not.toContain('Called the broker')
  })
})

describe('A code name', () => {
  test('is the same each time, another in each catalog, and unique among very many sites', () => {
    expect(codeName('a', 'site-1')).toBe(codeName('a', 'site-1'))
    expect(codeName('a', 'site-1')).not.toBe(codeName('b', 'site-1'))
    const names = new Set(Array.from({ length: 20_000 }, (_, index) => codeName('a', `site-${index}`)))
    expect(names.size).toBe(20_000)
  })
})

describe('The county of a place', () => {
  const counties = CountyTable.read(REFERENCE)

  test.each([
    ['TX', 'Navarro', null, '48349'],
    ['TX', 'Navarro County', null, '48349'],
    ['LA', 'St. Charles Parish', null, '22089'],
    ['NM', 'Dona Ana', null, '35013'],
    ['TX', null, { latitude: 32.06, longitude: -96.45 }, '48349'],
    ['TX', 'no such county', { latitude: 32.06, longitude: -96.45 }, '48349'],
    ['MD', 'Baltimore', { latitude: 39.29, longitude: -76.61 }, '24510'],
    ['QC', null, { latitude: 48.4, longitude: -71.1 }, null],
    [null, null, null, null],
  ])('%s %s %o is %s', (state, county, position, fips) => {
    expect(counties.find(state, county, position)?.fips ?? null).toBe(fips)
  })
})

async function exported(core: Core, output: string, format: ExportFormat, profile: ExportProfile): Promise<string> {
  const input = { format, profile, scenario: { preset: '2026-07', changes: {} } }
  const { jobId } = (await core.call('exports.start', input)) as { jobId: string }
  const { result, error } = await jobDone(core, jobId)
  if (result?.type !== 'file') throw new Error(error?.message ?? 'The export has no file.')
  expect(result.name).toContain(profile === 'internal' ? 'sites.' : `-${profile}.`)
  return path.join(output, result.grant)
}

/** What a teaser may not hold, but for texts that some county, state or grid is called by. */
async function secretsOf(core: Core, ids: readonly string[]) {
  const public_ = readFileSync(path.join(REFERENCE, 'us_counties.csv'), 'utf8')
  const texts = new Set<string>([NOTE, 'Jane Roe'])
  const degrees = new Set<number>()
  const allowed = new Set<string>()
  for (const siteId of ids) {
    const { attributes } = (await core.call('sites.get', { siteId })) as SiteDetail
    for (const { field, value } of attributes) {
      if ((SECRET_FIELDS as readonly string[]).includes(field)) texts.add(String(value))
      else if (typeof value === 'string') allowed.add(value)
      if (field !== 'position') continue
      const { latitude, longitude } = value as Position
      degrees.add(latitude)
      degrees.add(longitude)
    }
    texts.add(siteId)
  }
  const known = `${public_}\n${[...allowed].join('\n')}`
  return {
    texts: [...texts].filter((text) => text.length >= 5 && !known.includes(text)),
    degrees: [...degrees].filter((value) => !public_.includes(String(value))),
  }
}

function doubleBytes(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return bytes
}

function telling(): SiteDetail {
  const values = { name: 'Corsicana', state: 'TX', county: 'Navarro', gridOperator: 'ERCOT (Corsicana feed)' } as const
  const attributes = Object.entries(values).map(([field, value]) => ({
    field: field as keyof typeof values,
    value,
    source: 'test',
    asOf: null,
    rung: 'claimed' as const,
    author: 'tester',
    origin: 'data_set' as const,
    dataSet: 'test',
    editedAt: null,
  }))
  return { siteId: 'x', attributes, notes: [], evidence: [], records: [] }
}
