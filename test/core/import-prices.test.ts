import { describe, expect, test } from 'vitest'
import { findNode } from '../../electron/core/prices/price-nodes.ts'
import { readChunks } from '../../electron/core/prices/read-chunks.ts'
import { memoryCatalog } from '../support/replica.ts'
import { sampleFiles } from '../support/sample-files.ts'
import { stageFile, stageText } from '../support/stage-into.ts'
import { tempCatalog } from '../support/temp-catalog.ts'

interface CsvTruth {
  readonly rows: number
  readonly price: { readonly min: number; readonly max: number; readonly mean: number; readonly negative: number }
  readonly points: { readonly distinct: number }
}
interface SheetTruth {
  readonly sheets: readonly [{ readonly rows: number; readonly numeric: Record<string, Numbers> }]
}
interface Numbers {
  readonly count: number
  readonly sum: number
  readonly min: number
  readonly max: number
}

const DAM = 'Delivery Date,Hour Ending,Repeated Hour Flag,Settlement Point,Settlement Point Price'
const hours = (rows: readonly string[]) => [DAM, ...rows].join('\n')

test('Prices with headings alone are refused in one sentence', async () => {
  const catalog = tempCatalog()
  const job = await catalog.importText(`Time Stamp,Name,PTID,LBMP ($/MWHr)\n`, { name: 'zones.csv' })
  expect(job.error?.message).toMatch(/^"zones\.csv" \(.+\) holds no record; choose a file with rows in it\.$/)
})

describe('Prices of real files', () => {
  for (const { file, name, truth } of sampleFiles('prices').filter((each) => each.name.endsWith('.csv')))
    test(`${name} has the rows, points and prices that an independent reader found`, async () => {
      const { recognised, staged } = await stageFile(memoryCatalog(), file)
      const { rows, price, points } = truth() as CsvTruth
      expect(recognised.kind).toBe('prices')
      expect(staged.records).toBe(rows)
      expect(staged.rejected).toEqual([])
      expect(staged.summary).toMatchObject({
        rows,
        points: points.distinct,
        min: price.min,
        max: price.max,
        negative: price.negative,
      })
      expect(staged.summary['mean']).toBeCloseTo(price.mean, 5)
    })

  for (const { file, name, truth } of sampleFiles('prices').filter((each) => each.name.endsWith('.xlsx')))
    test(`${name} has the rows and prices that an independent reader found`, async () => {
      const { staged } = await stageFile(memoryCatalog(), file)
      const { sheets } = truth() as SheetTruth
      const { rows, numeric } = sheets[0]
      const price = numeric['Settlement Point Price'] ?? numeric['Total']
      expect(staged.records).toBe(rows)
      expect(staged.summary).toMatchObject({ rows, min: price?.min, max: price?.max })
      expect(staged.summary['mean']).toBeCloseTo((price?.sum ?? 0) / (price?.count ?? 0), 6)
    })
})

describe('The hours of a market', () => {
  test('that come twice in the fall stay apart, and the one skipped in spring is refused', async () => {
    const db = memoryCatalog()
    const fall = Array.from({ length: 24 }, (_, i) => `11/06/2022,${String(i + 1).padStart(2, '0')}:00,N,HB_WEST,${i}`)
    const { staged } = await stageText(db, hours([...fall, '11/06/2022,02:00,Y,HB_WEST,99']))
    expect(staged.summary).toMatchObject({
      intervals: 25,
      fromUtc: '2022-11-06T05:00:00.000Z',
      toUtc: '2022-11-07T06:00:00.000Z',
    })
    const spring = await stageText(db, hours(['03/13/2022,03:00,N,HB_WEST,1', '03/13/2022,04:00,N,HB_WEST,2']))
    expect(spring.staged.rejected).toEqual([
      { row: 2, column: null, reason: 'names an hour that the clocks skipped that day' },
    ])
    expect(spring.staged.summary).toMatchObject({ fromUtc: '2022-03-13T08:00:00.000Z' })
  })

  test('without a mark in the fall are told apart by their order', async () => {
    const stamps = ['11/06/2022 00:00', '11/06/2022 01:00', '11/06/2022 01:00', '11/06/2022 02:00']
    const text = ['Time Stamp,Name,PTID,LBMP ($/MWHr)', ...stamps.map((stamp, i) => `${stamp},WEST,61752,${i}`)]
    const { staged } = await stageText(memoryCatalog(), text.join('\n'))
    expect(staged.summary).toMatchObject({ intervals: 4, toUtc: '2022-11-06T08:00:00.000Z' })
  })

  test('of New England take 02X for the second run, and a file cut short is refused by its own count', async () => {
    const text = [
      '"C","Day-Ahead Energy Market Hourly LMP Report"',
      '"H","Date","Hour Ending","Location ID","Location Name","Location Type","Locational Marginal Price"',
      '"H","Date","HE","String","String","String","Number"',
      '"D","11/06/2022","02","4000",".H.INTERNAL_HUB","HUB",40',
      '"D","11/06/2022","02X","4000",".H.INTERNAL_HUB","HUB",41',
    ]
    const { recognised, staged } = await stageText(memoryCatalog(), [...text, '"T","2 lines"'].join('\n'))
    expect(recognised.title).toContain('day-ahead')
    expect(staged.summary).toMatchObject({ rows: 2, intervals: 2, fromUtc: '2022-11-06T05:00:00.000Z' })
    await expect(stageText(memoryCatalog(), [...text, '"T","24 lines"'].join('\n'))).rejects.toThrow(
      '"file.csv" says in its last line that it has 24 rows and has 2, so a part is missing; fetch it again.',
    )
  })
})

describe('Layouts known from documentation', () => {
  test('MISO: a row a node, a column an hour, the date above, standard time all year', async () => {
    const he = Array.from({ length: 24 }, (_, i) => `HE ${i + 1}`)
    const text = [
      'Day Ahead Market ExPost LMPs',
      '07/01/2024',
      '',
      ',,,All Hours-Ending are Eastern Standard Time (EST)',
      ['Node', 'Type', 'Value', ...he].join(','),
      ['MINN.HUB', 'Hub', 'LMP', ...he.map((_, i) => i)].join(','),
      ['MINN.HUB', 'Hub', 'MCC', ...he.map(() => 0)].join(','),
    ]
    const { recognised, staged } = await stageText(memoryCatalog(), text.join('\n'))
    expect(recognised.format).toBe('prices.miso-lmp')
    expect(recognised.notes).toHaveLength(1)
    expect(staged.summary).toMatchObject({ rows: 2, points: 1, intervals: 24, fromUtc: '2024-07-01T05:00:00.000Z' })
  })

  test('SPP: ends of intervals, header names with blanks before them', async () => {
    const text = [
      'Interval, GMTIntervalEnd, Settlement Location, Pnode, LMP, MLC, MCC, MEC',
      '01/01/2024 00:05:00,01/01/2024 06:05:00,SPPNORTH_HUB,X,20,0,0,20',
      '01/01/2024 00:10:00,01/01/2024 06:10:00,SPPNORTH_HUB,X,-5,0,0,-5',
    ]
    const { staged } = await stageText(memoryCatalog(), text.join('\n'))
    expect(staged.summary).toMatchObject({
      intervals: 2,
      fromUtc: '2024-01-01T06:00:00.000Z',
      toUtc: '2024-01-01T06:10:00.000Z',
      min: -5,
    })
  })

  test('ERCOT by interval, with a flag for daylight saving', async () => {
    const text = [
      'DeliveryDate,DeliveryHour,DeliveryInterval,SettlementPointName,SettlementPointType,SettlementPointPrice,DSTFlag',
      '07/01/2024,1,1,7RNCHSLR_ALL,RN,"2,898.67",N',
    ]
    const { recognised, staged } = await stageText(memoryCatalog(), text.join('\n'))
    expect(recognised.format).toBe('prices.ercot-rtm')
    expect(staged.summary).toMatchObject({ max: 2898.67, fromUtc: '2024-07-01T05:00:00.000Z' })
  })
})

test('A row that cannot be read is rejected with its column and reason, and the others go in', async () => {
  const { staged } = await stageText(
    memoryCatalog(),
    hours([
      '13/45/2022,01:00,N,HB_WEST,1',
      '01/01/2022,99:00,N,HB_WEST,1',
      '01/01/2022,01:00,N,HB_WEST,n/a',
      '01/01/2022,02:00,N,HB_WEST,-3.5',
    ]),
  )
  expect(staged.rejected).toEqual([
    { row: 2, column: 'Delivery Date', reason: '"13/45/2022" is not a date such as 01/31/2022' },
    { row: 3, column: 'Hour Ending', reason: '"99:00" is not an hour from 1 to 24' },
    { row: 4, column: 'Settlement Point Price', reason: '"n/a" is not a price' },
  ])
  expect(staged).toMatchObject({ records: 4, accepted: 1, rejectedCount: 3 })
})

test('A later file adds its hours and replaces those it speaks of; undo brings the former prices back', async () => {
  const catalog = tempCatalog()
  const hour = (day: string, price: number) => `01/${day}/2022,01:00,N,HB_WEST,${price}`
  const first = await catalog.report(hours([hour('01', 10), hour('02', 20)]))
  expect(first).toMatchObject({ kind: 'prices', added: 2, updated: 0, unchanged: 0, removed: 0 })
  const second = hours([hour('02', 25), hour('03', 30)])
  expect(await catalog.report(second)).toMatchObject({ added: 1, updated: 1, unchanged: 0 })
  expect(await catalog.report(second)).toMatchObject({ added: 0, updated: 0, unchanged: 2 })
  const db = catalog.writer()
  const node = findNode(db, { market: 'ERCOT', run: 'day_ahead', name: 'HB_WEST', type: '' }) ?? -1
  const prices = () => readChunks(db, node).flatMap((chunk) => [...chunk.prices])
  expect(prices()).toEqual([10, 25, 30])
  await catalog.call['history.undo']({})
  expect(prices()).toEqual([10, 20])
  await catalog.call['history.redo']({})
  expect(prices()).toEqual([10, 25, 30])
})
