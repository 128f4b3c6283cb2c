import { readFileSync } from 'node:fs'
import type { Download, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { deskFixture } from '../support/desk-fixture.ts'

const fixture = deskFixture()

async function downloadBy(page: Page, press: () => Promise<void>): Promise<Download> {
  const download = page.waitForEvent('download')
  await press()
  return download
}

describe('a document', () => {
  it('is the memo of the open site, as a PDF', async () => {
    const { desk, page } = await fixture.openDesk()
    await desk.rows.first().click()
    await desk.panel.waitFor()
    const memo = await downloadBy(page, () => page.getByRole('button', { name: 'Memo' }).click())
    expect(memo.suggestedFilename()).toMatch(/\.pdf$/)
    const bytes = readFileSync(await memo.path())
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(bytes.length).toBeGreaterThan(10_000)
  })

  it('is the list of all sites in rank order, as CSV', async () => {
    const { desk, page } = await fixture.openDesk()
    const [best] = await desk.names()
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByLabel('Format').selectOption('csv')
    const file = await downloadBy(page, () => page.getByRole('button', { name: 'Export 498 sites' }).click())
    const lines = readFileSync(await file.path(), 'utf8')
      .trim()
      .split(/\r?\n/)
    expect(lines).toHaveLength(499)
    expect(lines[1]).toContain(best?.slice(0, 10))
  })

  it('is a teaser of the sites in the filtered list, with the columns that were left', async () => {
    const { desk, page } = await fixture.openDesk()
    await page.getByPlaceholder(/Search/).fill('corsicana')
    await expect.poll(async () => (await desk.names()).length).toBeLessThan(20)
    const shown = (await desk.names()).length
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByLabel('Format').selectOption('csv')
    await page.getByLabel('Teaser').check()
    await page.getByText(/^Columns: all/).click()
    await page.getByLabel('Cooling').uncheck()
    const file = await downloadBy(page, () => page.getByRole('button', { name: /^Export \d+ sites?$/ }).click())
    expect(file.suggestedFilename()).toBe('switchyard-sites-teaser.csv')
    const [head, ...lines] = readFileSync(await file.path(), 'utf8')
      .trim()
      .split(/\r?\n/)
    expect(head).toMatch(/^code_name,kind,/)
    expect(head).not.toContain('cooling')
    expect(lines).toHaveLength(shown)
    expect(lines.join()).not.toMatch(/corsicana/i)
  })
})
