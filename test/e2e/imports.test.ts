import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { deskFixture } from '../support/desk-fixture.ts'
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

  it('takes a file that is dropped anywhere on the window', async () => {
    const { page } = await fixture.openDesk()
    const transfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer()
      data.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }))
      return data
    }, CSV)
    await page.locator('body').dispatchEvent('dragenter', { dataTransfer: transfer })
    await page.getByText('Drop the file to see what it would change').waitFor()
    await page.locator('body').dispatchEvent('drop', { dataTransfer: transfer })
    await page.getByRole('dialog', { name: 'Import dropped.csv?' }).waitFor()
  })

  it('gives one sentence for a file that cannot be read', async () => {
    const { desk, page } = await fixture.openDesk()
    await chooseFile(page, 'picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 0]))
    const alert = page.getByRole('dialog').getByRole('alert')
    await alert.waitFor()
    expect(await alert.textContent()).toContain('picture.csv')
    await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click()
    expect(await desk.count.textContent()).toBe('498 of 498')
  })
})
