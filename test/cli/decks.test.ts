import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCli, runJson } from '../support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'

interface DeckJson {
  deck_id: string
  name: string
  version: number
  as_of: string
  preset: string
  assumptions: { key: string; value: number; source: string; as_of: string | null; set_by: string }[]
}

/** A catalog of a few sites, and a command line on it. */
async function onCatalog() {
  const folder = tempFolder()
  const [file, catalog] = [path.join(folder, 'list.csv'), path.join(folder, 'catalog.sqlite')]
  const rows = ['a,Abilene,32,-99,TX,US,200', 'b,Bastrop,30,-97,TX,US,200', 'c,Canton,41,-81,OH,US,80']
  writeFileSync(file, ['site_id,name,lat,lon,state,country,power_mw_energized', ...rows, ''].join('\n'))
  await runJson(['import', file, '--catalog', catalog])
  const on = (args: readonly string[]) => [...args, '--catalog', catalog]
  return {
    folder,
    run: (...args: string[]) => runCli(on(args)),
    json: <T = DeckJson>(...args: string[]) => runJson<T>(on(args)),
  }
}

const BEAR = ['decks', 'save', 'Bear', '--base', '2025-12', '--set', 'leaseRentUsdPerKwMonth=90', '--source', 'Bank']

describe('decks', () => {
  test('are saved, raised by a version, read at the older one, and undone', async () => {
    const { json, run } = await onCatalog()
    expect(await json(...BEAR, '--source-as-of', '2026-06')).toMatchObject({
      name: 'Bear',
      version: 1,
      as_of: '2025-12',
      preset: '2025-12',
      assumptions: [{ key: 'leaseRentUsdPerKwMonth', value: 90, source: 'Bank', as_of: '2026-06', set_by: 'deck' }],
    })
    const second = await json(
      'decks',
      'save',
      'bear',
      '--set',
      'btcPriceUsd=50000',
      '--reset',
      'leaseRentUsdPerKwMonth',
    )
    expect(second).toMatchObject({ version: 2, assumptions: [{ key: 'btcPriceUsd' }] })
    expect(await json('decks', 'show', 'Bear@1')).toMatchObject({ assumptions: [{ key: 'leaseRentUsdPerKwMonth' }] })
    await run('decks', 'delete', 'Bear')
    expect((await json<{ decks: unknown[] }>('decks', 'list')).decks).toEqual([])
    expect((await run('undo')).stdout).toContain('Undid: Delete deck Bear')
    const list = await json<{ presets: { id: string }[]; decks: { name: string; version: number }[] }>('decks', 'list')
    expect(list.decks).toMatchObject([{ name: 'Bear', version: 4 }])
    expect(list.presets).toHaveLength(4)
  })

  test('rank the sites as the same changes of the preset do, and are named in the answer', async () => {
    const { json, run } = await onCatalog()
    await json(...BEAR)
    const byDeck = await json<{ deck: unknown; preset: string; sites: unknown[] }>('rank', '--deck', 'bear')
    const bySet = await json<{ sites: unknown[] }>('rank', '--preset', '2025-12', '--set', 'leaseRentUsdPerKwMonth=90')
    expect(byDeck).toMatchObject({ preset: '2025-12', deck: { name: 'Bear', version: 1 } })
    expect(byDeck.sites).toEqual(bySet.sites)
    expect((await run('rank', '--deck', 'Bear', '--set', 'btcPriceUsd=90000')).stdout).toContain(
      'Bear, version 1, 1 change',
    )
    expect(await run('rank', '--deck', 'Bull')).toMatchObject({
      code: 1,
      stderr: 'There is no deck "Bull"; the catalog has Bear.\n',
    })
    expect(await run('rank', '--deck', 'Bear', '--preset', '2025-12')).toMatchObject({ code: 2 })
  })

  test('travel as a file with version and sources; a second copy gets a name of its own', async () => {
    const { json, folder } = await onCatalog()
    const { deck_id } = await json(...BEAR)
    const file = path.join(folder, 'bear.json')
    await json('decks', 'export', 'Bear', '--out', file)
    const other = await onCatalog()
    expect(await other.json('decks', 'import', file)).toMatchObject({ deck_id, name: 'Bear' })
    expect(await other.json('decks', 'show', 'Bear')).toMatchObject({ assumptions: [{ value: 90, source: 'Bank' }] })
    expect(await other.json('decks', 'import', file)).toMatchObject({ name: 'Bear (2)' })
    const bad = path.join(folder, 'bad.json')
    writeFileSync(bad, readFileSync(file, 'utf8').replace('"value": 90', '"value": -90'))
    expect(await other.run('decks', 'import', bad)).toMatchObject({
      code: 1,
      stderr:
        'The deck was not imported: The assumption leaseRentUsdPerKwMonth must be a number from 0 to 1000 $/kW-month, not -90.\n',
    })
  })

  test('are compared: which sites flip, whose rank moves, and which assumption explains it', async () => {
    const { json, run } = await onCatalog()
    await json(...BEAR)
    const { flips, differences, sites } = await json<{
      flips: number
      differences: { key: string }[]
      sites: { verdict: [string, string]; causes: { key: string; share: number }[]; sentence: string }[]
    }>('decks', 'compare', 'story-2024-11-22', 'bear')
    expect(differences.map(({ key }) => key)).toContain('leaseRentUsdPerKwMonth')
    expect(sites).toHaveLength(3)
    expect(sites.filter(({ verdict }) => verdict[0] !== verdict[1])).toHaveLength(flips)
    for (const { causes } of sites)
      if (causes.length > 0) expect(causes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6)
    expect((await run('decks', 'compare', 'Bear', 'Bear')).stdout).toContain('0 of 3 sites flip')
  })

  test.each([
    ['a value below the range', ['--set', 'difficultyT=-1'], /difficultyT must be a number from .* T, not -1/],
    ['NaN', ['--set', 'feeShare=NaN'], /"NaN" in "--set feeShare=NaN" is not a number/],
    ['an unknown assumption', ['--reset', 'hashrate'], /There is no assumption "hashrate"/],
    ['an option of another verb', ['--out', 'x.json'], /"decks save" does not take --out/],
  ])('refuse %s before the catalog is opened', async (_, options, sentence) => {
    const { code, stderr } = await runCli(['decks', 'save', 'X', ...options, '--catalog', 'none.sqlite'])
    expect(code).toBe(2)
    expect(stderr).toMatch(sentence)
  })
})
