import { readFileSync } from 'node:fs'
import path from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import type { SiteDetail } from '../../shared/contract/sites.ts'
import { exportTo, SITES } from '../support/export-case.ts'
import { tempCatalog } from '../support/temp-catalog.ts'
import { tempFolder } from '../support/temp-folder.ts'

async function importBytes(bytes: Uint8Array, name = 'sites.xlsx') {
  const catalog = tempCatalog()
  const grant = catalog.grantFile(name, bytes)
  const { jobId } = await catalog.call['imports.start']({ grant, dryRun: false })
  const { result, error } = await catalog.jobDone(jobId)
  if (result?.type !== 'import') throw new Error(error?.message ?? 'The import has no report.')
  return { catalog, report: result }
}

function valuesOf({ attributes }: SiteDetail): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ field, value }) => [field, value]))
}

describe('A list of sites in a workbook', () => {
  test('that was exported comes back with every value', async () => {
    const file = path.join(tempFolder(), 'out.xlsx')
    await exportTo(file, 'xlsx')
    const { catalog, report } = await importBytes(readFileSync(file))
    expect(report).toMatchObject({
      format: 'sites-xlsx',
      title: 'List of sites, sheet "Sites"',
      added: 2,
      rejectedCount: 0,
    })
    for (const [siteId, values] of Object.entries(SITES)) {
      // A line in a cell of a workbook ends in a line feed alone.
      const expected = Object.entries(values).map(([key, value]) => [
        key,
        typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value,
      ])
      expect(valuesOf(await catalog.call['sites.get']({ siteId }))).toEqual(Object.fromEntries(expected))
    }
  })

  test('is found below a banner, on the sheet that holds it, under headings of any wording', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Read me', rows: [['Confidential']] },
        {
          name: 'Pipeline ',
          rows: [
            ['Acme Land, August 2026'],
            [],
            ['Project\nName', 'Lat', 'Long', 'MW', 'MW', 'COD'],
            ['Alpha', 31.25, -97.5, 120.5, 7, new Date(Date.UTC(2027, 6, 1))],
            ['Beta', 'north', -97.5, 80, null, null],
          ],
        },
      ],
    })
    const { catalog, report } = await importBytes(bytes)
    expect(report).toMatchObject({ added: 1, title: 'List of sites, sheet "Pipeline"' })
    expect(report.rejected).toEqual([{ row: 5, column: 'Lat', reason: '"north" is not a number' }])
    const [siteId = ''] = await catalog.call['sites.search']({ text: 'Alpha' })
    const detail = await catalog.call['sites.get']({ siteId })
    expect(valuesOf(detail)).toMatchObject({ name: 'Alpha', plannedMw: 120.5, energizationDate: '2027-07-01' })
    expect(detail.records[0]?.cells).toContainEqual(['MW (2)', '7'])
  })
})
