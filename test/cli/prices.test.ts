import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { runCli, runJson } from '../support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** Two days of one hub: 20 $/MWh, the evening of the second at 500, one hour at -10. */
function priceFile(folder: string): string {
  const rows = ['07/01/2024', '07/02/2024'].flatMap((date, day) =>
    Array.from({ length: 24 }, (_, hour) => {
      const price = day === 1 && hour >= 17 && hour < 20 ? 500 : day === 0 && hour === 3 ? -10 : 20
      return `${date},${String(hour + 1).padStart(2, '0')}:00,N,HB_WEST,${price}`
    }),
  )
  const file = path.join(folder, 'download.csv')
  writeFileSync(
    file,
    ['Delivery Date,Hour Ending,Repeated Hour Flag,Settlement Point,Settlement Point Price', ...rows].join('\n'),
  )
  return file
}

test('prices are imported, listed, described and simulated', async () => {
  const folder = tempFolder()
  const catalog = ['--catalog', path.join(folder, 'catalog.db')]
  await runJson(['init', ...catalog])
  expect(await runJson(['import', priceFile(folder), ...catalog])).toMatchObject({ summary: { rows: 48, points: 1 } })
  expect(await runJson(['prices', 'list', 'hb_w', ...catalog])).toMatchObject({
    total: 1,
    nodes: [{ node: 'ERCOT/day_ahead/HB_WEST', intervals: 48, from_month: '2024-07', to_month: '2024-07' }],
  })
  const node = 'ERCOT/day_ahead/HB_WEST'
  expect(await runJson(['prices', 'stats', node, ...catalog])).toMatchObject({
    statistics: {
      hours: 48,
      coverage: 1,
      mean_usd_per_mwh: (44 * 20 + 3 * 500 - 10) / 48,
      negative_hours: 1,
      peak_proxy: [{ start_utc: '2024-07-02T22:00:00.000Z', usd_per_mwh: 500 }],
    },
  })
  const named = ['prices', 'stats', node, '--peaks', '2024-07-01T17, 2024-07-02T17,2024-08-20T16:45', ...catalog]
  expect(await runJson(named)).toMatchObject({
    statistics: {
      peaks: [{ usd_per_mwh: 20 }, { start_utc: '2024-07-02T22:00:00.000Z', usd_per_mwh: 500 }],
      peak_mean_usd_per_mwh: 260,
      peaks_without_price: ['2024-08-20T16:45'],
    },
  })
  expect((await runCli(named)).stdout).toMatch(
    /Named peaks, mean +\$260\.00\/MWh[\s\S]+Without a price +2024-08-20T16:45/,
  )
  const simulated = ['prices', 'simulate', node, '--strike', '60', '--min-down', '240', ...catalog]
  expect(await runJson(simulated)).toMatchObject({
    mining: { served_hours: 44, stops: 1, effective_usd_per_mwh: (43 * 20 - 10) / 44 },
    ai: { hours_above_strike: 3, unserved_hours: 4 },
  })
})

test('a node without prices and a strike that is no number are said in one sentence', async () => {
  const catalog = ['--catalog', path.join(tempFolder(), 'catalog.db')]
  await runCli(['init', ...catalog])
  const missing = await runCli(['prices', 'stats', 'ERCOT/day_ahead/NOWHERE', ...catalog])
  expect(missing.code).toBe(1)
  expect(missing.stderr).toContain('The catalog has no prices of "ERCOT/day_ahead/NOWHERE"')
  const wrong = await runCli(['prices', 'simulate', 'X', '--strike', 'cheap', ...catalog])
  expect(wrong.code).toBe(2)
  const peaks = await runCli(['prices', 'stats', 'X', '--peaks', '6/18/2025 17:00', ...catalog])
  expect(peaks.code).toBe(2)
  expect(peaks.stderr).toContain('"6/18/2025" is no hour; write peaks by their beginning as 2025-06-18T17')
  expect(wrong.stderr).toContain('--strike must be a number, not "cheap".')
})
