import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { deskFixture } from '../support/desk-fixture.ts'
import { tempFolder } from '../support/temp-folder.ts'

const fixture = deskFixture()
const SITE = 'Corsicana'

const HEADER =
  'Generation Interconnection Number,Nearest Town or County,State,TO at POI,Commercial Operation Date,Capacity,Request Received,Substation or Line,Status'
const queue = (updated: string, rows: readonly string[]) =>
  `"Last Updated On",${updated},\n${HEADER}\n${rows.join('\n')}\n`

const JUNE = queue('6/1/2026', [
  'GEN-1,Navarro,TX,OGE,1/1/2028,400,6/1/2021,Corsicana 345 kV,FACILITY STUDY STAGE',
  'GEN-2,Navarro,TX,OGE,1/1/2027,50,1/1/2019,Elsewhere 138 kV,IA PENDING',
])
const JULY = queue('7/1/2026', [
  'GEN-1,Navarro,TX,OGE,6/1/2029,350,6/1/2021,Corsicana 345 kV,FACILITY STUDY STAGE',
  'GEN-3,Navarro,TX,OGE,1/1/2030,90,1/1/2026,Elsewhere 138 kV,DISIS STAGE',
])
const PLANTS = [
  'Utility ID,Plant Code,Plant Name,State,County,Generator ID,Status,Nameplate Capacity (MW),Retirement Year,Latitude,Longitude',
  '1,999991,Made Up Station,TX,Navarro,1,RE,300,2019,32.1,-96.4',
  '1,999991,Made Up Station,TX,Navarro,2,OP,200,2029,32.1,-96.4',
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
}

it("a request is confirmed as a site's own, and the next edition says what changed", async () => {
  const { desk, page } = await fixture.openDesk()
  await importFile(page, 'june.csv', JUNE)
  await page.getByRole('button', { name: 'Records' }).waitFor()
  await desk.openSite(SITE)
  await desk.openTab('Gates')
  const section = desk.panel.getByRole('region', { name: 'Interconnection queue' })
  const suggested = section.getByRole('list', { name: 'Perhaps its own request' })
  expect(await suggested.getByRole('listitem').first().textContent()).toContain('POI says "corsicana", same county')
  await suggested.getByRole('button', { name: "SPP/GEN-1 is this site's own request" }).click()
  await section.getByRole('row', { name: 'Megawatts 1,000 MW 400 MW' }).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await suggested.waitFor()
  await page.getByRole('button', { name: 'Redo' }).click()
  await section.getByRole('row', { name: 'Megawatts 1,000 MW 400 MW' }).waitFor()

  await importFile(page, 'july.csv', JULY)
  await page.getByRole('button', { name: 'What changed' }).click()
  const changes = page.getByRole('dialog', { name: 'What changed in the queue' })
  await changes.getByText('1 request is in both editions; 3 are new, gone or otherwise').waitFor()
  await changes.getByRole('button', { name: 'Slipped 1' }).click()
  await changes.getByText('1 Jan 2028 → 1 Jun 2029').waitFor()
  expect(await changes.getByRole('row').count()).toBe(2)
  await changes.getByRole('button', { name: 'Close what changed' }).click()
  await section.getByRole('row', { name: 'Megawatts 1,000 MW 350 MW' }).waitFor()
})

it('a plant that retires becomes a site by a click, shows its units among its sources, and undo takes it away', async () => {
  const { desk, page } = await fixture.openDesk()
  await importFile(page, 'units.csv', PLANTS)
  await page.getByRole('button', { name: 'Records' }).click()
  await page.getByRole('button', { name: 'Candidate sites' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('300 MW retired, 200 MW retiring, the last in 2029').waitFor()
  await dialog.getByRole('button', { name: 'Add Made Up Station as a site' }).click()
  await dialog.getByText('No plant retires so much and is no site yet.').waitFor()
  await dialog.getByRole('button', { name: 'Close the plants' }).click()
  await expect.poll(() => desk.count.textContent()).toBe('499 of 499')
  await desk.openSite('Made Up Station')
  await desk.openTab('Sources')
  const plant = desk.panel.getByRole('region', { name: 'EIA plant 999991' })
  await plant.getByText('500 MW nameplate in 2 units: 300 MW retired, 200 MW retiring, the last in 2029.').waitFor()
  await plant.getByRole('row', { name: '1 300 Retired 2019' }).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await desk.search.fill('')
  await expect.poll(() => desk.count.textContent()).toBe('498 of 498')
})
