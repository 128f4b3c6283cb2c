import { describe, expect, it } from 'vitest'
import type { PageSite } from '../support/in-page-host.ts'
import { renderApp } from '../support/render-app.tsx'

const SITE = {
  siteId: 'far',
  values: {
    name: 'Dogwood Ridge',
    kind: 'mining',
    status: 'operating',
    state: 'TX',
    country: 'US',
    gridOperator: 'ERCOT',
    energizedMw: 200,
    plannedMw: 500,
    queueStatus: 'energized',
    powerPriceUsdPerMwh: 40,
    gridVoltageKv: 138,
    serviceFirmness: 'firm',
    landAcres: 30,
    fiberDistanceMi: 2,
    zoning: 'industrial',
    position: { latitude: 33, longitude: -100 },
  },
} as const

async function openTab(site: PageSite, tab: string) {
  const app = await renderApp([site])
  await expect.poll(() => app.store.getState().columns?.count).toBe(1)
  app.store.getState().selectSite(site.siteId, 'list')
  await app.screen.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
  return app
}

describe('the power price of a site', () => {
  it('stands once beside the megawatts, with its charges and what the least bill costs', async () => {
    const values = { ...SITE.values, energyUsdPerMwh: 30, demandUsdPerKwMonth: 10, minimumBillPercent: 85 }
    const { screen } = await openTab({ siteId: 'far', values }, 'Gates')
    await expect.element(screen.getByText('All-in power price')).toBeVisible()
    await expect.element(screen.getByText(/a site that stands still owes \$20\.40m a year/)).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Effective megawatts' }).elements()).toHaveLength(1)
    expect(screen.getByRole('heading', { name: 'Power price', exact: true }).elements()).toHaveLength(1)
  })
})

describe('the gates of a site', () => {
  it('show the cheapest cure of a failed gate and what AI use is worth after it', async () => {
    const { screen } = await openTab(SITE, 'Gates')
    await expect.element(screen.getByText(/^The failed gate can be cured for \$1\.50m \(\$8k\/MW\)/)).toBeVisible()
    await expect.element(screen.getByText(/^Cheapest cure: 100 more acres, \$1\.50m/)).toBeVisible()
    await expect.element(screen.getByText(/^To find out: a FEMA A or V zone/)).toBeVisible()
  })

  it('say so where no cure exists', async () => {
    const { screen } = await openTab({ ...SITE, values: { ...SITE.values, floodZone: 'AE' } }, 'Gates')
    await expect.element(screen.getByText('No AI use at any price: flood cannot be cured.')).toBeVisible()
  })

  it('follow the price of land', async () => {
    const { screen, store } = await openTab(SITE, 'Gates')
    store.getState().changeAssumption('landUsdPerAcre', 100_000)
    await expect.element(screen.getByText(/^Cheapest cure: 100 more acres, \$10\.00m/)).toBeVisible()
  })
})

describe('the power of a site', () => {
  it('shows the waterfall of its verdict, and of any other use', async () => {
    const { screen } = await openTab(SITE, 'Gates')
    const section = screen.getByRole('region', { name: 'Effective megawatts' })
    await section.getByRole('combobox').selectOptions('Lease to AI tenant')
    await expect
      .element(section.getByText('At most 140 MW of critical IT; not proven: supply with one feed out (N−1).'))
      .toBeVisible()
    await expect.element(section.getByText('≤ 140 MW')).toBeVisible()
    expect(section.getByRole('listitem').elements()).toHaveLength(6)
    await section.getByRole('combobox').selectOptions('Mine')
    await expect.element(section.getByText('190 MW at the miners, all of it on evidence.')).toBeVisible()
  })
})
