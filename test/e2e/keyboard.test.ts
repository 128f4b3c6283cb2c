import { describe, expect, it } from 'vitest'
import { deskFixture } from '../support/desk-fixture.ts'

const fixture = deskFixture()

describe('without a mouse', () => {
  it('one can search, open a site, read its tabs, edit, undo and close', async () => {
    const { desk, page } = await fixture.openDesk()
    const press = (keys: string) => page.keyboard.press(keys)
    await press('Control+k')
    await page.keyboard.type('gorgas')
    await expect.poll(() => desk.names()).toEqual(['Gorgas (coal plant)'])
    await press('ArrowDown')
    await press('Enter')
    await desk.panel.getByRole('heading', { level: 2, name: 'Gorgas (coal plant)' }).waitFor()

    await desk.panel.getByRole('tab', { name: 'Verdict' }).focus()
    for (const _ of ['Sensitivity', 'Gates', 'Nearby', 'Attributes']) await press('ArrowRight')
    expect(await desk.panel.getByRole('tab', { selected: true }).textContent()).toBe('Attributes')
    await desk.attribute('Land').getByRole('button', { name: 'Add Land' }).focus()
    await press('Enter')
    await page.getByLabel('Land, acres').focus()
    await page.keyboard.type('120')
    await press('Enter')
    await expect.poll(() => desk.attribute('Land').textContent()).toContain('120')

    await desk.panel.getByRole('tab', { selected: true }).focus()
    await press('Control+z')
    await expect.poll(() => desk.attribute('Land').textContent()).toContain('unknown')
    await press('Control+y')
    await expect.poll(() => desk.attribute('Land').textContent()).toContain('120')

    await desk.list.focus()
    await press('Escape')
    await desk.panel.waitFor({ state: 'detached' })
  })

  it('every control is reached by Tab and shows that it has the focus', async () => {
    const { page } = await fixture.openDesk()
    const seen = new Set<string>()
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press('Tab')
      const focus = await page.evaluate(() => {
        const element = document.activeElement
        if (!(element instanceof HTMLElement) || element === document.body) return null
        const style = getComputedStyle(element)
        const wrapped = element.closest('.mantine-Input-wrapper')
        return {
          name: element.getAttribute('aria-label') ?? element.textContent ?? '',
          role: element.getAttribute('role') ?? (element as HTMLInputElement).type ?? element.tagName,
          isMarked: style.outlineStyle !== 'none' || style.boxShadow !== 'none' || wrapped !== null,
        }
      })
      if (focus === null) continue
      seen.add(`${focus.role} ${focus.name}`)
      expect(focus, focus.name).toMatchObject({ isMarked: true })
    }
    const all = [...seen].join('\n')
    for (const control of [
      'Search sites',
      'Import',
      'Export',
      'Colours',
      'Market preset or deck',
      'Deck actions',
      'Compare two decks',
      'range',
      'Assumptions',
      'grid',
    ])
      expect(all).toContain(control)
  })

  it('the panels are resized by arrows, and keep their width over a reload', async () => {
    const { desk, page } = await fixture.openDesk()
    const width = async () => Math.round((await page.locator('section.list').boundingBox())?.width ?? 0)
    const before = await width()
    await page.getByRole('separator', { name: 'Width of the list' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect.poll(width).toBe(before + 32)
    await page.waitForTimeout(500)
    await page.reload()
    await desk.rows.first().waitFor()
    await expect.poll(width).toBe(before + 32)
  })
})
