import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { GATE_STATES, GATES } from '../../shared/domain/ranking/ranking.ts'
import { SITE_FIELD_KEYS } from '../../shared/domain/site/site-fields.ts'
import { STRATEGIES, VERDICTS } from '../../shared/domain/site/strategies.ts'
import { runCli, runJson, startCli } from '../support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'

interface RankJson {
  preset: string
  ruler: string
  sites: {
    site_id: string
    name: string
    rank: number
    verdict: string
    score: number
    npv_usd_per_mw: Record<string, number | null>
    gates: { gate: string; state: string; why: string }[]
  }[]
}

interface ShowJson {
  name: string
  attributes: { field: string; value: unknown; source: string; as_of: string | null; rung: string; origin: string }[]
}

let pristine: Buffer

beforeAll(() => {
  const folder = mkdtempSync(path.join(tmpdir(), 'switchyard-test-'))
  const catalog = path.join(folder, 'catalog.sqlite')
  try {
    const main = path.resolve(import.meta.dirname, '..', '..', 'electron', 'cli', 'main.ts')
    const env = { ...process.env, SWITCHYARD_DATA: folder }
    execFileSync(process.execPath, [main, 'init', '--reference', '--catalog', catalog], { env })
    pristine = readFileSync(catalog)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** A catalog of the reference sites for one test. */
function referenceCatalog(): string {
  const catalog = path.join(tempFolder(), 'catalog.sqlite')
  writeFileSync(catalog, pristine)
  return catalog
}

describe('rank', () => {
  test('prints the sites best first with verdict, score, values and gates, and no number that JSON lacks', async () => {
    const catalog = referenceCatalog()
    const { stdout } = await runCli(['rank', '--catalog', catalog, '--json'])
    expect(stdout).not.toMatch(/NaN|Infinity/)
    const answer = JSON.parse(stdout) as RankJson
    expect(Object.keys(answer)).toEqual(['preset', 'ruler', 'sites'])
    expect(answer.preset).toBe('2026-07')
    expect(answer.sites).toHaveLength(498)
    expect(answer.sites.map(({ rank }) => rank)).toEqual(answer.sites.map((_, index) => index + 1))
    for (const site of answer.sites) {
      expect(Object.keys(site)).toEqual(['site_id', 'name', 'rank', 'verdict', 'score', 'npv_usd_per_mw', 'gates'])
      expect(VERDICTS).toContain(site.verdict)
      expect(Object.keys(site.npv_usd_per_mw)).toEqual([...STRATEGIES])
      expect(site.gates.map(({ gate }) => gate)).toEqual([...GATES])
      for (const { state, why } of site.gates) {
        expect(GATE_STATES).toContain(state)
        expect(why).not.toBe('')
      }
    }
  })

  test('follows the preset and the assumptions', async () => {
    const catalog = referenceCatalog()
    const args = ['rank', '--top', '5', '--catalog', catalog]
    const usual = await runJson<RankJson>([...args, '--preset', '2025-12'])
    const dear = await runJson<RankJson>([...args, '--preset', '2025-12', '--set', 'btcPriceUsd=500000'])
    expect([usual.preset, usual.sites.length]).toEqual(['2025-12', 5])
    expect(dear.sites[0]?.npv_usd_per_mw['mine']).toBeGreaterThan(usual.sites[0]?.npv_usd_per_mw['mine'] ?? 0)
  })

  test('prints a table for a person', async () => {
    const { stdout } = await runCli(['rank', '--top', '3', '--catalog', referenceCatalog()])
    expect(stdout).toMatch(/^July 2026, ruler .+: the best 3 of 498 sites/)
    expect(stdout).toMatch(/^ {3}1 {2}\S/m)
    expect(stdout.trimEnd().split('\n')).toHaveLength(7)
  })
})

describe('show, set, undo and redo', () => {
  const voltage = (site: ShowJson) => site.attributes.find(({ field }) => field === 'gridVoltageKv')

  test('change an attribute with what vouches for it, in one process after the other', async () => {
    const catalog = referenceCatalog()
    const own = { inOwnProcess: true }
    const show = () => runJson<ShowJson>(['show', '--site', 'coal-gorgas-al', '--catalog', catalog], own)
    const run = (...args: string[]) => runJson([...args, '--catalog', catalog], own)
    expect(voltage(await show())).toMatchObject({ value: 230, origin: 'data_set' })

    const edit = ['set', '--site', 'coal-gorgas-al', '--field', 'voltage_kv', '--value', '345']
    expect(await run(...edit, '--source', 'Site visit', '--as-of', '2026-07', '--rung', 'letter')).toMatchObject({
      field: 'gridVoltageKv',
      value: 345,
    })
    const edited = { value: 345, source: 'Site visit', as_of: '2026-07', rung: 'letter', origin: 'edit' }
    expect(voltage(await show())).toMatchObject(edited)

    expect(await run('undo')).toMatchObject({ label: expect.stringContaining('Grid voltage'), skipped: 0 })
    expect(voltage(await show())).toMatchObject({ value: 230, origin: 'data_set' })
    expect(await run('undo')).toMatchObject({ label: null })
    expect(await run('redo')).toMatchObject({ label: expect.stringContaining('Grid voltage') })
    expect(voltage(await show())).toMatchObject(edited)
    expect(await run('check')).toMatchObject({ ok: true })
  })

  test('take negative prices and positions, and refuse what the field does not hold', async () => {
    const catalog = referenceCatalog()
    const set = (field: string, value: string) =>
      runCli(['set', '--site', 'coal-gorgas-al', '--field', field, '--value', value, '--catalog', catalog, '--json'])
    expect(JSON.parse((await set('power_price_usd_mwh', '-3.5')).stdout)).toMatchObject({ value: -3.5 })
    expect(JSON.parse((await set('position', '33.5, -87')).stdout)).toMatchObject({
      value: { latitude: 33.5, longitude: -87 },
    })
    expect(await set('position', '95, -87')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'Position was not set: latitude 95 is outside -90 to 90.\n',
    })
  })

  test('print imported text without what a terminal would obey', async () => {
    const folder = tempFolder()
    const [file, catalog] = [path.join(folder, 'list.csv'), path.join(folder, 'catalog.sqlite')]
    writeFileSync(file, 'site_id,name,lat,lon\na,Red \u001b[31malert\u0007,1,2\n')
    await runJson(['import', file, '--catalog', catalog])
    const { stdout } = await runCli(['show', '--site', 'a', '--catalog', catalog])
    expect(stdout).toContain('Red [31malert')
    expect(stdout).not.toMatch(/(?!\n)\p{Cc}/u)
  })

  test('know no site that is not there', async () => {
    const { code, stdout, stderr } = await runCli(['show', '--site', 'atlantis', '--catalog', referenceCatalog()])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^The catalog has no site "atlantis"[^\n]*\.\n$/)
  })
})

describe('export', () => {
  test('as CSV gives every value back when it is imported into another catalog', async () => {
    const folder = tempFolder()
    const catalog = referenceCatalog()
    const out = path.join(folder, 'out.csv')
    writeFileSync(out, 'replaced')
    expect(await runJson(['export', '--format', 'csv', '--out', out, '--catalog', catalog])).toMatchObject({
      format: 'csv',
      file: out,
      sites: 498,
    })
    const other = path.join(folder, 'other.sqlite')
    expect(await runJson(['import', out, '--catalog', other])).toMatchObject({ added: 498, rejected: [] })

    const values = async (file: string, site: string) => {
      const { attributes } = await runJson<ShowJson>(['show', '--site', site, '--catalog', file])
      return Object.fromEntries(
        attributes.filter(({ value }) => value !== null).map(({ field, value }) => [field, value]),
      )
    }
    for (const site of ['coal-gorgas-al', 'iren-horizon-childress-tx'])
      expect(await values(other, site)).toEqual(await values(catalog, site))
  })

  test('as GeoJSON is written from where the user is', async () => {
    const cwd = tempFolder()
    await runJson(['export', '--format', 'geojson', '--out', 'out.geojson', '--catalog', referenceCatalog()], { cwd })
    const collection = JSON.parse(readFileSync(path.join(cwd, 'out.geojson'), 'utf8')) as { features: unknown[] }
    expect(collection.features).toHaveLength(498)
  })

  test('into a folder that is not there says so', async () => {
    const out = path.join(tempFolder(), 'no', 'out.csv')
    expect(await runCli(['export', '--format', 'csv', '--out', out, '--catalog', referenceCatalog()])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'The folder does not exist; create it or choose another.\n',
    })
  })
})

describe('memo', () => {
  test('writes a PDF', async () => {
    const out = path.join(tempFolder(), 'memo.pdf')
    const args = ['memo', '--site', 'iren-horizon-childress-tx', '--out', out, '--catalog', referenceCatalog()]
    expect(await runJson(args)).toMatchObject({ site_id: 'iren-horizon-childress-tx', file: out })
    expect(readFileSync(out).subarray(0, 5).toString('latin1')).toBe('%PDF-')
  })

  test('of a site that is not there writes nothing', async () => {
    const out = path.join(tempFolder(), 'memo.pdf')
    const { code, stderr } = await runCli(['memo', '--site', 'atlantis', '--out', out, '--catalog', referenceCatalog()])
    expect(code).toBe(1)
    expect(stderr).toMatch(/^The catalog has no site "atlantis"[^\n]*\.\n$/)
    expect(existsSync(out)).toBe(false)
  })
})

describe('serve', () => {
  test('prints the address that opens the page, and ends cleanly on Ctrl-C', async () => {
    const { child, result } = startCli(['serve', '--no-open', '--catalog', referenceCatalog(), '--json'])
    const line = await new Promise<string>((resolve) => child.stdout?.once('data', resolve))
    const { launch_url: launchUrl } = JSON.parse(line) as { launch_url: string }
    expect(launchUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#launch=/)
    expect((await fetch(new URL('/', launchUrl))).status).toBeLessThan(500)
    child.kill('SIGINT')
    expect(await result).toMatchObject({ code: 0, stderr: '' })
  })
})

describe('The fields of the catalog', () => {
  test('are named in the refusal of one that is none', async () => {
    const { code, stderr } = await runCli(['set', '--site', 'a', '--field', 'charm', '--value', '1'])
    expect(code).toBe(2)
    for (const key of SITE_FIELD_KEYS) expect(stderr).toContain(key)
  })
})
