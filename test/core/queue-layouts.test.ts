import { describe, expect, test } from 'vitest'
import { openQueueFile } from '../../electron/core/queue/open-queue-file.ts'
import { resourceFolders } from '../../electron/host/paths.ts'
import { type BuiltSheet, buildWorkbook } from '../support/build-workbook.ts'
import { day, ercotSheets } from '../support/ercot-fixture.ts'
import { asCsv, QUEUE_FIXTURES } from '../support/queue-fixtures.ts'
import { writeTempFile } from '../support/read-import.ts'

const read = (content: string | Uint8Array, name = 'renamed.dat') =>
  openQueueFile(writeTempFile(content, name), resourceFolders().reference)

const shown = ({ projects }: Awaited<ReturnType<typeof read>>) =>
  projects.map(({ queueId, stage, capacityMw, queueDate }) => [queueId, stage, capacityMw, queueDate])

const FIXTURES = Object.entries(QUEUE_FIXTURES)
const ONE_SHEET = FIXTURES.filter(([, { sheets }]) => sheets.length === 1)

describe.each(FIXTURES)('%s', (_, { format, sheets, expected, rejected = 0 }) => {
  const check = async (changed: readonly BuiltSheet[], options = {}) => {
    const queue = await read(buildWorkbook(changed, options))
    expect(queue.format).toBe(format)
    expect(shown(queue)).toEqual(expected)
    expect(queue.rejected).toHaveLength(rejected)
    return queue
  }

  test('is recognised by its content and every record read', () => check(sheets))

  test('is read behind byte-order marks', () => check(sheets, { mark: '\ufeff' }))

  test('with rows above and further columns is the same, the columns kept', async () => {
    const queue = await check(
      sheets.map(({ rows, ...sheet }) => ({
        ...sheet,
        rows: [[], ['Saved by a colleague'], ...rows.map((row) => (row.length > 6 ? [...row, 'Whatever', 7] : row))],
      })),
    )
    expect(queue.records[0]?.row).toBe(((await check(sheets)).records[0]?.row ?? 0) + 2)
    expect(Object.values(queue.records[0]?.extra ?? {})).toContain('7')
  })

  test('knows the sheet and row of every record', async () => {
    for (const { sheet, row, project } of (await check(sheets)).records) {
      const cells = sheets.find(({ name }) => name === sheet)?.rows[row - 1]
      expect(cells?.map((cell) => String(cell).trim())).toContain(project.queueId)
    }
  })
})

test.each(ONE_SHEET)('%s saved as CSV is the same', async (_, { format, sheets, expected, rejected = 0 }) => {
  const [sheet] = sheets as [BuiltSheet]
  const queue = await read(asCsv(sheet))
  expect(queue.format).toBe(format)
  expect(shown(queue)).toEqual(expected)
  expect(queue.rejected).toHaveLength(rejected)
})

test('SPP without its banner is the same, only of no date', async () => {
  const { sheets, expected } = QUEUE_FIXTURES['SPP'] as (typeof QUEUE_FIXTURES)[string]
  const [{ rows }] = sheets as [BuiltSheet]
  expect((await read(buildWorkbook([{ name: 'x', rows }]))).asOf).toBe('2026-07-01')
  const bare = await read(buildWorkbook([{ name: 'x', rows: rows.slice(1) }]))
  expect(shown(bare)).toEqual(expected)
  expect(bare.asOf).toBeNull()
})

test('the list of the MISO interface is read like its CSV', async () => {
  const records = [
    {
      id: 1,
      projectNumber: 'J1',
      queueDate: '2025-10-07T01:41:17+00:00',
      county: '',
      state: 'Michigan',
      applicationStatus: 'Active',
      studyPhase: 'Phase 3',
      postGIAStatus: '',
      summerNetMW: 99.9,
      winterNetMW: 0,
      inService: null,
      negInService: '2027-04-28T04:00:00+00:00',
      withdrawnDate: null,
    },
    { id: 2, projectNumber: 'AA1', applicationStatus: 'mango', summerNetMW: 1, winterNetMW: 2 },
  ]
  const queue = await read(JSON.stringify(records))
  expect(queue.format).toBe('queue.miso')
  expect(queue.projects).toMatchObject([
    {
      queueId: 'J1',
      stage: 'facilities',
      capacityMw: 99.9,
      queueDate: '2025-10-06',
      proposedCod: '2027-04-28',
      county: null,
    },
  ])
  expect(queue.rejected).toEqual([
    { row: 1, column: 'Request Status', reason: '"mango" is not a status of this queue' },
  ])
})

describe('ERCOT GIS', () => {
  test.each([15, 21, 22, 24, 27, 30, 40])('with its header in row %i + 1 is the same', async (rowsAbove) => {
    const queue = await read(buildWorkbook(ercotSheets(rowsAbove)))
    expect(shown(queue)).toEqual(QUEUE_FIXTURES['ERCOT GIS']?.expected)
  })

  test('says its month and calls columns by what runs down below the header', async () => {
    const queue = await read(buildWorkbook(ercotSheets()))
    expect(queue).toMatchObject({ title: 'ERCOT GIS report, March 2026', asOf: '2026-03-31' })
    expect(queue.records[0]?.extra).toMatchObject({
      'Change indicators: Proj Name, MW': 'COD',
      'Financial Security and Notice': 'Yes',
    })
    expect(queue.records[1]?.project.statusDate).toBe('2026-01-15')
    expect(queue.records[0]?.fips).toEqual(['48331'])
  })

  test('takes a milestone of 1900 as not dated', async () => {
    const sheets = ercotSheets().map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) =>
        row.map((cell) =>
          cell instanceof Date && cell.getTime() === day('2022-03-04').getTime() ? day('1900-01-01') : cell,
        ),
      ),
    }))
    const { projects } = await read(buildWorkbook(sheets))
    expect(projects[0]?.queueDate).toBeNull()
  })
})

describe('Records', () => {
  const of = async (name: string) => {
    const fixture = QUEUE_FIXTURES[name]
    if (!fixture) throw new Error(name)
    return read(buildWorkbook(fixture.sheets))
  }

  test('of loads are loads, and a date known to the month or at the latest says so', async () => {
    const { records } = await of('NYISO')
    expect(records.map(({ project }) => project.direction)).toEqual([
      'generation',
      'load',
      'generation',
      'generation',
      'generation',
      'generation',
    ])
    expect(records[0]).toMatchObject({ project: { proposedCod: '2026-04-01' }, precision: { proposedCod: 'month' } })
    expect(records[1]).toMatchObject({ project: { statusDate: '2021-08-31', proposedCod: null, summerMw: null } })
    expect(records[3]).toMatchObject({
      project: { withdrawnDate: '2005-03-31' },
      precision: { withdrawnDate: 'at the latest' },
    })
  })

  test('name several counties, and near misses are only suggested', async () => {
    const { records } = await of('ISO-NE')
    expect(records[1]?.fips).toEqual(['23027', '23023'])
    const cluster = await of('CAISO cluster')
    expect(cluster.records[0]?.fips).toEqual([])
    expect([...cluster.countySuggestions]).toEqual([['king, CA', 'kings, CA']])
  })

  test('of LBNL count withdrawals from 1960 where the year beside them shows it', async () => {
    const { projects } = await of('LBNL through 2020')
    expect(projects[1]).toMatchObject({ withdrawnDate: '2007-01-31', queueDate: null, iso: 'CAISO' })
    expect((await of('LBNL through 2024')).projects[1]).toMatchObject({ withdrawnDate: '2023-06-23', iso: 'West' })
  })

  test('of CAISO take the Pacific day of a stamp', async () => {
    const { projects } = await of('CAISO')
    expect(projects[4]).toMatchObject({ withdrawnDate: '2011-06-16', stage: 'withdrawn' })
    expect(projects[3]).toMatchObject({ inServiceDate: '2009-10-02', proposedCod: '2005-06-30' })
  })
})
