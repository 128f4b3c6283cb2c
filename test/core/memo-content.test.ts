import { describe, expect, test } from 'vitest'
import { BUILT_IN_RULERS } from '../../shared/domain/ranking/built-in-rulers.ts'
import { RULER } from '../../shared/domain/ranking/ruler.ts'
import { scenarioOfDeck } from '../../shared/domain/scenario/deck-values.ts'
import { sitesCsv } from '../support/builders.ts'
import { memoInput, write } from '../support/memo-case.ts'
import { outsideOfPage, overlaps } from '../support/page-check.ts'
import { type TempCatalog, tempCatalog } from '../support/temp-catalog.ts'

/** A memo's words without its line breaks. */
async function wordsOf(catalog: TempCatalog, siteId: string, changes = {}): Promise<string> {
  const memo = await write(await memoInput(catalog, siteId, changes))
  return memo.text.replace(/\s+/g, ' ')
}

async function catalogOf(...rows: Record<string, string | number>[]): Promise<TempCatalog> {
  const catalog = tempCatalog()
  await catalog.report(sitesCsv(rows))
  return catalog
}

describe('what a memo tells', () => {
  test('names scenario, ruler, author, date and catalog', async () => {
    const catalog = await catalogOf({ power_mw_energized: 100 })
    const { catalogId, revision } = await catalog.call['catalog.summary']({})
    const words = await wordsOf(catalog, 'site-1', {
      scenario: { preset: '2025-12', changes: { btcPriceUsd: 120_000 } },
    })
    expect(words).toContain(`${RULER.name}, version ${RULER.version}`)
    expect(words).toContain('December 2025, 1 change (2025-12)')
    expect(words).toContain('22 Nov 2026')
    expect(words).toContain('Jane Doe')
    expect(words).toContain(`${catalogId.slice(0, 8)}, revision ${revision}`)
    expect(words).toContain('not an engineering study')
    expect(words).toContain('Changed by the author of the scenario')
    expect(words).toContain('$120,000')
  })

  test('measures with the ruler that was chosen and names it', async () => {
    const catalog = await catalogOf({ power_mw_energized: 100 })
    const words = await wordsOf(catalog, 'site-1', { ruler: BUILT_IN_RULERS.ai })
    expect(words).toContain('Switchyard 2026, AI, version 1')
    expect(words).toContain('Liquid cooling on site')
    expect(words).not.toContain('Interruptible service')
  })

  test('lists the documents kept with the site by their hash', async () => {
    const catalog = await catalogOf({ power_mw_energized: 100 })
    const grant = catalog.grantFile('will-serve.pdf', '%PDF-1.7')
    const caption = 'Letter of the utility'
    await catalog.jobDone((await catalog.call['evidence.attach']({ siteId: 'site-1', grant, caption })).jobId)
    const [letter] = (await catalog.call['sites.get']({ siteId: 'site-1' })).evidence
    const words = await wordsOf(catalog, 'site-1')
    expect(words).toContain(`will-serve.pdf Letter of the utility ${letter?.sha256.slice(0, 32)}`)
  })

  test('names a deck by its version, and the source of each of its assumptions', async () => {
    const catalog = await catalogOf({ power_mw_energized: 100 })
    const { deckId } = await catalog.call['decks.save']({
      name: 'Bank case',
      asOf: '2026-08',
      note: 'For the credit committee.',
      base: { deckId: '2025-12' },
      values: { leaseRentUsdPerKwMonth: { value: 137, source: 'Term sheet', asOf: '2026-06', author: 'Ann' } },
    })
    const scenario = scenarioOfDeck(await catalog.call['decks.get']({ deckId }))
    const words = await wordsOf(catalog, 'site-1', { scenario })
    expect(words).toContain('Bank case, version 1 (2025-12)')
    expect(words).toContain('Deck Bank case, version 1, as of Aug 2026. For the credit committee.')
    expect(words).toContain('Term sheet (Jun 2026); entered by Ann')
  })

  test('shows claimed megawatts beside evidenced ones', async () => {
    const catalog = await catalogOf({ power_mw_contracted_or_planned: 400 })
    expect(await wordsOf(catalog, 'site-1')).toContain('– / 400 MW')
    await catalog.call['sites.edit']({ siteId: 'site-1', field: 'energizedMw', value: 120, rung: 'energized' })
    expect(await wordsOf(catalog, 'site-1')).toContain('120 / 400 MW')
  })

  test('says of a proxy price that it is one, and cites a quoted price', async () => {
    const catalog = await catalogOf({ power_mw_energized: 100 }, { power_mw_energized: 100, power_price_usd_mwh: 31.5 })
    expect(await wordsOf(catalog, 'site-1')).toContain('Proxy: TX industrial average')
    const quoted = await wordsOf(catalog, 'site-2')
    expect(quoted).toContain('$31.50/MWh')
    expect(quoted).toMatch(/\$31\.50\/MWh\. Quoted for the site \[1\]/)
  })

  test('numbers each source once, and tells an edit from a data set', async () => {
    const catalog = await catalogOf({ power_mw_energized: 100 })
    await catalog.call['sites.edit']({
      siteId: 'site-1',
      field: 'gridVoltageKv',
      value: 345,
      source: 'One-line diagram of 3 May',
      rung: 'study',
    })
    const words = await wordsOf(catalog, 'site-1')
    expect(words).toContain('[1] https://example.com/filing')
    expect(words).toContain('[2] One-line diagram of 3 May entered by Ada')
    expect(words).toContain('Grid voltage 345 kV study')
    expect(words).toContain('Change log')
  })

  test('lists among the open items what is unknown, rests on a claim, or is older than 24 months', async () => {
    const catalog = await catalogOf({ power_mw_energized: 100, land_acres: 300, source_date: '2023-01-05' })
    const words = await wordsOf(catalog, 'site-1')
    expect(words).toContain('Firm service unknown')
    expect(words).toContain('claim only')
    expect(words).toMatch(/older than 24 months.*Land \(5 Jan 2023\)/)
    expect(await wordsOf(await catalogOf({ land_acres: 300, source_date: '2025-01' }), 'site-1')).not.toContain(
      'older than 24 months',
    )
  })

  test('compares the site with the three nearest in rank', async () => {
    const catalog = await catalogOf(
      ...[300, 50, 500, 10, 120, 80].map((mw) => ({ power_mw_energized: mw, name: `Field ${mw}` })),
    )
    const memo = await write(await memoInput(catalog, 'site-2'))
    const at = memo.runs.findIndex(({ text }) => text.trim() === 'Peers nearest in rank')
    const end = memo.runs.findIndex(({ text }) => text.trim() === 'Open items')
    const peers = memo.runs
      .slice(at, end)
      .map(({ text }) => text)
      .join(' ')
    expect(peers.match(/Field \d+/g)).toHaveLength(4)
    expect(peers).toContain('Field 50')
  })

  test('prints the notes of the team, newest first', async () => {
    const catalog = await catalogOf({})
    await catalog.call['notes.write']({ siteId: 'site-1', text: 'Walked the fence.\nTwo gates.' })
    await new Promise((resolve) => setTimeout(resolve, 5))
    await catalog.call['notes.write']({ siteId: 'site-1', text: 'Called the utility.' })
    const words = await wordsOf(catalog, 'site-1')
    expect(words.indexOf('Called the utility.')).toBeLessThan(words.indexOf('Walked the fence.'))
    expect(words).toContain('Two gates.')
  })

  test('leaves out a section that has nothing to say and names it among the open items', async () => {
    const catalog = await catalogOf({ kind: '', status: '', state: '', country: '', source_url: '', source_date: '' })
    const input = await memoInput(catalog, 'site-1')
    const { columns } = input
    const numbers = {
      ...columns.numbers,
      latitude: Float64Array.of(Number.NaN),
      longitude: Float64Array.of(Number.NaN),
    }
    const memo = await write({
      ...input,
      columns: { ...columns, numbers },
      site: { ...input.site, attributes: [] },
    })
    const headings = memo.runs.filter(({ size }) => size > 10 && size < 11).map(({ text }) => text.trim())
    expect(headings).not.toContain('Location')
    expect(headings).not.toContain('Power and price')
    expect(headings).not.toContain('Attributes and sources')
    const words = memo.text.replace(/\s+/g, ' ')
    expect(words).toContain('Location nothing known')
    expect(words).toContain('Power and price nothing known')
    expect(outsideOfPage(memo.runs)).toEqual([])
    expect(overlaps(memo.runs)).toEqual([])
  })
})

test('a colleague disagreeing is told among the open items and at the source', async () => {
  const input = await memoInput(await catalogOf({ power_mw_energized: 100, voltage_kv: 138 }), 'site-1')
  const attributes = input.site.attributes.map((attribute) =>
    attribute.field === 'gridVoltageKv' ? { ...attribute, origin: 'conflict' as const, author: 'Ben' } : attribute,
  )
  const words = (await write({ ...input, site: { ...input.site, attributes } })).text.replace(/\s+/g, ' ')
  expect(words).toContain('Grid voltage contested')
  expect(words).toContain('entered by Ben; colleagues disagree')
})
