import { describe, expect, test } from 'vitest'
import { openReader } from '../../electron/core/db/open-catalog.ts'
import { readMarkets } from '../../electron/core/documents/memo/read-markets.ts'
import { unpackColumns } from '../../shared/columns/unpack-columns.ts'
import { sitesCsv } from '../support/builders.ts'
import { memoInput, write } from '../support/memo-case.ts'
import { outsideOfPage, overlaps } from '../support/page-check.ts'
import { type TempCatalog, tempCatalog } from '../support/temp-catalog.ts'

const QUEUE_HEADER =
  'Generation Interconnection Number,Nearest Town or County,State,TO at POI,Commercial Operation Date,Capacity,Request Received,Substation or Line,Status'
const QUEUE = `"Last Updated On",7/1/2026,
${QUEUE_HEADER}
GEN-1,Milam,TX,OGE,1/1/2028,200,6/1/2021,Sandow 345 kV,FACILITY STUDY STAGE
GEN-2,Milam,TX,OGE,1/1/2027,50,1/1/2019,SANDOW  345kV,IA PENDING
GEN-3,Milam,TX,OGE,1/1/2030,70,1/1/2023,Elsewhere 138 kV,DISIS STAGE
GEN-4,Bell,TX,OGE,1/1/2030,90,1/1/2020,Other 138 kV,DISIS STAGE
`

/** A summer's day at $20/MWh but for an hour at 5,000 at 17:00 and two below zero at night. */
const pricesOf = (date: string) =>
  [
    'Delivery Date,Hour Ending,Repeated Hour Flag,Settlement Point,Settlement Point Price',
    ...Array.from({ length: 24 }, (_, hour) => {
      const price = hour === 16 ? 5_000 : hour < 2 ? -10 : 20
      return `${date},${String(hour + 1).padStart(2, '0')}:00,N,HB_WEST,${price}`
    }),
  ].join('\n')
const NODE = 'ERCOT/day_ahead/HB_WEST'

async function withMarkets(date = '07/14/2022'): Promise<TempCatalog> {
  const catalog = tempCatalog()
  await catalog.report(sitesCsv([{ county: 'Milam', state: 'TX' }, { state: 'OK' }]))
  await catalog.report(QUEUE, { name: 'gi-active.csv' })
  await catalog.report(pricesOf(date), { name: 'dam.csv' })
  return catalog
}

async function wordsOf(catalog: TempCatalog, siteId = 'site-1', peakHours: Record<string, string[]> = {}) {
  const input = await memoInput(catalog, siteId)
  const columns = unpackColumns(await catalog.call['sites.columns']({}))
  const db = openReader(catalog.file)
  try {
    const markets = db.transaction(() =>
      readMarkets(db, input.site, columns, { scenario: input.scenario, peakHours }),
    )()
    const memo = await write({ ...input, ...markets })
    expect(outsideOfPage(memo.runs)).toEqual([])
    expect(overlaps(memo.runs)).toEqual([])
    return memo.text.replace(/\s+/g, ' ')
  } finally {
    db.close()
  }
}

const confirm = (catalog: TempCatalog, value: string) =>
  catalog.call['sites.edit']({ siteId: 'site-1', field: 'queueProject', value })

describe('a memo on the interconnection queue', () => {
  test("names the site's own request and what was filed before it at its point, in its county and state", async () => {
    const catalog = await withMarkets()
    await confirm(catalog, 'SPP/GEN-1')
    const words = await wordsOf(catalog)
    expect(words).toContain('SPP/GEN-1 Facilities study 200 MW Sandow 345 kV 1 Jun 2021 1 Jan 2028')
    expect(words).toContain('At Sandow 345 kV 1 50 MW none not told too few')
    expect(words).toContain('Milam, TX 1 50 MW none not told too few')
    expect(words).toMatch(/TX 2 140 MW none not told too few/)
    expect(words).toContain(
      "Request: gi-active.csv, row 3. Ahead are requests neither built nor given up, filed no later than the site's own;",
    )
    expect(words).toMatch(/Source: SPP [^.]*as of 1 Jul 2026\./)
  })

  test('says that no request is confirmed, or that no queue holds it any more', async () => {
    const catalog = await withMarkets()
    expect(await wordsOf(catalog)).toMatch(/No request is confirmed as the site's own\. .*Milam, TX 3 320 MW none/)
    await confirm(catalog, 'ERCOT/26INR0003')
    expect(await wordsOf(catalog)).toContain(
      "ERCOT/26INR0003 is confirmed as the site's own request; no queue in the catalog holds it any more.",
    )
  })

  test('is silent where no queue speaks of the place', async () => {
    expect(await wordsOf(await withMarkets(), 'site-2')).not.toContain('Interconnection queue')
  })
})

describe('a memo on market prices', () => {
  const attach = (catalog: TempCatalog, value: string | null) =>
    catalog.call['sites.edit']({ siteId: 'site-1', field: 'priceNode', value })

  test('tells what the hours of the node cost and what a mine pays that stops above its break-even', async () => {
    const catalog = await withMarkets()
    await attach(catalog, NODE)
    const words = await wordsOf(catalog)
    expect(words).toContain(`Market prices at ${NODE}`)
    expect(words).toContain('All hours $225.00 −$10.00 −$10.00 −$10.00 $20.00 $20.00 $20.00 $20.00 $5,000.00 $5,000.00')
    expect(words).toContain('Hours below zero 2 of 24')
    expect(words).toMatch(/Summer peak hours, by price \$5,000\.00\/MWh .*14 Jul 2022 \$5,000\. It stands in/)
    expect(words).toMatch(/A mine that stops above \$\d+\.\d\d\/MWh 95\.8% uptime, \$17\.39\/MWh/)
    expect(words).toMatch(/Computers that take every hour \$225\.00\/MWh 1 of their hours cost more than/)
    expect(words).toMatch(/Source: .*14 Jul 2022 to 15 Jul 2022, 100% of the hours\./)
  })

  test('count the system peaks that a person named, and say in which the node has no price', async () => {
    const catalog = await withMarkets()
    await attach(catalog, NODE)
    const words = await wordsOf(catalog, 'site-1', { ERCOT: ['2022-07-14T15', '2022-08-20T16'] })
    expect(words).toContain(
      'System peaks (4CP) $20.00/MWh Mean of the peaks that were named: 14 Jul 2022 $20. No price in 2022-08-20T16.',
    )
    expect(words).not.toContain('Summer peak hours')
  })

  test('do not tell of summer peaks that they do not hold', async () => {
    const catalog = await withMarkets('01/14/2022')
    await attach(catalog, NODE)
    expect(await wordsOf(catalog)).toContain('Summer peak hours, by price not known')
  })

  test('are left out where no node is attached or the catalog has none of its prices', async () => {
    const catalog = await withMarkets()
    expect(await wordsOf(catalog)).not.toContain('Market prices')
    await attach(catalog, 'ERCOT/day_ahead/HB_NORTH')
    expect(await wordsOf(catalog)).not.toContain('Market prices at')
  })
})
