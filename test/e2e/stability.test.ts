import { describe, expect, it } from 'vitest'
import { deskFixture } from '../support/desk-fixture.ts'

const fixture = deskFixture()

describe('how sure a verdict is', () => {
  it('stands beside the verdict of the built page once the draws are done, and changes with the market', async () => {
    const { desk, page } = await fixture.openDesk({}, { drawsByThemselves: true })
    await desk.rows.first().click()
    const badge = desk.panel.locator('.stability')
    await expect.poll(() => badge.textContent()).toMatch(/in \d+% of \d,\d{3} draws · rank \d/)
    const before = await badge.textContent()
    await page.getByRole('combobox', { name: 'Market preset' }).selectOption('story-2024-11-22')
    await expect.poll(() => badge.textContent()).not.toBe(before)
    await expect.poll(() => badge.textContent()).toMatch(/in \d+% of \d,\d{3} draws · rank \d/)
    expect(await badge.textContent()).not.toBe(before)
    expect(
      await desk.list.getByRole('img', { name: /^Unsure: holds in only \d+% of the draws$/ }).count(),
    ).toBeGreaterThan(0)
  })

  it('lets a slider follow the hand while the draws run', async () => {
    const { desk, page } = await fixture.openDesk({}, { drawsByThemselves: true })
    await desk.rows.first().click()
    await desk.panel.getByText(/^Drawing markets/).waitFor()
    const before = await desk.list.textContent()
    await page.getByRole('slider', { name: 'Bitcoin price' }).fill('160000')
    await expect.poll(() => desk.list.textContent()).not.toBe(before)
    await expect.poll(() => desk.panel.locator('.stability').textContent()).toMatch(/of \d,\d{3} draws/)
  })

  it('waits to be asked where that is chosen, and the choice is remembered', async () => {
    const { desk, page } = await fixture.openDesk({}, { drawsByThemselves: true })
    await desk.rows.first().click()
    await desk.panel.getByLabel('Work this out after every change').uncheck()
    await page.getByRole('slider', { name: 'Bitcoin price' }).fill('160000')
    await desk.panel.getByText('How sure: not worked out').waitFor()
    await page.waitForTimeout(500)
    await page.reload()
    await desk.panel.getByText('How sure: not worked out').waitFor()
    await desk.panel.getByRole('button', { name: 'Work out how sure' }).click()
    await expect.poll(() => desk.panel.locator('.stability').textContent()).toMatch(/of \d,\d{3} draws/)
  })
})
