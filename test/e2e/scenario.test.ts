import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { deskFixture } from '../support/desk-fixture.ts'

const fixture = deskFixture()

/** Moves a slider as a drag does: an input event for its new value. */
async function slide(page: Page, label: string, value: number): Promise<void> {
  await page.getByRole('slider', { name: label }).fill(String(value))
}

describe('the scenario', () => {
  it('changes values and order at once when a lever moves, without a call to the host', async () => {
    const { desk, page } = await fixture.openDesk()
    const before = await desk.list.textContent()
    const calls: string[] = []
    page.on('request', (request) => {
      const body = request.postData() ?? ''
      if (request.url().endsWith('/api/call') && !body.includes('settings.write')) calls.push(body)
    })
    await slide(page, 'Bitcoin price', 160_000)
    await expect.poll(() => desk.list.textContent()).not.toBe(before)
    const atHighPrice = await desk.list.textContent()
    await slide(page, 'Lease rent', 80)
    await expect.poll(() => desk.list.textContent()).not.toBe(atHighPrice)
    expect(await page.getByRole('button', { name: 'Assumptions · 2 changed' }).count()).toBe(1)
    await page.getByRole('button', { name: 'Reset all assumptions' }).click()
    await expect.poll(() => desk.list.textContent()).toBe(before)
    expect(calls).toEqual([])
  })

  it('shows the places that a site won or lost against the preset', async () => {
    const { desk, page } = await fixture.openDesk()
    expect(await desk.list.locator('.rank-change').count()).toBe(0)
    await slide(page, 'Lease rent', 80)
    await slide(page, 'Bitcoin price', 160_000)
    await expect.poll(() => desk.list.locator('.rank-change').count()).toBeGreaterThan(0)
  })

  it('takes the figures of another dated market, and remembers it', async () => {
    const { desk, page } = await fixture.openDesk()
    const preset = page.getByRole('combobox', { name: 'Market preset' })
    await preset.selectOption('story-2024-11-22')
    await page.getByText('$99,660').waitFor()
    const order = await desk.list.textContent()
    await page.waitForTimeout(500)
    await page.reload()
    await desk.rows.first().waitFor()
    expect(await preset.inputValue()).toBe('story-2024-11-22')
    expect(await desk.list.textContent()).toBe(order)
  })

  it('offers every assumption with its source, takes exact figures and puts one back', async () => {
    const { desk, page } = await fixture.openDesk()
    const before = await desk.list.textContent()
    await page.getByRole('button', { name: 'Assumptions', exact: true }).click()
    const panel = page.getByRole('region', { name: 'Assumptions', exact: true })
    await expect.poll(() => panel.getByRole('slider').count()).toBeGreaterThan(70)
    const rent = panel.getByRole('textbox', { name: 'Lease rent, year 1, $/kW-month' })
    await rent.fill('140')
    await rent.press('Enter')
    await expect.poll(() => desk.list.textContent()).not.toBe(before)
    await panel.getByRole('button', { name: 'Reset Lease rent, year 1' }).click()
    await expect.poll(() => desk.list.textContent()).toBe(before)
    await rent.fill('a lot')
    expect(await rent.getAttribute('aria-invalid')).toBe('true')
    await rent.blur()
    await expect.poll(() => rent.inputValue()).toBe('125')
  })
})
