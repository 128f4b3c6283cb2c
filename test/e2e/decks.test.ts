import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../support/axe.ts'
import { deskFixture } from '../support/desk-fixture.ts'
import { tempFolder } from '../support/temp-folder.ts'

const fixture = deskFixture()

async function act(page: Page, action: string): Promise<void> {
  await page.getByRole('button', { name: 'Deck actions' }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

function picker(page: Page) {
  return page.getByRole('combobox', { name: 'Market preset or deck' })
}

function state(page: Page) {
  return page.locator('.deck-picker__state')
}

async function saveAs(page: Page, name: string): Promise<void> {
  await act(page, 'Save as a new deck')
  const dialog = page.getByRole('dialog', { name: 'Save as a new deck' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

describe('decks', () => {
  it('are saved with a source, marked when changed, saved again, undone, remembered and deleted', async () => {
    const { desk, page } = await fixture.openDesk()
    await page.getByRole('slider', { name: 'Lease rent' }).fill('90')
    await expect.poll(() => state(page).textContent()).toBe('Built in · changed')
    await page.getByRole('button', { name: 'Assumptions · 1 changed' }).click()
    const panel = page.getByRole('region', { name: 'Assumptions', exact: true })
    await panel.getByRole('switch', { name: 'Changed only' }).check({ force: true })
    expect(await panel.getByRole('slider').count()).toBe(1)
    await panel.getByRole('textbox', { name: 'Source of Lease rent' }).fill('Term sheet')
    await panel.getByRole('textbox', { name: 'Date of Lease rent' }).fill('2026-06')
    await expectAccessible(page)
    await saveAs(page, 'Bear case')
    await expect.poll(() => state(page).textContent()).toBe('Version 1')
    const bear = await picker(page).inputValue()
    await expect
      .poll(() => panel.getByRole('textbox', { name: 'Source of Lease rent' }).inputValue())
      .toBe('Term sheet')

    await page.getByRole('slider', { name: 'Bitcoin price' }).first().fill('40000')
    await expect.poll(() => state(page).textContent()).toBe('Version 1 · changed since saved')
    await panel.getByRole('button', { name: 'Save', exact: true }).click()
    await expect.poll(() => state(page).textContent()).toBe('Version 2')
    expect(await page.locator('.lever__value').first().textContent()).toBe('$40,000')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => state(page).textContent()).toBe('Version 3')
    expect(await page.locator('.lever__value').first().textContent()).toBe('$60,734')

    await page.waitForTimeout(500)
    await page.reload()
    await desk.rows.first().waitFor()
    expect(await picker(page).inputValue()).toBe(bear)
    await act(page, 'Delete')
    await expect.poll(() => picker(page).inputValue()).toBe('2026-07')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => picker(page).locator('option', { hasText: 'Bear case' }).count()).toBe(1)
  })

  it('travel as a file and come back under a name of their own', async () => {
    const { page } = await fixture.openDesk()
    await page.getByRole('slider', { name: 'Lease rent' }).fill('90')
    await saveAs(page, 'Bear case')
    const download = page.waitForEvent('download')
    await act(page, 'Export as a file')
    const file = path.join(tempFolder(), 'bear.json')
    await (await download).saveAs(file)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ format: 'switchyard-deck', name: 'Bear case' })
    await page.getByLabel('Deck file').setInputFiles(file)
    await expect.poll(() => picker(page).locator('option:checked').textContent()).toBe('Bear case (2)')
    writeFileSync(file, '{')
    await page.getByLabel('Deck file').setInputFiles(file)
    await page.getByText('The deck was not imported: it is not JSON.').waitFor()
  })

  it('are compared: flips first with their reasons, filtered, and a row opens its site', async () => {
    const { desk, page } = await fixture.openDesk()
    await picker(page).selectOption('2025-12')
    await page.getByRole('slider', { name: 'Lease rent' }).fill('90')
    await saveAs(page, 'Bear case')
    await page.getByRole('button', { name: 'Compare two decks' }).click()
    const panel = page.getByRole('region', { name: 'Compare two decks' })
    await panel.getByRole('combobox', { name: 'To' }).selectOption({ label: 'Bear case' })
    const summary = panel.locator('.compare__summary')
    await expect.poll(() => summary.textContent()).toMatch(/^[1-9]\d* of 498 sites flip\.$/)
    const rows = panel.getByRole('grid').getByRole('row')
    await rows.first().waitFor()
    expect(await rows.first().textContent()).toMatch(/Flips from .+ explains \d+% of the change/)
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    // Colours fade from one scheme to the other.
    await page.waitForTimeout(400)
    await expectAccessible(page)
    await panel.getByRole('grid').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const name = await rows.nth(1).locator('.compare__name').textContent()
    await desk.panel.getByRole('heading', { name: name ?? '', level: 2 }).waitFor()
    await panel.getByRole('textbox', { name: 'Filter by name' }).fill('no such place')
    await panel.getByText('No site of that name is among them.').waitFor()
    await panel.getByRole('combobox', { name: 'From' }).selectOption({ label: 'Bear case' })
    await expect.poll(() => summary.textContent()).toBe('0 of 498 sites flip.')
    await panel.getByText('The two assume the same.').waitFor()
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
  })
})
