import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { deskFixture } from '../support/desk-fixture.ts'
import { photo } from '../support/photo.ts'
import { tempFolder } from '../support/temp-folder.ts'

const fixture = deskFixture()

const CSV = [
  'site_id,name,state,country,latitude,longitude,power_mw_energized',
  'pecos-1,Pecos Bend,TX,US,31.42,-103.49,180',
  'broken-1,Broken Row,TX,US,95,-103.49,180',
  'snyder-2,Snyder East,TX,US,32.71,-100.91,75',
].join('\n')

async function chooseFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  const file = path.join(tempFolder(), name)
  writeFileSync(file, content)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import', exact: true }).first().click()
  await (await chooser).setFiles(file)
}

describe('an import', () => {
  it('says what a file would change before it does, rejects the broken row with its reason, then imports the rest', async () => {
    const { desk, page } = await fixture.openDesk()
    await chooseFile(page, 'broker.csv', CSV)
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Nothing has been changed yet').waitFor()
    expect(await dialog.locator('.report__count').allTextContents()).toEqual([
      '2to add',
      '0to update',
      '0unchanged',
      '0to remove',
      '1rejected',
    ])
    const rejected = dialog.getByRole('row').nth(1)
    expect(await rejected.textContent()).toMatch(/^3latitude.*95/)
    expect(await desk.count.textContent()).toBe('498 of 498')

    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
    await dialog.getByRole('button', { name: 'Done' }).click()
    await expect.poll(() => desk.count.textContent()).toBe('500 of 500')
    await desk.openSite('Pecos Bend')
    await desk.openTab('Sources')
    await desk.panel.getByText('broker.csv, row 2').waitFor()
  })

  it('changes nothing when it is cancelled after the check', async () => {
    const { desk, page } = await fixture.openDesk()
    await chooseFile(page, 'broker.csv', CSV)
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await desk.count.textContent()).toBe('498 of 498')
  })

  it('takes the features of a map in as a layer, as sites or as drawings, as the user says', async () => {
    const { desk, page } = await fixture.openDesk()
    const feature = (name: string, longitude: number) => ({
      type: 'Feature',
      properties: { name, state: 'TX' },
      geometry: { type: 'Point', coordinates: [longitude, 31.4] },
    })
    const map = { type: 'FeatureCollection', features: [feature('Pecos Bend', -103.5), feature('Wink', -103.1)] }
    await chooseFile(page, 'broker.geojson', JSON.stringify(map))
    const dialog = page.getByRole('dialog')
    const reading = dialog.getByRole('radiogroup', { name: 'Take it in as' })
    await reading.waitFor()
    expect(await reading.getByRole('radio', { name: 'Reference layer' }).isChecked()).toBe(true)
    await reading.getByText('Drawings').click()
    await dialog.getByText('2to add').waitFor()
    await dialog
      .getByText(/annotations|drawings/i)
      .nth(1)
      .waitFor()
    await reading.getByText('Sites').click()
    await dialog.getByText('Places of a map, as sites').waitFor()
    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => desk.count.textContent()).toBe('500 of 500')
  })

  it('takes a file that is dropped anywhere on the window', async () => {
    const { page } = await fixture.openDesk()
    const transfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer()
      data.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }))
      return data
    }, CSV)
    await page.locator('body').dispatchEvent('dragenter', { dataTransfer: transfer })
    await page.getByText('Drop files to see what they would change').waitFor()
    await page.locator('body').dispatchEvent('drop', { dataTransfer: transfer })
    await page.getByRole('dialog', { name: 'Import dropped.csv?' }).waitFor()
  })

  it('shows on a map where the sites of a file would go', async () => {
    const { page } = await fixture.openDesk()
    await chooseFile(page, 'broker.csv', CSV)
    const dialog = page.getByRole('dialog')
    await dialog.locator('.preview-map canvas').first().waitFor()
    expect(await dialog.locator('.preview-map figcaption').textContent()).toBe('added')
  })

  it('takes several files at once, leaves one out, and says what became of each', async () => {
    const { desk, page } = await fixture.openDesk()
    const other = CSV.replaceAll(/(pecos|broken|snyder)/g, 'north-$1')
    const transfer = await page.evaluateHandle(
      (texts) => {
        const data = new DataTransfer()
        for (const [name, text] of texts) data.items.add(new File([text ?? ''], name ?? '', { type: 'text/csv' }))
        return data
      },
      [
        ['one.csv', CSV],
        ['two.csv', other],
        ['broken.xlsx', 'PK\x03\x04 not an archive'],
      ],
    )
    await page.locator('body').dispatchEvent('drop', { dataTransfer: transfer })
    const dialog = page.getByRole('dialog', { name: '3 files' })
    await dialog.getByRole('region', { name: 'broken.xlsx' }).getByRole('alert').waitFor()
    for (const name of ['two.csv', 'broken.xlsx'])
      await page.getByRole('region', { name }).getByRole('button', { name: 'Leave out' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
    await expect.poll(() => desk.count.textContent()).toBe('500 of 500')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => desk.count.textContent()).toBe('498 of 498')
  })

  it('keeps a photo with the site near which it was taken', async () => {
    const { desk, page } = await fixture.openDesk()
    const bytes = photo({ latitude: 33.65, longitude: -87.2, bearingDegrees: 90, takenAt: '2026:07:01 14:30:05' })
    await chooseFile(page, 'switchyard.jpg', Buffer.from(bytes))
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Photo, taken 2026-07-01 14:30').waitFor()
    expect(await dialog.getByLabel('Keep with').locator('option').first().textContent()).toMatch(/^Gorgas.* km away$/)
    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await desk.openSite('Gorgas (coal plant)')
    await desk.openTab('Sources')
    await desk.panel.getByRole('article', { name: 'switchyard.jpg' }).waitFor()
  })

  it('gives one sentence for a file that cannot be read', async () => {
    const { desk, page } = await fixture.openDesk()
    await chooseFile(page, 'picture.csv', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 0, 0, 0]))
    const alert = page.getByRole('dialog').getByRole('alert')
    await alert.waitFor()
    expect(await alert.textContent()).toContain('picture.csv')
    await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click()
    expect(await desk.count.textContent()).toBe('498 of 498')
  })
})
