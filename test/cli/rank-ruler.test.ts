import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCli, runJson } from '../support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'

interface RankJson {
  ruler: string
  sites: { site_id: string; rank: number; score: number; verdict: string }[]
}

/** Two running mines alike but for their price and their power. */
async function onCatalog() {
  const folder = tempFolder()
  const [file, catalog] = [path.join(folder, 'list.csv'), path.join(folder, 'catalog.sqlite')]
  const rows = ['small,Small,32,-99,TX,US,60', 'large,Large,30,-97,TX,US,900']
  writeFileSync(file, ['site_id,name,lat,lon,state,country,power_mw_energized', ...rows, ''].join('\n'))
  await runJson(['import', file, '--catalog', catalog])
  return (...args: string[]) => [...args, '--catalog', catalog]
}

describe('rank --ruler', () => {
  test('measures with the mining or the AI ruler, whose scores differ while the verdicts stay', async () => {
    const on = await onCatalog()
    const ranks: RankJson[] = []
    for (const option of [[], ['--ruler', 'mining'], ['--ruler', 'AI']]) {
      ranks.push(await runJson<RankJson>(on('rank', ...option)))
    }
    expect(ranks.map(({ ruler }) => ruler)).toEqual([
      'switchyard-2026 v1',
      'switchyard-2026-mining v1',
      'switchyard-2026-ai v1',
    ])
    const [combined, mining, ai] = ranks.map(({ sites }) => new Map(sites.map((site) => [site.site_id, site])))
    expect(new Set([combined, mining, ai].map((sites) => sites?.get('large')?.score)).size).toBe(3)
    expect(mining?.get('large')?.verdict).toBe(combined?.get('large')?.verdict)
  })

  test('refuses a ruler that is not there and names those that are', async () => {
    const on = await onCatalog()
    const { code, stderr } = await runCli(on('rank', '--ruler', 'gut feeling'))
    expect(code).not.toBe(0)
    expect(stderr).toContain('There is no ruler "gut feeling"; choose one of combined, mining, ai.')
  })
})
