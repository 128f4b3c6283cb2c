import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { expectAccessible } from '../support/axe.ts'
import { deskFixture } from '../support/desk-fixture.ts'
import { tempFolder } from '../support/temp-folder.ts'

const fixture = deskFixture()

/** Lines from east to west over Texas, the stronger the further north. */
const LINES = JSON.stringify({
  type: 'FeatureCollection',
  features: [69, 138, 230, 345, 500, 765].map((kv, at) => ({
    type: 'Feature',
    properties: { NAME: `Line ${kv}`, VOLTAGE: kv, OWNER: at % 2 === 0 ? 'Oncor' : 'AEP' },
    geometry: {
      type: 'LineString',
      coordinates: [
        [-103, 28 + at],
        [-94, 28 + at],
      ],
    },
  })),
})

const QUEUE = [
  '"Last Updated On",6/1/2026,',
  'Generation Interconnection Number,Nearest Town or County,State,TO at POI,Commercial Operation Date,Capacity,Request Received,Substation or Line,Status',
  'GEN-1,Navarro,TX,OGE,1/1/2028,400,6/1/2021,Corsicana 345 kV,FACILITY STUDY STAGE',
  'GEN-2,Navarro,TX,OGE,1/1/2027,50,1/1/2019,Elsewhere 138 kV,IA PENDING',
  '',
].join('\n')

async function importFile(page: Page, name: string, content: string): Promise<void> {
  const file = path.join(tempFolder(), name)
  writeFileSync(file, content)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import', exact: true }).first().click()
  await (await chooser).setFiles(file)
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Nothing has been changed yet').waitFor()
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Pixels of the reference layers that are painted. */
const inked = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.leaflet-reference-pane canvas')
    if (!canvas) return 0
    // Read from a copy: reading the map's own canvas would make the browser draw it another way.
    const copy = document.createElement('canvas')
    copy.width = canvas.width
    copy.height = canvas.height
    const context = copy.getContext('2d', { willReadFrequently: true })
    context?.drawImage(canvas, 0, 0)
    const data = context?.getImageData(0, 0, copy.width, copy.height).data ?? []
    let count = 0
    for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) > 0) count += 1
    return count
  })

it('an imported map is drawn, styled and filtered by attribute, read in its table, and stays so for the next start', async () => {
  const { page } = await fixture.openDesk()
  expect(await inked(page)).toBe(0)
  await importFile(page, 'lines.geojson', LINES)
  await expect.poll(() => inked(page)).toBeGreaterThan(500)

  await page.getByRole('button', { name: 'Layers', exact: true }).click()
  const section = page.getByRole('region', { name: 'Reference layers' })
  await section.getByRole('button', { name: 'More for lines.geojson' }).click()
  await page.getByRole('menuitem', { name: 'Zoom to layer' }).click()
  await section.getByRole('button', { name: 'Style lines.geojson' }).click()
  await section.getByRole('combobox', { name: 'Colour by' }).selectOption('OWNER')
  await section.getByText('Oncor', { exact: true }).waitFor()
  const before = await inked(page)
  await section.getByRole('combobox', { name: 'Filter' }).selectOption('VOLTAGE')
  await section.getByRole('textbox', { name: 'least' }).fill('300')
  await section.getByRole('textbox', { name: 'least' }).press('Enter')
  await section.getByText('Filtered: VOLTAGE from 300').waitFor()
  await expect.poll(() => inked(page)).toBeLessThan(before * 0.7)
  expect(await inked(page)).toBeGreaterThan(0)

  await section.getByRole('button', { name: 'More for lines.geojson' }).click()
  await page.getByRole('menuitem', { name: 'Attribute table' }).click()
  const table = page.getByRole('region', { name: 'Attributes of lines.geojson' })
  await table.getByText('3 of 6').waitFor()
  await table.getByRole('button', { name: 'Show row 2 on the map' }).click()
  await table.locator('tr[data-chosen="true"]', { hasText: 'Line 500' }).waitFor()
  await expectAccessible(page)
  await table.getByRole('button', { name: 'Close the attribute table' }).click()

  await page.reload()
  await section.getByText('Filtered: VOLTAGE from 300').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await section.getByText('Filtered: VOLTAGE from 300').waitFor({ state: 'detached' })
  await section.getByText('Oncor', { exact: true }).waitFor()

  await importFile(page, 'june.csv', QUEUE)
  await section.getByRole('switch', { name: 'Show Queue requests by county' }).click()
  await section.getByText('300 to 800').waitFor()
  await section.getByRole('switch', { name: 'Show lines.geojson' }).click()
  await expect.poll(() => inked(page)).toBeGreaterThan(20)
})
