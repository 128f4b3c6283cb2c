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

  it('says at which bitcoin price mining and leasing are worth the same, and moves with the rent', async () => {
    const { screen, store } = await renderApp()
    await screen.getByText('Cedar Bend').click()
    await screen.getByRole('tab', { name: 'Sensitivity' }).click()
    await expect
      .element(screen.getByRole('img', { name: /^Bitcoin price over lease rent: mining is worth more above/ }))
      .toBeVisible()
    const reading = () => screen.container.querySelector('.indifference__reading')?.textContent ?? ''
    const price = () => Number(/the same at a Bitcoin price of \$([\d,]+);/.exec(reading())?.[1]?.replaceAll(',', ''))
    const spot = () => screen.container.querySelector('.indifference__now')?.getAttribute('cx')
    await expect.poll(price).toBeGreaterThan(10_000)
    const [priceBefore, spotBefore] = [price(), spot()]
    store.getState().changeAssumption('leaseRentUsdPerKwMonth', 150)
    await expect.poll(reading).toMatch(/^At a rent of \$150\/kW-month/)
    expect(price()).toBeGreaterThan(priceBefore)
    expect(spot()).not.toBe(spotBefore)
  })

  it('says whether to convert now or to wait, and moves with the rent', async () => {
    const { screen, store } = await renderApp()
    await screen.getByText('Cedar Bend').click()
    await screen.getByRole('tab', { name: 'Sensitivity' }).click()
    store.getState().changeAssumption('leaseRentUsdPerKwMonth', 300)
    await expect.element(screen.getByText(/^Convert now: the lease is worth/)).toBeVisible()
    store.getState().changeAssumption('leaseRentUsdPerKwMonth', 60)
    await expect.element(screen.getByText(/^Converting today loses/)).toBeVisible()
    await expect.element(screen.getByText('Margrabe 1978')).toBeInTheDocument()
  })
})
