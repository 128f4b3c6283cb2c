import { describe, expect, it } from 'vitest'
import { renderApp } from '../support/render-app.tsx'

describe('the sensitivity of a site', () => {
  it('shows ten inputs with their ranges and follows the levers', async () => {
    const { screen, store } = await renderApp()
    await screen.getByText('Cedar Bend').click()
    await screen.getByRole('tab', { name: 'Sensitivity' }).click()
    const rows = () => [...screen.container.querySelectorAll('.tornado__row')].map((row) => row.textContent ?? '')
    await expect.poll(rows).toHaveLength(10)
    expect(rows().join()).toMatch(/Lease rent, year 1.*\$80\/kW-month: .*\$200\/kW-month: /)
    expect(screen.container.querySelectorAll('.tornado__bar').length).toBeGreaterThan(10)
    const before = rows().join()
    store.getState().changeAssumption('leaseRentUsdPerKwMonth', 160)
    await expect.poll(() => rows().join()).not.toBe(before)
  })
})
