import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Core, startCore } from '../../electron/core/client.ts'
import { jobDone } from '../../electron/core/job-done.ts'
import { sitesCsv, THREE_SITES } from '../support/builders.ts'
import { tempFolder } from '../support/temp-folder.ts'

const scenario = { preset: '2026-07', changes: {} }

async function coreWith(text: string): Promise<{ core: Core; output: string }> {
  const folder = tempFolder()
  const output = path.join(folder, 'output')
  const core = await startCore({
    catalogFile: path.join(folder, 'catalog.db'),
    outputFolder: output,
    resources: { reference: '', basemap: '', fonts: '' },
    author: 'Ada',
  })
  onTestFinished(() => core.close())
  const file = path.join(folder, 'sites.csv')
  writeFileSync(file, text)
  const grant = randomUUID()
  const files = { [grant]: { path: file, name: 'sites.csv' } }
  await run(core, 'imports.start', { grant, dryRun: false }, files)
  return { core, output }
}

async function run(core: Core, method: 'imports.start' | 'exports.start', input: unknown, files = {}) {
  const { jobId } = (await core.call(method, input, files)) as { jobId: string }
  return jobDone(core, jobId)
}

describe('an export', () => {
  test('is a file under a fresh grant, with its name and size, as the catalog is now', async () => {
    const { core, output } = await coreWith(THREE_SITES)
    const edit = { siteId: 'rockdale', field: 'landAcres', value: 77, source: '', asOf: null, rung: 'claimed' }
    await core.call('sites.edit', edit)
    const job = await run(core, 'exports.start', { format: 'geojson', profile: 'internal', scenario })
    expect(job).toMatchObject({
      state: 'done',
      error: null,
      result: { type: 'file', name: 'switchyard-sites.geojson' },
    })
    if (job.result?.type !== 'file') throw new Error('The export has no file.')
    const text = readFileSync(path.join(output, job.result.grant), 'utf8')
    expect(Buffer.byteLength(text)).toBe(job.result.size)
    const { features } = JSON.parse(text) as { features: { geometry: { coordinates: number[] } }[] }
    expect(features.map((feature) => feature.geometry.coordinates)).toContainEqual([-97.06, 30.57])
    expect(text).toContain('77')
    const again = await run(core, 'exports.start', { format: 'csv', profile: 'internal', scenario })
    expect(again.result).toMatchObject({ name: 'switchyard-sites.csv' })
    expect(readdirSync(output)).toHaveLength(2)
  })

  test('that is cancelled leaves no file', async () => {
    const { core, output } = await coreWith(sitesCsv(Array.from({ length: 3_000 }, () => ({}))))
    const { jobId } = (await core.call('exports.start', { format: 'csv', profile: 'internal', scenario })) as {
      jobId: string
    }
    core.cancelJob(jobId)
    expect(await jobDone(core, jobId)).toMatchObject({ state: 'cancelled', error: { code: 'cancelled' } })
    expect(existsSync(output) ? readdirSync(output) : []).toEqual([])
  })
})

describe('a memo', () => {
  test('of a site that is not there is refused before a job is started', async () => {
    const { core } = await coreWith(THREE_SITES)
    await expect(core.call('memos.start', { siteId: 'x', scenario })).rejects.toMatchObject({
      code: 'not_found',
      message: 'The catalog has no site "x"; look for it by name in the list.',
    })
  })
})
