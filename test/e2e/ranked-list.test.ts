import { describe, expect, it, onTestFinished } from 'vitest'
import { startApp } from '../support/app.ts'
import { Desk } from '../support/desk.ts'
import { deskFixture } from '../support/desk-fixture.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { watchedPage } from '../support/watched-page.ts'

const fixture = deskFixture()

/** Of the panel at its first width, with the border that moves it. */
const PANEL_WIDTH_PX = 411

describe('the first start', () => {
  it('shows the 498 reference sites ranked, best first', async () => {
    const app = await startApp({ dataFolder: tempFolder() })
    // Before the page is opened, so that the page is closed first and does not look for a host that has gone.
    onTestFinished(() => app.stop())
    const { page } = await watchedPage(fixture.browser)
    const desk = new Desk(page)
    await desk.open(app.launchUrl)
    expect(await desk.count.textContent()).toBe('498 of 498')
    expect(await desk.list.getAttribute('aria-rowcount')).toBe('499')
    const ranks = await desk.rows.locator('.rank').allTextContents()
    expect(ranks.slice(0, 5)).toEqual(['1', '2', '3', '4', '5'])
    expect(page.url()).not.toContain('launch')
  })
})

describe('the list', () => {
  it('finds a site by name, and says so when nothing matches', async () => {
    const { desk, page } = await fixture.openDesk()
    await page.keyboard.press('/')
    await page.keyboard.type('gorgas')
    await expect.poll(() => desk.names()).toEqual(['Gorgas (coal plant)'])
    expect(await desk.count.textContent()).toContain('of 498')
    await desk.search.fill('no such site anywhere')
    await page.getByText('No site matches').waitFor()
    await page.getByRole('button', { name: 'Clear search and filters' }).click()
    await expect.poll(() => desk.count.textContent()).toBe('498 of 498')
  })

  it('finds sites by their operator, which is in the full text alone', async () => {
    const { desk } = await fixture.openDesk()
    await desk.search.fill('Tennessee Valley Authority')
    await expect.poll(async () => (await desk.names()).includes('Widows Creek (coal plant)')).toBe(true)
  })

  it('sorts by megawatts, largest first, and back to rank', async () => {
    const { desk } = await fixture.openDesk()
    const byRank = await desk.names()
    await desk.list.getByRole('button', { name: 'MW, sort by megawatts' }).click()
    const megawatts = (await desk.rows.locator('.mw').allTextContents()).map((text) => Number(text.replaceAll(',', '')))
    expect(megawatts.length).toBeGreaterThan(5)
    expect(megawatts).toEqual([...megawatts].sort((a, b) => b - a))
    await desk.list.getByRole('button', { name: '#, sort by rank' }).click()
    expect(await desk.names()).toEqual(byRank)
  })

  it('filters by kind and by evidence, and remembers the filters over a reload', async () => {
    const { desk, page } = await fixture.openDesk()
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByRole('button', { name: 'Retired plant' }).click()
    await page.keyboard.press('Escape')
    const filtered = await desk.count.textContent()
    expect(Number(filtered?.split(' ')[0])).toBeLessThan(498)
    await page.getByRole('button', { name: 'Evidenced only' }).click()
    await expect.poll(() => desk.count.textContent()).not.toBe(filtered)
    const both = await desk.count.textContent()
    await page.waitForTimeout(500)
    await page.reload()
    await expect.poll(() => desk.count.textContent()).toBe(both)
  })
})

describe('a site that is chosen', () => {
  it('opens from the list and is shown on the map', async () => {
    const { desk, page } = await fixture.openDesk()
    const [, second] = await desk.names()
    await desk.rows.nth(1).click()
    await desk.panel.getByRole('heading', { level: 2, name: second ?? '' }).waitFor()
    expect(await desk.list.locator('[aria-selected=true]').count()).toBe(1)
    await page.getByRole('button', { name: 'Close the site' }).click()
    await desk.panel.waitFor({ state: 'detached' })
  })

  it('opens from the map and is selected in the list', async () => {
    const { desk, page } = await fixture.openDesk()
    await desk.search.fill('Childress')
    await expect.poll(async () => (await desk.names()).at(0)).toBe('Childress')
    // Focused from the list it stands in the middle of the map, where a click finds it.
    await desk.rows.first().click()
    await desk.panel.waitFor()
    await page.waitForTimeout(600)
    await page.keyboard.press('Escape')
    await desk.list.press('Escape')
    await desk.panel.waitFor({ state: 'detached' })
    const map = await page.locator('.desk__map').boundingBox()
    if (map === null) throw new Error('no map')
    await page.mouse.click(map.x + (map.width - PANEL_WIDTH_PX) / 2, map.y + map.height / 2)
    await desk.panel.getByRole('heading', { level: 2, name: /Childress/ }).waitFor()
    expect(await desk.list.locator('[aria-selected=true]').textContent()).toContain('Childress')
  })
})
