import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { deskFixture } from '../support/desk-fixture.ts'
import { tempFolder } from '../support/temp-folder.ts'

const fixture = deskFixture()

const BROKER = [
  'Acme Land, August 2026;;;;',
  'Parcel No;Standort;GPS;Anschluss;Hinweis',
  '17-A;Pecos Bend;"31,42; -103,49";150.000;near the well',
  '17-B;Snyder East;"32,71; -100,91";75.000;',
].join('\n')

async function chooseFile(page: Page, name: string, content: string): Promise<void> {
  const file = path.join(tempFolder(), name)
  writeFileSync(file, content)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import', exact: true }).first().click()
  await (await chooser).setFiles(file)
}

describe('a table under odd headings', () => {
  it('is mapped by keyboard, previewed, kept under a name, imported, and known when it comes again', async () => {
    const { desk, page } = await fixture.openDesk()
    await chooseFile(page, 'broker.csv', BROKER)
    const dialog = page.getByRole('dialog', { name: 'What are the columns of broker.csv?' })
    await dialog.getByText('2 of the first 2 rows can be read.').waitFor()
    expect(await dialog.getByLabel('GPS becomes').inputValue()).toBe('position')
    expect(await dialog.getByLabel('Numbers are written').inputValue()).toBe('comma')

    await dialog.getByLabel('Anschluss becomes').focus()
    await page.keyboard.type('Contracted')
    await dialog.getByLabel('Unit of Anschluss').selectOption('kW')
    await dialog.getByText('Contracted or planned 150 MW').waitFor()

    await dialog.getByLabel('GPS becomes').selectOption('note')
    await dialog.getByText('no columns become a position').waitFor()
    expect(await dialog.getByRole('button', { name: 'Use these columns' }).isDisabled()).toBe(true)
    await dialog.getByLabel('GPS becomes').selectOption('position')
    await dialog.getByText('2 of the first 2 rows can be read.').waitFor()

    await dialog.getByLabel('Name of the mapping').fill('Acme land')
    await page.keyboard.press('Enter')
    await page.getByText('Done: Add mapping Acme land.').waitFor()
    await dialog.getByRole('button', { name: 'Use these columns' }).click()
    const review = page.getByRole('dialog', { name: 'Import broker.csv?' })
    await review.getByText('Nothing has been changed yet').waitFor()
    await review.getByRole('button', { name: 'Import', exact: true }).click()
    await expect.poll(() => desk.count.textContent()).toBe('500 of 500')

    await chooseFile(page, 'september.csv', BROKER.replace('150.000', '160.000'))
    await page.getByText('the mapping Acme land says what they become').waitFor()
    await page.getByText('Contracted or planned 160 MW').waitFor()
  })

  it('can be mapped otherwise where its headings are known', async () => {
    const { page } = await fixture.openDesk()
    await chooseFile(page, 'list.csv', 'name,latitude,longitude,mw\nPecos Bend,31.42,-103.49,1500\n')
    await page.getByRole('button', { name: 'Map columns' }).click()
    await page.getByLabel('Unit of mw').selectOption('kW')
    await page.getByText('Contracted or planned 1.5 MW').waitFor()
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByRole('dialog', { name: 'Import list.csv?' }).waitFor()
  })
})
