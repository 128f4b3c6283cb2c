import { describe, expect, test } from 'vitest'
import type { MemoInput } from '../../electron/core/documents/memo/memo-input.ts'
import { sitesCsv } from '../support/builders.ts'
import { memoInput, write } from '../support/memo-case.ts'
import { outsideOfPage, overlaps } from '../support/page-check.ts'
import { type TempCatalog, tempCatalog } from '../support/temp-catalog.ts'

async function withSubstation(): Promise<TempCatalog> {
  const catalog = tempCatalog()
  await catalog.report(sitesCsv([{ power_mw_energized: 200 }]))
  const substation = (name: string, longitude: number, volts: number) => ({
    type: 'Feature',
    properties: { NAME: name, MAX_VOLT: volts },
    geometry: { type: 'Point', coordinates: [longitude, 31.5] },
  })
  const features = [substation('HOLCOMBE', -97.2, 115), substation('DOUBLE MOUNTAIN', -97, 345)]
  await catalog.report(JSON.stringify({ type: 'FeatureCollection', features }), { name: 'substations.geojson' })
  return catalog
}

async function wordsOf(catalog: TempCatalog, changes: Partial<MemoInput> = {}) {
  const memo = await write(await memoInput(catalog, 'site-1', changes))
  expect(outsideOfPage(memo.runs)).toEqual([])
  expect(overlaps(memo.runs)).toEqual([])
  return memo.text.replace(/\s+/g, ' ')
}

describe('a memo on where a site lies', () => {
  test('lists the nearest of each kind once, with its source', async () => {
    const catalog = await withSubstation()
    const near = await catalog.call['nearby.ofSite']({ siteId: 'site-1' })
    const words = await wordsOf(catalog, { near })
    expect(words).toMatch(/Substation 2\.95 3\.69 90° HOLCOMBE, 115 kV substations\.geojson/)
    expect(words).toMatch(/300–449 kV 14\.8 18\.\d 90° DOUBLE MOUNTAIN, 345 kV/)
    expect(words).not.toContain('100–199 kV')
    expect(words).toContain('within 100 miles, not a survey; a route is taken as 1.25 times the straight line.')
    expect(await wordsOf(catalog)).not.toContain('HOLCOMBE')
  })

  test('says how much can be built on, and whether that still holds', async () => {
    const catalog = await withSubstation()
    await catalog.call['land.save']({
      siteId: 'site-1',
      request: { parcels: [{ kind: 'circle', acres: 100 }], setbackFt: 0, drawn: [], layers: [] },
    })
    const land = async () => (await catalog.call['land.options']({ siteId: 'site-1' })).saved
    expect(await wordsOf(catalog, { land: await land() })).toMatch(
      /Buildable land: 100\.0 of 100\.0 acres, from a circle of 100 acres around the site, measured by Ada on/,
    )
    await catalog.call['sites.edit']({ siteId: 'site-1', field: 'position', value: { latitude: 32, longitude: -97 } })
    expect(await wordsOf(catalog, { land: await land() })).toContain(
      'Out of date: a circle of 100 acres around the site was changed.',
    )
  })
})
