import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../support/axe.ts'
import { deskFixture } from '../support/desk-fixture.ts'

const fixture = deskFixture()

/** Where a place so many pixels from the middle of the map is on the page. */
async function spot(map: Locator, right: number, down: number): Promise<{ x: number; y: number }> {
  const box = await map.boundingBox()
  if (!box) throw new Error('The map is not on the page.')
  return { x: box.x + box.width / 2 + right, y: box.y + box.height / 2 + down }
}

async function choose(page: Page, tool: string): Promise<void> {
  await page.getByRole('button', { name: tool, exact: true }).click()
  await page.locator('.map-root[data-ready]').waitFor()
}

describe('the desk to draw on', () => {
  it('keeps what is drawn, measured and named across a reload, and undoes it step by step', async () => {
    const { desk, page } = await fixture.openDesk()
    await desk.rows.first().waitFor()
    const map = page.getByRole('application', { name: /Map of sites/ })
    const click = async (right: number, down: number) => {
      const { x, y } = await spot(map, right, down)
      await page.mouse.move(x, y)
      await page.mouse.click(x, y)
    }
    const geomanFiles = () =>
      page.evaluate(
        () => performance.getEntriesByType('resource').filter(({ name }) => /geoman.*\.js/.test(name)).length,
      )
    // Nobody who does not draw waits for the drawing tools.
    expect(await geomanFiles()).toBe(0)
    await page.getByRole('button', { name: 'Draw', exact: true }).click()
    await choose(page, 'Area')
    expect(await geomanFiles()).toBe(1)
    await page.getByLabel('Marks').selectOption('exclusion')
    await click(-80, 20)
    await click(20, 20)
    await click(20, 110)
    await expect.poll(() => page.locator('.drawing-readout').textContent()).toMatch(/ (ac|sq mi) · around .* mi$/)
    await click(-80, 20)
    await page.getByRole('heading', { name: 'Area' }).waitFor()
    await page.getByLabel('Label', { exact: true }).fill('Wetland & buffer')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Shift+L')
    await page.getByRole('button', { name: 'Wetland & buffer Exclusion' }).waitFor()
    await expectAccessible(page)

    await page.reload()
    await desk.rows.first().waitFor()
    await expect.poll(() => page.locator('path.drawing--polygon').count()).toBe(1)
    await page.getByRole('button', { name: 'Wetland & buffer Exclusion' }).click()
    await page.getByText('Approximate, not a survey').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: 'Exclusion', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => page.locator('path.drawing').count()).toBe(0)
  })

  it('is drawn on with a finger, in dark colours that can be read', async () => {
    const { desk, page } = await fixture.openDesk({ hasTouch: true, colorScheme: 'dark' })
    await desk.rows.first().waitFor()
    const map = page.getByRole('application', { name: /Map of sites/ })
    const tap = async (right: number, down: number) => {
      const { x, y } = await spot(map, right, down)
      await page.touchscreen.tap(x, y)
    }
    await page.getByRole('button', { name: 'Draw', exact: true }).tap()
    await page.getByRole('button', { name: 'Line', exact: true }).tap()
    await page.locator('.map-root[data-ready="line"]').waitFor()
    await tap(-80, 40)
    await tap(60, 80)
    await tap(60, 80)
    await page.getByRole('heading', { name: 'Line' }).waitFor()
    await expect.poll(() => page.locator('path.drawing--line').count()).toBe(1)
    await expectAccessible(page, ['color-contrast'])
    await page.getByRole('button', { name: 'Close', exact: true }).tap()
    // Beside the thin line, as a finger comes to lie.
    await tap(-10, 68)
    await page.getByRole('heading', { name: 'Line' }).waitFor()
  })
})
