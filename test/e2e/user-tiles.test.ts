import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { expectAccessible } from '../support/axe.ts'
import { deskFixture } from '../support/desk-fixture.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { colorTiles, writeMbtiles, writePmtilesFile } from '../support/tile-fixtures.ts'
import { townLayerIds, townTiles } from '../support/town-tiles.ts'

const fixture = deskFixture()

/** What axe-core says about controls, their names and their contrast. */
const RULES = [
  ...[
    'aria-allowed-attr',
    'aria-valid-attr',
    'aria-valid-attr-value',
    'button-name',
    'color-contrast',
    'label',
    'list',
  ],
  ...['listitem', 'nested-interactive', 'definition-list', 'dlitem', 'aria-input-field-name', 'aria-dialog-name'],
]

/** Drops a file on the window, as from the system's file manager. */
async function drop(page: Page, file: string, name: string): Promise<void> {
  const bytes = readFileSync(file).toString('base64')
  const transfer = await page.evaluateHandle(
    ([content, fileName]) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(atob(content), (each) => each.charCodeAt(0))], fileName))
      return data
    },
    [bytes, name] as const,
  )
  await page.locator('body').dispatchEvent('drop', { dataTransfer: transfer })
}

/** How many pixels the user's tiles draw, all in all. */
function inkOfTiles(page: Page): Promise<number> {
  return page.evaluate(() => {
    // Read from a canvas of the test's own: the browser warns of canvases that are drawn and read in turn.
    const probe = new OffscreenCanvas(300, 300)
    const context = probe.getContext('2d', { willReadFrequently: true })!
    let ink = 0
    for (const canvas of document.querySelectorAll<HTMLCanvasElement>('.map-user-tiles canvas')) {
      context.clearRect(0, 0, 300, 300)
      context.drawImage(canvas, 0, 0)
      const { data } = context.getImageData(0, 0, 300, 300)
      for (let at = 3; at < data.length; at += 4) if (data[at]! > 0) ink += 1
    }
    return ink
  })
}

it('lays streets and imagery of the user under the sites, tests them for the field, and says when a file is gone', async () => {
  const { page, dataFolder, expectIncident } = await fixture.openDesk()
  const folder = tempFolder()
  const streets = path.join(folder, 'streets')
  const imagery = path.join(folder, 'imagery.mbtiles')
  writePmtilesFile(streets, townTiles('openmaptiles', 3, 8), {
    metadata: {
      name: 'Waco streets',
      attribution: '<script>alert(1)</script><a href="https://openstreetmap.org">© OpenStreetMap</a>',
      vector_layers: townLayerIds('openmaptiles').map((id) => ({ id })),
    },
  })
  writeMbtiles(imagery, colorTiles(0, 4), { metadata: { name: 'Imagery', attribution: 'County of Nowhere' } })

  await drop(page, streets, 'anything.bin')
  const panel = page.getByRole('region', { name: 'Your tiles' })
  await panel.getByText('OpenMapTiles vector').waitFor()
  await page.getByText('Added the tiles Waco streets.').waitFor()
  const credit = page.locator('.map-credit')
  expect(await credit.textContent()).toContain('© OpenStreetMap')
  expect(await credit.textContent()).not.toContain('alert')

  const chooser = page.waitForEvent('filechooser')
  await panel.getByRole('button', { name: 'Add a file of tiles' }).click()
  await (await chooser).setFiles(imagery)
  await panel.getByText('raster · z0–4').waitFor()
  await expect.poll(() => inkOfTiles(page)).toBeGreaterThan(100_000)
  expect(await credit.textContent()).toContain('County of Nowhere')
  const names = panel.locator('.tile-row__name')
  expect(await names.allTextContents()).toEqual(['Imagery', 'Waco streets'])

  await panel.getByRole('button', { name: /^Imagery/ }).click()
  await panel.getByRole('slider', { name: 'Opacity' }).first().fill('40')
  await expect
    .poll(() =>
      page
        .locator('.map-user-tiles')
        .last()
        .evaluate((each) => each.style.opacity),
    )
    .toBe('0.4')
  await panel.getByRole('button', { name: 'Turn the rows of Imagery over' }).click()
  await panel.getByRole('button', { name: 'Turn the rows of Imagery back' }).waitFor()
  await expectAccessible(page, RULES)
  await panel.getByRole('button', { name: 'Move Imagery down' }).click()
  await expect.poll(() => names.allTextContents()).toEqual(['Waco streets', 'Imagery'])

  await panel.getByRole('button', { name: 'Test this bundle' }).click()
  const dialog = page.getByRole('dialog', { name: 'This bundle works without a network' })
  await dialog.getByText('Waco streets').or(dialog.getByText('anything.bin')).first().waitFor()
  await expectAccessible(page, RULES)
  await dialog.getByRole('button', { name: 'Close', exact: true }).click()

  await panel.getByRole('button', { name: 'Add tiles from the network' }).click()
  const form = panel.getByRole('form', { name: 'Tiles from the network' })
  await form.getByLabel('Address').fill('https://tile.openstreetmap.org/{z}/{x}/{y}.png')
  await form.getByText('forbids downloading its tiles in bulk').waitFor()
  await form.getByRole('button', { name: 'Add', exact: true }).click()
  await panel.getByText('needs network').waitFor()
  await panel.getByRole('button', { name: 'Show tile.openstreetmap.org' }).waitFor()

  // What was dropped lies in the data folder; without it the layer says so, and the rest goes on.
  expectIncident(/410/)
  const kept = path.join(dataFolder, 'tiles')
  const copies = readdirSync(kept).map((name) => path.join(kept, name))
  rmSync(copies.find((file) => readFileSync(file).subarray(0, 7).toString() === 'PMTiles')!)
  await page.keyboard.press('Escape')
  await page.reload()
  await expect.poll(() => panel.locator('[data-state="missing"]').count()).toBe(1)
  expect(await panel.locator('[data-state="missing"]').textContent()).toContain('no longer where it was')
  await expect.poll(() => inkOfTiles(page)).toBeGreaterThan(100_000)

  await panel.getByRole('button', { name: /^Imagery/ }).click()
  await panel.getByRole('button', { name: 'Remove Imagery' }).click()
  await expect.poll(() => inkOfTiles(page)).toBe(0)
})
