import { describe, expect, it } from 'vitest'
import { startApp } from '../support/app.ts'
import { deskFixture } from '../support/desk-fixture.ts'

const fixture = deskFixture()
const SITE = 'Gorgas (coal plant)'

describe('an attribute', () => {
  it('is edited with its source, undone, redone, and still there after a restart', async () => {
    const { desk, page, app, dataFolder, expectIncident } = await fixture.openDesk()
    await desk.openSite(SITE)
    await desk.openTab('Attributes')
    const land = desk.attribute('Land')
    expect(await land.textContent()).toContain('unknown')

    await land.getByRole('button', { name: 'Add Land' }).click()
    const form = page.getByRole('form', { name: 'Edit Land' })
    await form.getByLabel('Land, acres').fill('412.5')
    await form.getByLabel('Source').fill('https://example.org/survey')
    await form.getByLabel('As of').fill('2026-06')
    await form.getByLabel('Evidence').selectOption('study')
    await form.getByRole('button', { name: 'Save' }).click()
    await form.waitFor({ state: 'detached' })
    expect(await land.textContent()).toContain('412.5')
    expect(await land.textContent()).toContain('Study done')
    const link = land.getByRole('link', { name: 'example.org' })
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer')

    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => land.textContent()).toContain('unknown')
    await page.getByRole('heading', { level: 2, name: SITE }).click()
    await page.keyboard.press('Control+Shift+Z')
    await expect.poll(() => land.textContent()).toContain('412.5')

    await page.reload()
    await desk.panel.getByRole('heading', { level: 2, name: SITE }).waitFor()
    await desk.openTab('Attributes')
    await expect.poll(() => land.textContent()).toContain('412.5')

    expectIncident(/Failed to load resource|ERR_|net::/)
    await app.stop()
    await page.getByRole('alert').filter({ hasText: 'start it again. This page reconnects by itself' }).waitFor()
    const again = await startApp({ dataFolder })
    try {
      await page.goto('about:blank')
      await desk.open(again.launchUrl)
      await desk.panel.getByRole('heading', { level: 2, name: SITE }).waitFor()
      await desk.openTab('Attributes')
      await expect.poll(() => land.textContent()).toContain('412.5')
      await desk.openTab('History')
      await desk.panel.getByText('412.5').first().waitFor()
    } finally {
      await again.stop()
    }
  })

  it('shows what the data set says under an edit, and goes back to it', async () => {
    const { desk, page } = await fixture.openDesk()
    await desk.openSite(SITE)
    await desk.openTab('Attributes')
    const voltage = desk.attribute('Grid voltage')
    expect(await voltage.textContent()).toContain('230')
    await voltage.getByRole('button', { name: 'Edit Grid voltage' }).click()
    await page.getByLabel('Grid voltage, kV').fill('345')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => voltage.textContent()).toContain('says 230 kV')
    await voltage.getByRole('button', { name: 'Revert' }).click()
    await expect.poll(() => voltage.textContent()).not.toContain('345')
  })

  it('is not taken when it is wrong: one sentence says why and the text stays', async () => {
    const { desk, page } = await fixture.openDesk()
    await desk.openSite(SITE)
    await desk.openTab('Attributes')
    await desk.attribute('Grid voltage').getByRole('button', { name: 'Edit Grid voltage' }).click()
    const value = page.getByLabel('Grid voltage, kV')
    await value.fill('high')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('"high" is not a number').waitFor()
    expect(await value.inputValue()).toBe('high')
  })

  it('keeps what was typed while another site is looked at', async () => {
    const { desk, page } = await fixture.openDesk()
    await desk.openSite(SITE)
    await desk.openTab('Attributes')
    await desk.attribute('Grid voltage').getByRole('button', { name: 'Edit Grid voltage' }).click()
    await page.getByLabel('Grid voltage, kV').fill('500')
    await desk.openSite('Widows Creek (coal plant)')
    await desk.openSite(SITE)
    await desk.openTab('Attributes')
    expect(await page.getByLabel('Grid voltage, kV').inputValue()).toBe('500')
    await page.getByText('Not saved yet').waitFor()
  })
})

describe('a note', () => {
  it('is written, rewritten, removed and brought back by undo, with its author', async () => {
    const { desk, page } = await fixture.openDesk()
    await desk.openSite(SITE)
    await desk.openTab('Notes')
    await page.getByRole('textbox', { name: 'New note' }).fill('Spoke to the county.\n<b>Second line</b>')
    await page.getByRole('button', { name: 'Add note' }).click()
    const note = desk.panel.locator('.note')
    await expect.poll(() => note.locator('.note__text').textContent()).toBe('Spoke to the county.\n<b>Second line</b>')
    expect((await note.locator('strong').textContent())?.length).toBeGreaterThan(0)
    await note.getByRole('button', { name: 'Edit this note' }).click()
    await note.getByRole('textbox', { name: 'Note' }).fill('Spoke to the county twice.')
    await note.getByRole('button', { name: 'Save note' }).click()
    await expect.poll(() => note.locator('.note__text').textContent()).toBe('Spoke to the county twice.')
    await note.getByRole('button', { name: 'Remove this note' }).click()
    await note.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => note.locator('.note__text').textContent()).toBe('Spoke to the county twice.')
  })
})
