import { describe, expect, test } from 'vitest'
import { sitesCsv } from '../support/builders.ts'
import { memoInput, write } from '../support/memo-case.ts'
import { outsideOfPage, overlaps } from '../support/page-check.ts'
import { tempCatalog } from '../support/temp-catalog.ts'

async function memoOf(row: Record<string, string | number>) {
  const catalog = tempCatalog()
  await catalog.report(sitesCsv([row]))
  const memo = await write(await memoInput(catalog, 'site-1'))
  expect(outsideOfPage(memo.runs)).toEqual([])
  expect(overlaps(memo.runs)).toEqual([])
  return memo.text.replace(/\s+/g, ' ')
}

describe('a memo on gates and power', () => {
  test('lists the cure of a failed gate with its cost', async () => {
    const words = await memoOf({ power_mw_energized: 200, land_acres: 30 })
    expect(words).toMatch(/Near miss\. The failed gate can be cured for \$1\.50m/)
    expect(words).toContain('100 more acres, if a neighbor sells.')
  })

  test('has no near miss where no gate fails', async () => {
    expect(await memoOf({ power_mw_energized: 200, land_acres: 300 })).not.toContain('Near miss')
  })

  test('follows the claimed megawatts to those that can be used', async () => {
    const words = await memoOf({ power_mw_energized: 200, power_mw_contracted_or_planned: 500 })
    expect(words).toContain('Effective megawatts (')
    expect(words).toMatch(/Critical IT up to 140 MW/)
    expect(words).toContain('The largest of energized, planned and queued')
  })

  test('phases the megawatts of a ramp', async () => {
    const words = await memoOf({
      power_mw_energized: 200,
      power_mw_contracted_or_planned: 500,
      power_price_usd_mwh: 30,
      land_acres: 900,
    })
    expect(words).toMatch(/Hybrid and phasing\. .*The plan is worth \$/)
    expect(words).toContain('Columns are years from Jul 2026.')
    expect(await memoOf({ voltage_kv: 138 })).not.toContain('Hybrid and phasing')
  })

  test('counts no megawatts where none are named', async () => {
    expect(await memoOf({ voltage_kv: 138 })).not.toContain('Effective megawatts')
  })
})
