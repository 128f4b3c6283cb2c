import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { type RenderedApp, renderApp } from '../support/render-app.tsx'

function names({ screen }: RenderedApp): string[] {
  const rows = [...screen.container.querySelectorAll('.list__row')]
  return rows
    .sort((a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')))
    .map((row) => row.querySelector('.site-name__name')?.textContent ?? '')
}

describe('the list of sites', () => {
  it('numbers the sites from 1, best first', async () => {
    const app = await renderApp()
    await expect.poll(() => names(app)).toHaveLength(3)
    const ranks = [...app.screen.container.querySelectorAll('.list__row .rank')].map((cell) => cell.textContent)
    expect(ranks.sort()).toEqual(['1', '2', '3'])
    await expect.element(app.screen.getByText('3 of 3')).toBeVisible()
  })

  it('sorts by name and by megawatts, and turns the order around', async () => {
    const app = await renderApp()
    await app.screen.getByRole('button', { name: 'Site, sort by name' }).click()
    expect(names(app)).toEqual(['Alder Flat', 'Birch Crossing', 'Cedar Bend'])
    await app.screen.getByRole('button', { name: 'Site, sort by name' }).click()
    expect(names(app)).toEqual(['Cedar Bend', 'Birch Crossing', 'Alder Flat'])
    await app.screen.getByRole('button', { name: 'MW, sort by megawatts' }).click()
    expect(names(app)).toEqual(['Birch Crossing', 'Cedar Bend', 'Alder Flat'])
  })

  it('follows a lever in the frame of its input, without asking the host', async () => {
    const { screen, host, store } = await renderApp()
    const values = () => [...screen.container.querySelectorAll('.list__row')].map((row) => row.textContent).join()
    await expect.poll(values).not.toBe('')
    const before = values()
    const asked = host.calls.filter((call) => !call.startsWith('settings.')).length
    store.getState().changeAssumption('btcPriceUsd', 160_000)
    store.getState().changeAssumption('leaseRentUsdPerKwMonth', 80)
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    expect(values()).not.toBe(before)
    expect(host.calls.filter((call) => !call.startsWith('settings.'))).toHaveLength(asked)
    store.getState().resetAssumptions()
    await expect.poll(values).toBe(before)
  })

  it('is walked by arrows, Home and End and opens a site with Enter', async () => {
    const app = await renderApp()
    await expect.poll(() => names(app)).toHaveLength(3)
    const grid = app.screen.getByRole('grid').element() as HTMLElement
    grid.focus()
    await userEvent.keyboard('{End}{ArrowUp}{Enter}')
    await expect.element(app.screen.getByRole('heading', { level: 2, name: names(app)[1] ?? '' })).toBeVisible()
    expect(grid.querySelectorAll('[aria-selected=true]')).toHaveLength(1)
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => app.store.getState().selectedId).toBeNull()
  })

  it('draws few rows of very many sites and says how many there are', async () => {
    const sites = Array.from({ length: 5_000 }, (_, index) => ({
      siteId: `s${index}`,
      values: { name: `Site ${index}`, energizedMw: index % 900, state: 'TX', country: 'US' },
    }))
    const { screen } = await renderApp(sites)
    await expect.element(screen.getByText('5000 of 5000')).toBeVisible()
    expect(screen.container.querySelectorAll('.list__row').length).toBeLessThan(60)
    expect(screen.getByRole('grid').element().getAttribute('aria-rowcount')).toBe('5001')
  })
})
