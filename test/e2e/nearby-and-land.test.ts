import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { expectAccessible } from '../support/axe.ts'
import { deskFixture } from '../support/desk-fixture.ts'
import { tempFolder } from '../support/temp-folder.ts'

const fixture = deskFixture()
const SITE = 'Corsicana'
/** Where the reference data place it. */
const [LONGITUDE, LATITUDE] = [-96.52103, 31.96362]

const layer = (geometry: object, properties: object) =>
  JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry, properties }] })

const SUBSTATION = layer(
  { type: 'Point', coordinates: [LONGITUDE + 0.05, LATITUDE] },
  { NAME: 'NAVARRO', MAX_VOLT: 345 },
)
/** Everything east of the site is in the 100-year flood. */
const FLOOD = layer(
  {
    type: 'Polygon',
    coordinates: [
      [
        [LONGITUDE, LATITUDE - 0.2],
        [LONGITUDE + 0.2, LATITUDE - 0.2],
        [LONGITUDE + 0.2, LATITUDE + 0.2],
        [LONGITUDE, LATITUDE + 0.2],
        [LONGITUDE, LATITUDE - 0.2],
      ],
    ],
  },
  { FLD_ZONE: 'AE' },
)

async function importLayer(page: Page, name: string, content: string): Promise<void> {
  const file = path.join(tempFolder(), name)
  writeFileSync(file, content)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import', exact: true }).first().click()
  await (await chooser).setFiles(file)
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Nothing has been changed yet').waitFor()
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

it('distances come from imported layers, fill fields by a click, and land is measured, kept and taken back', async () => {
  const { desk, page } = await fixture.openDesk()
  await desk.openSite(SITE)
  await desk.openTab('Nearby')
  const near = desk.panel.getByRole('region', { name: 'Near this site' })
  await near.getByText(/^No layer in the catalog for \d+ kinds$/).click()
  await near.getByText('Import HIFLD electric power transmission lines').waitFor()
  await importLayer(page, 'substations.geojson', SUBSTATION)
  await importLayer(page, 'S_FLD_HAZ_AR.geojson', FLOOD)

  await near.getByText('NAVARRO, 345 kV').waitFor()
  await near.getByText('2.94 mi E').waitFor()
  await near.getByRole('button', { name: 'Show the line to the substation on the map' }).click()
  await near.getByRole('button', { name: 'Use 2.94 mi as distance to substation', exact: true }).click()
  await near.getByText(/^Distance to substation: 2\.94 mi, by /).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await near.getByText('Distance to substation: unknown').waitFor()
  await expectAccessible(page)

  const land = desk.panel.getByRole('region', { name: 'Buildable land' })
  await land.getByRole('textbox', { name: 'Acres of the circle' }).fill('400')
  await land.getByRole('button', { name: 'Measure', exact: true }).click()
  await land.getByText('200.0 acres', { exact: true }).waitFor()
  await land.getByRole('row', { name: 'S_FLD_HAZ_AR.geojson −200.0 −200.0' }).waitFor()
  await land.getByRole('button', { name: 'Show on the map' }).click()
  await land.getByRole('button', { name: 'Use 200.0 acres as buildable land' }).click()
  await land.getByText('In use as the buildable land of the site.').waitFor()
  await desk.openTab('Gates')
  await desk.panel.getByText(/^200 buildable acres, 0\.\d+ acres\/MW$/).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await desk.openTab('Nearby')
  await land.getByRole('button', { name: 'Measure', exact: true }).waitFor()
  expect(await land.getByRole('row').count()).toBe(0)
})
