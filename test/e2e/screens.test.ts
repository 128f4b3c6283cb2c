import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../electron/tooling/project-root.ts'
import { expectAccessible } from '../support/axe.ts'
import { deskFixture, type OpenDesk } from '../support/desk-fixture.ts'
import { tempFolder } from '../support/temp-folder.ts'

const fixture = deskFixture()
const SCREENSHOTS = path.join(projectRoot, 'data', 'screenshots')
const PICTURES = ['map-light', 'map-dark', 'verdict-light', 'attributes-dark', 'assumptions-light', 'import-light']

/** The README's pictures are written only when asked for, so that a test run leaves the repository as it is. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env['SWITCHYARD_SCREENSHOTS'] !== '1' || !PICTURES.includes(name)) return
  // Tooltips and focus rings of the last step are no part of the picture.
  await page.mouse.move(640, 3)
  await page.waitForTimeout(900)
  mkdirSync(SCREENSHOTS, { recursive: true })
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) })
}

/** Nothing reaches past the edge of the window. */
async function expectNoOverflow(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => [
    document.documentElement.scrollWidth - document.documentElement.clientWidth,
    document.documentElement.scrollHeight - document.documentElement.clientHeight,
  ])
  expect(overflow).toEqual([0, 0])
}

async function tour({ desk, page }: OpenDesk, look: string): Promise<void> {
  const check = async (name: string, within?: string): Promise<void> => {
    await expectNoOverflow(page)
    // Contrast, names and roles do not depend on the size of the window, and names and roles not on the colours.
    if (look !== 'large') await expectAccessible(page, look === 'dark' ? ['color-contrast'] : undefined, within)
    await picture(page, `${name}-${look}`)
  }
  await check('map')
  await desk.rows.first().click()
  await desk.panel.getByRole('heading', { name: 'Value by strategy' }).waitFor()
  await desk.panel.locator('.strategy__button').nth(1).click()
  await check('verdict', 'section.panel')
  for (const tab of ['Sensitivity', 'Gates', 'Nearby', 'Attributes', 'Notes', 'History', 'Sources']) {
    await desk.openTab(tab)
    if (tab === 'Attributes') await desk.attribute('Grid voltage').getByRole('button', { name: 'Edit' }).click()
    if (tab === 'Notes') {
      await page.getByRole('textbox', { name: 'New note' }).fill('Spoke to the county engineer about the access road.')
      await page.getByRole('button', { name: 'Add note' }).click()
      await desk.panel.locator('.note').waitFor()
    }
    await check(tab.toLowerCase(), 'section.panel')
  }
  await desk.panel.getByRole('button', { name: /^Score/ }).click()
  await check('score')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Close the site' }).click()
  await page.getByRole('slider', { name: 'Lease rent' }).fill('95')
  await page.getByRole('slider', { name: 'Bitcoin price' }).fill('150000')
  await page.getByRole('button', { name: /^Assumptions/ }).click()
  await check('assumptions')
  await page.getByRole('button', { name: 'Close the assumptions' }).click()
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await check('filters')
  await page.keyboard.press('Escape')
  await desk.search.fill('no such site')
  await page.getByText('No site matches').waitFor()
  await check('no-match')
  await desk.search.fill('')

  const file = path.join(tempFolder(), 'broker.csv')
  writeFileSync(
    file,
    'site_id,name,state,country,latitude,longitude,power_mw_energized\npecos-1,Pecos Bend,TX,US,31.42,-103.49,180\nbroken-1,Broken Row,TX,US,95,-103.49,180\n',
  )
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await (await chooser).setFiles(file)
  await page.getByText('Nothing has been changed yet').waitFor()
  await check('import')
}

// The README's pictures show how sure a verdict is.
const settings = { drawsByThemselves: process.env['SWITCHYARD_SCREENSHOTS'] === '1' }

describe('every screen', () => {
  it('is accessible and fits a laptop in the light', async () => {
    await tour(await fixture.openDesk({}, settings), 'light')
  })

  it('is accessible and fits a laptop in the dark', async () => {
    await tour(await fixture.openDesk({ colorScheme: 'dark' }, settings), 'dark')
  })

  it('fits a large screen', async () => {
    await tour(await fixture.openDesk({ viewport: { width: 1920, height: 1080 } }, settings), 'large')
  })
})

describe('the colours', () => {
  it('follow the system until they are chosen, and the choice is remembered', async () => {
    const { desk, page } = await fixture.openDesk()
    const scheme = () => page.evaluate(() => document.documentElement.dataset['mantineColorScheme'])
    expect(await scheme()).toBe('light')
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(scheme).toBe('dark')
    await page.getByRole('button', { name: /^Colours/ }).click()
    await page.getByRole('menuitem', { name: 'Light' }).click()
    await expect.poll(scheme).toBe('light')
    await page.waitForTimeout(500)
    await page.reload()
    await desk.rows.first().waitFor()
    expect(await scheme()).toBe('light')
  })
})
