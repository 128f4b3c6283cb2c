import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Core, startCore } from '../../electron/core/client.ts'
import { jobDone } from '../../electron/core/job-done.ts'
import { loadReference } from '../../electron/core/load-reference.ts'
import type { WorkerLink } from '../../electron/core/worker-link.ts'
import type { WorkerRole } from '../../electron/core/worker-messages.ts'
import type { CatalogFinding, CatalogSummary } from '../../shared/contract/catalog.ts'
import type { AppEvent } from '../../shared/contract/events.ts'
import type { SiteDetail } from '../../shared/contract/sites.ts'
import { sitesCsv, THREE_SITES } from '../support/builders.ts'
import { tempFolder } from '../support/temp-folder.ts'

const REFERENCE = path.join(import.meta.dirname, '../../data/reference')

interface TestCore {
  readonly core: Core
  readonly file: string
  readonly links: Map<WorkerRole, WorkerLink[]>
  readonly events: AppEvent[]
}

async function testCore(folder = tempFolder()): Promise<TestCore> {
  const file = path.join(folder, 'catalog.db')
  const links = new Map<WorkerRole, WorkerLink[]>()
  const options = {
    catalogFile: file,
    outputFolder: path.join(folder, 'output'),
    resources: { reference: REFERENCE, basemap: '', fonts: '' },
    author: 'Ada',
  }
  const core = await startCore(options, (link, role) => links.set(role, [...(links.get(role) ?? []), link]))
  onTestFinished(() => core.close())
  const events: AppEvent[] = []
  core.onEvent((event) => events.push(event))
  return { core, file, links, events }
}

async function importText(core: Core, folder: string, text: string): Promise<string> {
  const file = path.join(folder, `${randomUUID()}.csv`)
  writeFileSync(file, text)
  const grant = randomUUID()
  const answer = await core.call(
    'imports.start',
    { grant, dryRun: false },
    { [grant]: { path: file, name: 'sites.csv' } },
  )
  return (answer as { jobId: string }).jobId
}

async function summary(core: Core): Promise<CatalogSummary> {
  return (await core.call('catalog.summary', {})) as CatalogSummary
}

describe('the core', () => {
  test('loads the reference sites once: 267 sites and 291 coal plants, 60 of them the same', async () => {
    const { core } = await testCore()
    const reports = await loadReference(core, { reference: REFERENCE, basemap: '', fonts: '' })
    expect(reports.map(({ added, updated, rejectedCount }) => [added, updated, rejectedCount])).toEqual([
      [267, 0, 0],
      [231, 60, 0],
    ])
    expect(await summary(core)).toMatchObject({ siteCount: 498, dataSets: [{ rows: 267 }, { rows: 291 }] })
    expect(await loadReference(core, { reference: REFERENCE, basemap: '', fonts: '' })).toEqual([])
    const findings = (await core.call('catalog.check', {})) as CatalogFinding[]
    expect(findings.filter((finding) => !finding.ok)).toEqual([])
  })

  test('gives a plant of both files the values of each with its own source', async () => {
    const { core } = await testCore()
    await loadReference(core, { reference: REFERENCE, basemap: '', fonts: '' })
    const site = (await core.call('sites.get', { siteId: 'coal-gorgas-al' })) as SiteDetail
    const of = (field: string) => site.attributes.find((each) => each.field === field)
    expect(site.records).toHaveLength(2)
    expect(of('name')?.dataSet).toMatch(/sites\.csv/)
    expect(of('nameplateGenerationMw')?.dataSet).toMatch(/retired_coal\.csv/)
    expect(of('nameplateGenerationMw')?.source).not.toBe(of('name')?.source)
  })

  test('reads its own writes, and tells of each with the revision', async () => {
    const folder = tempFolder()
    const { core, events } = await testCore(folder)
    const job = await jobDone(core, await importText(core, folder, THREE_SITES))
    expect(job).toMatchObject({ state: 'done', result: { type: 'import', added: 3 } })
    for (let acres = 1; acres <= 50; acres++) {
      const edit = { siteId: 'rockdale', field: 'landAcres', value: acres, source: '', asOf: null, rung: 'claimed' }
      const { revision } = (await core.call('sites.edit', edit)) as { revision: number }
      const site = (await core.call('sites.get', { siteId: 'rockdale' })) as SiteDetail
      expect(site.attributes.find((each) => each.field === 'landAcres')?.value).toBe(acres)
      expect((await summary(core)).revision).toBe(revision)
      expect(events.at(-1)).toMatchObject({ type: 'catalog', revision })
    }
  })

  test('knows of a job as soon as it has started it, and tells at most ten times a second of its progress', async () => {
    const folder = tempFolder()
    const { core, events } = await testCore(folder)
    const begun = performance.now()
    const jobId = await importText(core, folder, sitesCsv(Array.from({ length: 30_000 }, () => ({}))))
    expect(core.job(jobId)).toMatchObject({ jobId, label: 'Import sites.csv' })
    await jobDone(core, jobId)
    const seconds = (performance.now() - begun) / 1_000
    const told = events.filter((event) => event.type === 'job')
    expect(told.at(-1)).toMatchObject({ job: { state: 'done' } })
    // Its start and its end are told beside its progress.
    expect(told.length).toBeLessThanOrEqual(Math.ceil(seconds * 10) + 2)
  })

  test('cancels a job that runs, and leaves a finished one alone', async () => {
    const folder = tempFolder()
    const { core } = await testCore(folder)
    const running = await importText(core, folder, sitesCsv(Array.from({ length: 30_000 }, () => ({}))))
    core.cancelJob(running)
    expect(await jobDone(core, running)).toMatchObject({ state: 'cancelled', error: { code: 'cancelled' } })
    expect((await summary(core)).siteCount).toBe(0)
    const done = await importText(core, folder, THREE_SITES)
    await jobDone(core, done)
    core.cancelJob(done)
    core.cancelJob(randomUUID())
    expect(core.job(done)).toMatchObject({ state: 'done' })
  })

  test('refuses a grant that is not its file', async () => {
    const { core } = await testCore()
    for (const grant of [randomUUID(), '__proto__'])
      await expect(core.call('imports.start', { grant, dryRun: false }, {})).rejects.toMatchObject({
        code: 'not_found',
      })
  })

  test('leaves one whole file behind when it closes, and refuses calls from then on', async () => {
    const folder = tempFolder()
    const { core, file } = await testCore(folder)
    await jobDone(core, await importText(core, folder, THREE_SITES))
    await core.close()
    await core.close()
    expect(existsSync(`${file}-wal`)).toBe(false)
    expect(statSync(file).size).toBeGreaterThan(0)
    await expect(core.call('catalog.summary', {})).rejects.toMatchObject({ code: 'internal' })
    expect(readdirSync(folder)).not.toContain('catalog.db-shm')
  })

  test('closes while a job runs, which is then cancelled', async () => {
    const folder = tempFolder()
    const first = await testCore(folder)
    const jobId = await importText(first.core, folder, sitesCsv(Array.from({ length: 30_000 }, () => ({}))))
    await first.core.close()
    expect(first.core.job(jobId)?.state).toBe('cancelled')
    const second = await testCore(folder)
    expect((await summary(second.core)).siteCount).toBe(0)
  })

  test('says in one sentence why a catalog cannot be opened, and lets the next one open', async () => {
    const folder = tempFolder()
    const file = path.join(folder, 'catalog.db')
    writeFileSync(file, 'not a catalog')
    await expect(testCore(folder)).rejects.toMatchObject({ code: 'catalog_unusable' })
    const other = tempFolder()
    const { core } = await testCore(other)
    await expect(testCore(other)).rejects.toMatchObject({ code: 'busy' })
    expect((await summary(core)).siteCount).toBe(0)
  })
})

describe('when a worker thread crashes', () => {
  test.each(['writer', 'reader'] as const)(
    'the %s is started again once, with all that was committed',
    async (role) => {
      const folder = tempFolder()
      const { core, links } = await testCore(folder)
      await jobDone(core, await importText(core, folder, THREE_SITES))
      const method = role === 'writer' ? 'catalog.check' : 'catalog.summary'
      const pending = core.call(method, {})
      const lost = expect(pending).rejects.toMatchObject({
        code: 'internal',
        message: 'A part of Switchyard stopped before it had answered; try again.',
      })
      await links.get(role)?.[0]?.thread.terminate()
      await lost
      await core.call(method, {})
      expect((await summary(core)).siteCount).toBe(3)
      expect(links.get(role)).toHaveLength(2)

      await links.get(role)?.[1]?.thread.terminate()
      await expect(core.call(method, {})).rejects.toMatchObject({
        code: 'internal',
        message: 'A part of Switchyard stopped several times; restart Switchyard.',
      })
    },
  )

  test('its running job fails with one sentence and the catalog is as before', async () => {
    const folder = tempFolder()
    const { core, links } = await testCore(folder)
    await jobDone(core, await importText(core, folder, THREE_SITES))
    const jobId = await importText(core, folder, sitesCsv(Array.from({ length: 30_000 }, () => ({}))))
    await links.get('writer')?.[0]?.thread.terminate()
    expect(await jobDone(core, jobId)).toMatchObject({
      state: 'failed',
      error: { message: '"Import sites.csv" stopped because a part of Switchyard stopped; start it again.' },
    })
    const findings = (await core.call('catalog.check', {})) as CatalogFinding[]
    expect(findings.filter((finding) => !finding.ok)).toEqual([])
    expect((await summary(core)).siteCount).toBe(3)
  })
})
