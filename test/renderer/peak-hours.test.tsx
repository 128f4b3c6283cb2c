import { describe, expect, it } from 'vitest'
import { priceStatistics } from '../../shared/domain/prices/price-statistics.ts'
import { renderApp, THREE_SITES } from '../support/render-app.tsx'

const NODE = 'ERCOT/real_time/HB_WEST/HU'
const DAY = Date.UTC(2025, 5, 18, 5) / 1_000
const SERIES = {
  starts: Array.from({ length: 24 }, (_, hour) => DAY + hour * 3_600),
  prices: Array.from({ length: 24 }, (_, hour) => hour),
  intervalSeconds: 3_600,
}

/** Opens a site whose node has a day of prices, each as many dollars as the hour. */
async function openPrices(settings: Readonly<Record<string, unknown>> = {}) {
  const sites = THREE_SITES.map((site) => ({ ...site, values: { ...site.values, priceNode: NODE } }))
  const rendered = await renderApp(sites, settings)
  const { host, screen } = rendered
  const node = {
    nodeId: NODE,
    market: 'ERCOT',
    run: 'real_time' as const,
    name: 'HB_WEST',
    type: 'HU',
    intervals: 24,
    fromMonth: '2025-06',
    toMonth: '2025-06',
    source: 'ERCOT real-time settlement point prices',
  }
  host.answers['prices.stats'] = (input) => {
    const found = priceStatistics(SERIES, 'central', (input['peakHours'] ?? []) as string[])
    if (!found) throw new Error('A day of prices has statistics.')
    const utc = (seconds: number) => new Date(seconds * 1_000).toISOString()
    const statistics = {
      ...found,
      percentiles: [...found.percentiles],
      durationCurve: [...found.durationCurve],
      unpricedPeaks: [...found.unpricedPeaks],
      peaks: found.peaks.map(({ start, usdPerMwh }) => ({ startUtc: utc(start), usdPerMwh })),
      fromUtc: utc(DAY),
      toUtc: utc(DAY + 86_400),
    }
    return { node, statistics }
  }
  host.answers['prices.simulate'] = () => ({
    node,
    curtailment: {
      hours: 24,
      servedHours: 24,
      uptime: 1,
      stops: 0,
      effectiveUsdPerMwh: 11.5,
      firmUsdPerMwh: 11.5,
      hoursAboveStrike: 0,
      unservedHours: 0,
      billShareAboveStrike: 0,
    },
  })
  await screen.getByTitle('Cedar Bend').click()
  await screen.getByRole('tab', { name: /^Gates/ }).click()
  return rendered
}

describe('hours of the system peaks', () => {
  it('are counted once they are named, and remembered for their market', async () => {
    const { host, screen } = await openPrices()
    await expect.element(screen.getByText('Summer peak hours, by price')).toBeInTheDocument()
    const hours = screen.getByRole('textbox', { name: "Hours of ERCOT's system peaks, such as the 4CP" })
    await hours.fill('2025-08-20T17 2025-06-18T17')
    await screen.getByRole('button', { name: 'Count these' }).click()
    await expect.element(screen.getByText('Named system peaks (2, 1 without a price)')).toBeInTheDocument()
    await expect.element(screen.getByText('$17.00/MWh', { exact: true })).toBeInTheDocument()
    await expect.element(hours).toHaveValue('2025-06-18T17, 2025-08-20T17')
    await expect.poll(() => host.settings['peakHours']).toEqual({ ERCOT: ['2025-06-18T17', '2025-08-20T17'] })
  })

  it('are still there after a start, and give way to the stand-in when they are taken out', async () => {
    const { screen } = await openPrices({ peakHours: { ERCOT: ['2025-06-18T16'] } })
    await expect.element(screen.getByText('Named system peaks (1)')).toBeInTheDocument()
    const hours = screen.getByRole('textbox', { name: /system peaks/ })
    await expect.element(hours).toHaveValue('2025-06-18T16')
    await hours.fill('')
    await screen.getByRole('button', { name: 'Count these' }).click()
    await expect.element(screen.getByText('Summer peak hours, by price')).toBeInTheDocument()
  })

  it('that are none are told of in one sentence, and nothing is changed', async () => {
    const { host, screen } = await openPrices()
    await screen.getByRole('textbox', { name: /system peaks/ }).fill('2025-06-31T17')
    await screen.getByRole('button', { name: 'Count these' }).click()
    await expect.element(screen.getByText(/^"2025-06-31T17" is no hour; write peaks .* between\.$/)).toBeVisible()
    expect(host.settings['peakHours']).toBeUndefined()
    await expect.element(screen.getByText('Summer peak hours, by price')).toBeInTheDocument()
  })
})
