import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCli, runJson } from '../support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'

interface Range {
  p10: number
  p50: number
  p90: number
  mean: number
  sd: number
}

interface RankJson {
  simulation?: { draws: number; seed: number; first_place_standard_error: number }
  sites: {
    site_id: string
    stability?: {
      verdict_holds: number
      verdict_share: Record<string, number>
      value_usd_per_mw: Range
      npv_usd_per_mw: Record<string, Range>
      rank: Range
      first: number
      top_10: number
      power_comes: number
      not_separable: { site_id: string; rank: number; better_ranked_ahead: number }[]
    }
  }[]
}

/** A catalog of a few sites. */
async function catalogOf(rows: readonly string[]): Promise<string> {
  const folder = tempFolder()
  const [file, catalog] = [path.join(folder, 'list.csv'), path.join(folder, 'catalog.sqlite')]
  writeFileSync(file, ['site_id,name,lat,lon,state,country,power_mw_energized', ...rows, ''].join('\n'))
  await runJson(['import', file, '--catalog', catalog])
  return catalog
}

const ROWS = ['a,Abilene,32,-99,TX,US,200', 'b,Bastrop,30,-97,TX,US,200', 'c,Canton,41,-81,OH,US,80']

describe('rank --draws', () => {
  test('adds to each site how sure its verdict, value and rank are', async () => {
    const { sites, simulation } = await runJson<RankJson>([
      ...['rank', '--draws', '99', '--seed', '7'],
      ...['--catalog', await catalogOf(ROWS)],
    ])
    expect(simulation).toEqual({
      method: 'site_by_site',
      draws: 100,
      seed: 7,
      kendall_tau: expect.any(Number),
      first_place_standard_error: expect.any(Number),
    })
    const shares = sites.map(({ stability }) => stability?.first ?? Number.NaN)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
    for (const { stability } of sites) {
      const verdicts = Object.values(stability?.verdict_share ?? {})
      expect(verdicts.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
      expect(stability?.top_10).toBe(1)
      expect(stability?.rank.p10).toBeLessThanOrEqual(stability?.rank.p90 ?? 0)
    }
    const one = sites.find(({ site_id }) => site_id === 'a')?.stability
    expect(one?.not_separable).toContainEqual({
      site_id: 'b',
      rank: expect.any(Number),
      better_ranked_ahead: expect.any(Number),
    })
  })

  test('says the same again for the same seed, and the same of a site when another one is added', async () => {
    const catalog = await catalogOf(ROWS)
    const args = ['rank', '--draws', '60', '--json', '--catalog']
    const before = await runCli([...args, catalog])
    expect((await runCli([...args, catalog])).stdout).toBe(before.stdout)
    const more = await runCli([...args, await catalogOf([...ROWS, 'd,Dayton,39,-84,OH,US,500'])])
    const valuesOfA = ({ stdout }: { stdout: string }) =>
      (JSON.parse(stdout) as RankJson).sites.find(({ site_id }) => site_id === 'a')?.stability?.npv_usd_per_mw
    expect(valuesOfA(more)).toEqual(valuesOfA(before))
  })

  test('prints two more columns for a person, and none without --draws', async () => {
    const catalog = await catalogOf(ROWS)
    const { stdout } = await runCli(['rank', '--draws', '40', '--catalog', catalog])
    expect(stdout).toContain('in 40 draws, seed 1')
    expect(stdout).toMatch(/Verdict +Holds +Ranks +MW/)
    expect(stdout).toMatch(/ \d+% +[1-3](–[1-3])? /)
    expect((await runCli(['rank', '--catalog', catalog])).stdout).not.toContain('Holds')
  })

  test('auto goes on until it is known how often each site is first, and says how many draws it took', async () => {
    const catalog = ['--catalog', await catalogOf(ROWS)]
    const { simulation, sites } = await runJson<RankJson>(['rank', '--draws', 'auto', ...catalog])
    expect(simulation?.draws).toBeGreaterThanOrEqual(1_000)
    expect(simulation?.first_place_standard_error).toBeLessThan(0.01)
    const fixed = await runJson<RankJson>(['rank', '--draws', String(simulation?.draws), ...catalog])
    expect(fixed).toMatchObject({ simulation, sites })
    const { stdout } = await runCli(['rank', '--draws', 'auto', ...catalog])
    expect(stdout).toMatch(
      /in [\d,]+ draws, seed 1, enough to know how often each site is first, standard error at most/,
    )
  })

  test.each([
    [['--draws', '0'], '--draws takes a whole number above zero and not "0".'],
    [['--draws', '2000000'], '--draws takes at most 20,000 and not 2000000.'],
    [['--draws', '10', '--seed', '4294967296'], '--seed takes at most 4,294,967,295 and not 4294967296.'],
    [['--seed', '3'], '--seed needs --draws N.'],
  ])('refuses %j', async (options, sentence) => {
    expect(await runCli(['rank', ...options])).toMatchObject({ code: 2, stdout: '', stderr: `${sentence}\n` })
  })
})
